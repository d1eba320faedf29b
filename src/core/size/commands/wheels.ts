// Step 3 of the walk, for RUN: what `pip install NAME` puts in site-packages with its dependencies, in megabytes, for
// names that are asked for often or weigh much. Typical of recent releases on x86-64 Linux; treated as assumptions.

const WHEELS: Readonly<Record<string, readonly [megabytes: number, packed: number]>> = {
  pip: [13, 0.27],
  setuptools: [5, 0.27],
  wheel: [0.5, 0.3],
  virtualenv: [11, 0.6],
  poetry: [85, 0.28],
  pipenv: [40, 0.3],
  uv: [55, 0.38],
  flask: [11, 0.27],
  django: [50, 0.24],
  djangorestframework: [56, 0.24],
  fastapi: [28, 0.27],
  uvicorn: [2.5, 0.28],
  gunicorn: [1.6, 0.25],
  requests: [4.5, 0.35],
  httpx: [5, 0.28],
  numpy: [75, 0.3],
  pandas: [150, 0.29],
  scipy: [185, 0.32],
  'scikit-learn': [260, 0.3],
  matplotlib: [140, 0.3],
  tensorflow: [1900, 0.33],
  transformers: [260, 0.25],
  jupyter: [250, 0.26],
  jupyterlab: [190, 0.26],
  notebook: [195, 0.26],
  boto3: [28, 0.15],
  awscli: [120, 0.2],
  ansible: [560, 0.16],
  'ansible-core': [40, 0.25],
  pytest: [5, 0.27],
  black: [12, 0.35],
  mypy: [40, 0.3],
  celery: [16, 0.26],
  redis: [4, 0.22],
  psycopg2: [7, 0.4],
  'psycopg2-binary': [12, 0.38],
  sqlalchemy: [24, 0.23],
  pillow: [17, 0.4],
  opencv: [180, 0.36],
  'opencv-python': [255, 0.36],
  'opencv-python-headless': [210, 0.36],
  streamlit: [420, 0.28],
  mkdocs: [22, 0.27],
  'mkdocs-material': [55, 0.26],
  sphinx: [60, 0.25],
  supervisor: [3.5, 0.3],
  yt_dlp: [25, 0.22],
  'yt-dlp': [25, 0.22],
  playwright: [120, 0.38],
  selenium: [45, 0.35],
  scrapy: [60, 0.3],
  pyspark: [480, 0.92],
  airflow: [450, 0.25],
  'apache-airflow': [450, 0.25],
  cryptography: [14, 0.4],
  pydantic: [9, 0.35],
  lxml: [17, 0.35],
  pyyaml: [1.6, 0.35],
  jinja2: [1.3, 0.27],
  click: [0.8, 0.27],
  beautifulsoup4: [1.6, 0.27],
  mysqlclient: [3, 0.4],
  uwsgi: [3, 0.4],
  grpcio: [20, 0.33],
  protobuf: [2, 0.3],
  openai: [26, 0.25],
  langchain: [95, 0.26],
  polars: [140, 0.3],
  pyarrow: [145, 0.3],
  duckdb: [60, 0.33],
  numba: [190, 0.3],
  xgboost: [400, 0.35],
  spacy: [190, 0.3],
  nltk: [16, 0.26],
  onnxruntime: [125, 0.3],
  'huggingface-hub': [12, 0.26],
  'pre-commit': [22, 0.4],
  ruff: [32, 0.4],
  cython: [18, 0.25],
  cmake: [75, 0.35],
  ninja: [0.5, 0.5],
};

/** What comes with torch where it is not there yet: megabytes beside it. */
const ON_TORCH: Readonly<Record<string, number>> = {
  torchvision: 110, torchaudio: 30, accelerate: 90, 'sentence-transformers': 520, 'openai-whisper': 260,
  'pytorch-lightning': 40, lightning: 60, timm: 130, ultralytics: 750, easyocr: 600, bitsandbytes: 170, peft: 100,
  'flash-attn': 800, xformers: 250, vllm: 2600,
}; // prettier-ignore

/** torch with the CUDA libraries it brings, and its build for processors, which leaves them out. */
const TORCH = { cuda: 6500, cpu: 750 };

/**
 * Low, likely and high megabytes of a named package with what it needs, `hasTorch` telling that torch is there; `torch` tells
 * that it is afterwards. `null` when not listed.
 */
export function wheelMegabytes(spec: string, args: readonly string[], hasTorch: boolean) {
  const name = spec.replace(/[[=<>!~;@ ].*$/, '').toLowerCase();
  const beside = name === 'torch' ? 0 : ON_TORCH[name];
  if (beside !== undefined) {
    const build = args.some((arg) => /whl\/cpu|\+cpu/.test(arg)) ? TORCH.cpu : TORCH.cuda;
    const named = name !== 'torch' && args.some((arg) => /^torch(?:$|[[=<>!~])/.test(arg));
    const likely = beside + (named || (hasTorch && name !== 'torch') ? 0 : build);
    return { low: likely / 1.8, likely, high: likely * 1.6, packed: 0.45, torch: true };
  }
  const known = WHEELS[name];
  if (!known) return null;
  const [likely, packed] = known;
  return { low: likely / 1.8, likely, high: likely * 1.6, packed, torch: false };
}

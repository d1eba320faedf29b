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
  torch: [6500, 0.45],
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
  cython: [18, 0.25],
  cmake: [75, 0.35],
  ninja: [0.5, 0.5],
};

/** Low, likely and high megabytes of a named package; `null` when not listed. */
export function wheelMegabytes(spec: string, args: readonly string[]) {
  const name = spec.replace(/[[=<>!~;@ ].*$/, '').toLowerCase();
  const known = WHEELS[name];
  if (!known) return null;
  // The CPU build of torch leaves the CUDA libraries out.
  const light = name === 'torch' && args.some((arg) => /whl\/cpu|\+cpu/.test(arg));
  const likely = light ? 750 : known[0];
  return { low: likely / 1.8, likely, high: likely * 1.6, packed: known[1] };
}

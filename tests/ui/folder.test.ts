import { describe, expect, it } from 'vitest';
import { readFolder, type GivenFile } from '../../src/ui/folder/read';

const TREE: Readonly<Record<string, string>> = {
  Dockerfile: 'FROM scratch\n',
  'main.go': 'package main\n',
  'docs/a.md': 'a',
  'docs/b.txt': 'bb',
  'node_modules/x/index.js': 'xxx',
};

function given(tree: Readonly<Record<string, string>>) {
  const file = (path: string): GivenFile => ({
    path,
    size: () => Promise.resolve(tree[path]?.length ?? 0),
    text: () => Promise.resolve(tree[path] ?? ''),
  });
  const entered: string[] = [];
  const read = (cancel = new AbortController(), progress: number[] = [], named = 'Dockerfile') =>
    readFolder(
      async function* (skip) {
        for (const path of Object.keys(tree)) {
          await Promise.resolve();
          const folder = path.split('/').slice(0, -1).join('/');
          if (folder !== '' && skip(folder)) continue;
          entered.push(path);
          yield file(path);
        }
      },
      (name) => Promise.resolve(name in tree ? file(name) : null),
      {
        signal: cancel.signal,
        onprogress: (files) => {
          progress.push(files);
          if (files === 250) cancel.abort();
        },
      },
      named,
    );
  return { read, entered };
}

describe('a folder given as the build context', () => {
  it('is every file with its size', async () => {
    const { files, ignore, wrongRules, dockerfile } = await given(TREE).read();
    expect(files).toContainEqual({ path: 'docs/b.txt', size: 2 });
    expect({ count: files.length, ignore, wrongRules, dockerfile }).toEqual({
      count: 5,
      ignore: null,
      wrongRules: [],
      dockerfile: 'FROM scratch\n',
    });
  });

  it.each([
    ['a folder', 'node_modules\n', ['.dockerignore', 'Dockerfile', 'docs/a.md', 'docs/b.txt', 'main.go']],
    [
      'an exception',
      'docs\n!docs/b.txt\n',
      ['.dockerignore', 'Dockerfile', 'docs/b.txt', 'main.go', 'node_modules/x/index.js'],
    ],
    ['two stars', '**/*.md\n**/*.js\n', ['.dockerignore', 'Dockerfile', 'docs/b.txt', 'main.go']],
    ['all but one', '*\n!main.go\n', ['main.go']],
  ])('leaves out what .dockerignore names: %s', async (_, rules, expected) => {
    const { files } = await given({ ...TREE, '.dockerignore': rules }).read();
    expect(files.map((file) => file.path).sort()).toEqual(expected);
  });

  it('names lines that are no pattern, and goes by the others', async () => {
    const { files, wrongRules } = await given({ ...TREE, '.dockerignore': '[\ndocs\n!\n' }).read();
    expect(wrongRules).toEqual(['[', '!']);
    expect(files.map((file) => file.path)).not.toContain('docs/a.md');
  });

  it('follows the ignore file of the Dockerfile before the general one', async () => {
    const { files } = await given({ ...TREE, '.dockerignore': '*', 'Dockerfile.dockerignore': 'docs' }).read();
    expect(files.map((file) => file.path)).toContain('main.go');
  });

  it.each([
    ['api.Dockerfile', 'api.Dockerfile.dockerignore', 'FROM api'],
    ['Dockerfile.dev', '.dockerignore', 'FROM scratch\n'],
  ])('follows the ignore file named after %s', async (named, name, dockerfile) => {
    const tree = {
      ...TREE,
      '.dockerignore': '*',
      'Dockerfile.dockerignore': 'docs',
      'api.Dockerfile': 'FROM api',
      'api.Dockerfile.dockerignore': 'docs',
    };
    const read = await given(tree).read(new AbortController(), [], named);
    expect({ name: read.ignore?.name, dockerfile: read.dockerfile }).toEqual({ name, dockerfile });
  });

  it('does not walk into ignored folders unless an exception could lie there', async () => {
    const plain = given({ '.dockerignore': 'node_modules', ...TREE });
    expect((await plain.read()).files.map((file) => file.path)).not.toContain('node_modules/x/index.js');
    expect(plain.entered).not.toContain('node_modules/x/index.js');
    const excepted = given({ '.dockerignore': 'node_modules\n!node_modules/x', ...TREE });
    const { files } = await excepted.read();
    expect(files.map((file) => file.path)).toContain('node_modules/x/index.js');
  });

  it('says how far it is and stops when told to', async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${String(index)}`, 'x']));
    const progress: number[] = [];
    await expect(given(many).read(new AbortController(), progress)).rejects.toThrow(/abort/i);
    expect(progress).toEqual([250]);
  });
});

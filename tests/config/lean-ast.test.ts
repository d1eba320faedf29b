// What the build leaves out of dockerfile-ast and d3-dag must not change what the core answers.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { leanAst } from '../../config/lean-ast';
import { leanDag } from '../../config/lean-dag';
import { leanEditor } from '../../config/lean-editor';
import * as whole from '../../src/core';
import { catalogueWith } from '../catalogue/reading';

const folder = mkdtempSync(join(tmpdir(), 'lean-core-'));
let lean: typeof whole;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [leanAst(), leanDag(), leanEditor()],
    build: { outDir: folder, lib: { entry: 'src/core/index.ts', formats: ['es'], fileName: 'core' }, minify: false },
  });
  lean = (await import(pathToFileURL(join(folder, 'core.js')).href)) as typeof whole;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const cases = 'tests/conformance/cases';

describe('the core as it is built', () => {
  it('is without what it does not call', () => {
    const code = readFileSync(join(folder, 'core.js'), 'utf8');
    expect(code).not.toContain('class Tableau');
    expect(code).not.toContain('getImageTagRange');
  });

  it.each(readdirSync(cases))('answers as it does unbuilt: %s', async (file) => {
    const catalogue = await catalogueWith();
    for (const line of readFileSync(join(cases, file), 'utf8').trim().split('\n')) {
      const { dockerfile } = JSON.parse(line) as { dockerfile: string };
      expect(lean.analyse(dockerfile, {}, catalogue)).toEqual(whole.analyse(dockerfile, {}, catalogue));
    }
  });
});

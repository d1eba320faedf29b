// The same build as one stage: an image with the same settings, and a Dockerfile Docker takes.

import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { analyse, differingFields, flatten, model, parse } from '../../../src/core';
import { catalogueWith, settled } from '../../catalogue/reading';
import { readCases } from '../../conformance/case';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});

async function flat(text: string) {
  const analysis = await settled(catalogue, () => analyse(text, {}, catalogue));
  const made = flatten(analysis.build, analysis.size, catalogue.config);
  return { analysis, made, again: await settled(catalogue, () => analyse(made.text, {}, catalogue)) };
}

const examples = readdirSync('src/ui/examples').filter((name) => name.endsWith('.Dockerfile'));

describe.each(examples)('%s as one stage', (name) => {
  it('has one stage, the same image config, and builds', async () => {
    const { analysis, made, again } = await flat(readFileSync(`src/ui/examples/${name}`, 'utf8'));
    expect(again.build.stages).toHaveLength(1);
    expect(again.build.faults).toEqual([]);
    expect(made.differs).toEqual([]);
    expect(differingFields(analysis.build.config, again.build.config)).toEqual([]);
  });
});

const folder = 'tests/conformance/cases';
const cases = readdirSync(folder)
  .flatMap((name) => readCases(`${folder}/${name}`))
  .filter((one) => one.expect.error === undefined && one.platform?.startsWith('windows') !== true);

describe('the conformance cases as one stage', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { dockerfile, target, buildArgs, platform }) => {
    const options = {
      ...(buildArgs === undefined ? {} : { buildArgs }),
      ...(platform === undefined ? {} : { platform }),
    };
    const made = flatten(model(parse(dockerfile), { ...options, ...(target === undefined ? {} : { target }) }), null);
    const again = model(parse(made.text), options);
    expect([made.text, made.differs, again.faults.map(({ message }) => message)]).toEqual([made.text, [], []]);
    expect(again.stages).toHaveLength(1);
  });
});

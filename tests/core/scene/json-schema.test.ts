// The JSON export is what its published schema says, for every case: no field without a description, none missing.
import Ajv from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, toJson } from '../../../src/core';
import { catalogueWith } from '../../catalogue/reading';

type Schema = Record<string, unknown>;

/** The published schema lets programs meet new fields; here a field it does not tell of is a fault. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const made = Object.fromEntries(Object.entries(schema as Schema).map(([key, value]) => [key, strict(value)]));
  return 'properties' in made && made['type'] === 'object' ? { additionalProperties: false, ...made } : made;
}

const schema = JSON.parse(readFileSync('public/analysis-1.schema.json', 'utf8')) as Schema;
const validate = new Ajv({ allowUnionTypes: true }).compile(strict(schema) as Schema);

const catalogue = await catalogueWith();

describe('the JSON export', () => {
  it.each(readdirSync('tests/cases'))('follows its schema: %s', (name) => {
    const analysis = analyse(readFileSync(`tests/cases/${name}/Dockerfile`, 'utf8'), {}, catalogue);
    validate(JSON.parse(toJson(analysis)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is refused by its schema when a field is missing', () => {
    expect(validate({ schema: 'dockerfile-playground/analysis/1', source: '' })).toBe(false);
  });
});

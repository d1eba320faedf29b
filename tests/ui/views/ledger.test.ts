import { beforeAll, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { analyse, formatTotal, type Analysis } from '../../../src/core';
import { costRows, leftInAll, saved, stageRows } from '../../../src/ui/views/ledger';
import { catalogueWith, settled } from '../../catalogue/reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});
const read = (...lines: string[]): Promise<Analysis> =>
  settled(catalogue, () => analyse(`${lines.join('\n')}\n`, {}, catalogue));

const TWO = [
  'FROM golang:1.25 AS builder',
  'COPY . .',
  'RUN go build -o /app',
  'FROM builder AS test',
  'RUN go test ./...',
  'FROM debian:12-slim',
  'RUN apt-get update && apt-get install -y curl',
  'COPY --from=builder /app /app',
];

test('every row balances: base and added make the total, carried out and left behind what was built', async () => {
  const analysis = await read(...TWO);
  const rows = stageRows(analysis);
  expect(rows.map(({ label, fate, rest }) => [label, fate, rest.replace(/^[\d.]+\s/, '')])).toEqual([
    ['builder', 'left-behind', expect.stringMatching(/[MG]B$/)],
    ['test', 'not-built', 'not built'],
    ['final image', 'shipped', 'ships'],
  ]);
  for (const { base, added, total } of rows)
    expect(base.kind === 'known' && base.disk.likely + added.disk.likely).toBe(total.disk.likely);
  const [builder] = rows;
  const behind = analysis.size.stages[0]?.leftBehind;
  expect(builder?.carried).not.toBeNull();
  expect(behind && behind.disk.likely + (builder?.carried?.disk.likely ?? 0)).toBe(builder?.total.disk.likely);
  expect(builder?.rest).toBe(behind && formatTotal(behind));
});

test('what stages save is what one stage would weigh more', async () => {
  const { size, ...rest } = await read(...TWO);
  const gain = saved({ size, ...rest });
  expect(gain?.disk).toBe(size.singleStage.disk.likely - size.image.disk.likely);
  expect(gain?.times).toMatch(/×$/);
  expect(saved(await read('FROM debian:12-slim', 'RUN true'))).toBeNull();
});

test('a sum with something unknown saves an unknown amount', async () => {
  const gain = saved(await read('FROM nobody.example/what AS a', 'RUN true', 'FROM scratch', 'COPY --from=a /x /x'));
  expect(gain).toEqual({ disk: null, pull: null, times: null });
});

test('a base that two stages share counts once in what is left behind in all', async () => {
  const analysis = await read(
    'FROM golang:1.25 AS one',
    'RUN go build -o /a',
    'FROM golang:1.25 AS two',
    'RUN go build -o /b',
    'FROM scratch',
    'COPY --from=one /a /a',
    'COPY --from=two /b /b',
  );
  expect(leftInAll(analysis)?.shared).toBe(true);
  expect(leftInAll(await read(...TWO))).toBeNull();
});

test('what advice costs, dearest first', async () => {
  const { problems } = await read(
    'FROM node:22-slim',
    'WORKDIR /app',
    'COPY package.json ./',
    'RUN npm install',
    'RUN chown -R node:node /app',
    'RUN apt-get update && apt-get install -y curl',
  );
  const rows = costRows(problems);
  expect(rows.map(({ problem, line }) => `${String(line)} ${problem.rule ?? ''}`)).toEqual([
    '5 stored-again',
    expect.stringContaining('cache-left-behind'),
    expect.stringContaining('cache-left-behind'),
  ]);
  expect(rows.map((row) => row.bytes)).toEqual(rows.map((row) => row.bytes).sort((a, b) => b - a));
  expect(rows[0]?.bytes).toBeGreaterThan(50e6);
});

test('an owner set by COPY, or in the RUN that makes the files, is not stored again', async () => {
  const { problems } = await read(
    'FROM node:22-slim',
    'WORKDIR /app',
    'COPY --chown=node:node package.json ./',
    'RUN npm install && npm cache clean --force && chown -R node:node /app',
  );
  expect(costRows(problems)).toEqual([]);
});

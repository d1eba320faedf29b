import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/catalogue';
import { analyse, bets, steps, type AnalyseOptions, type Bet } from '../../../src/core';

const catalogue = await loadCatalogue((address) => Promise.resolve(readFileSync(address, 'utf8')));

function asked(text: string, options: AnalyseOptions = {}): Bet[] {
  const analysis = analyse(text, options, catalogue);
  return bets(analysis, steps(analysis));
}
const bet = (id: Bet['id'], text: string, options: AnalyseOptions = {}): Bet | undefined =>
  asked(text, options).find((one) => one.id === id);
const right = (one: Bet | undefined): string[] => (one?.options ?? []).filter((o) => o.right).map((o) => o.text);
const wrong = (one: Bet | undefined): string[] => (one?.options ?? []).filter((o) => !o.right).map((o) => o.text);

const service = `FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod ./
COPY main.go ./
# size: 12MB
RUN go build -o /out/service .

FROM build AS test
RUN go test ./...

FROM scratch
# size: 12MB
COPY --from=build /out/service /service
ENTRYPOINT ["/service"]
`;

describe('which stages will not be built', () => {
  it('asks of the stages beside the target and knows which the target does not need', () => {
    const one = bet('unbuilt', service);
    expect(one?.options.map(({ text }) => text)).toEqual(['build', 'test']);
    expect(right(one)).toEqual(['test']);
    expect(one?.before).toBe(0);
    expect(one?.options.find(({ text }) => text === 'test')?.why).toContain('Docker does not build it');
  });

  it('is not asked where all of them are', () => {
    expect(bet('unbuilt', 'FROM scratch AS a\nCOPY x /x\nFROM scratch\nCOPY --from=a /x /x\n')).toBeUndefined();
  });

  it('offers the target where there is only one other stage', () => {
    const one = bet('unbuilt', 'FROM scratch AS a\nCOPY x /x\nFROM scratch AS b\nCOPY y /y\n');
    expect(one?.options.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('offers at most six of many, right and wrong ones among them', () => {
    const stages = Array.from({ length: 9 }, (_, n) => `FROM scratch AS s${n}\nCOPY x /x\n`).join('');
    const copies = [0, 1, 2, 3].map((n) => `COPY --from=s${n} /x /x${n}\n`).join('');
    const one = bet('unbuilt', `${stages}FROM scratch AS all\n${copies}`);
    expect(one?.options).toHaveLength(6);
    expect(right(one)).toHaveLength(3);
  });
});

describe('what the final image will weigh', () => {
  it('offers four sizes in order, one of them right', () => {
    const one = bet('size', service);
    expect(one?.options).toHaveLength(4);
    expect(right(one)).toEqual(['12\u00a0MB']);
    const sizes = one?.options.map(({ text }) => text);
    expect(new Set(sizes).size).toBe(4);
  });

  it('takes wrong answers from the build itself before it makes them up', () => {
    const analysis = analyse(service, {}, catalogue);
    const single = Math.round(analysis.size.singleStage.disk.likely / 1e6);
    expect(wrong(bet('size', service)).some((text) => text === `${single}\u00a0MB` || /GB/.test(text))).toBe(true);
  });

  it('stands before the stage that becomes the image', () => {
    const analysis = analyse(service, {}, catalogue);
    const told = steps(analysis);
    const at = bets(analysis, told).find(({ id }) => id === 'size')?.before ?? -1;
    expect(told[at]).toMatchObject({ kind: 'start', stage: 'stage:2' });
  });

  it.each([
    ['the size is not known', 'FROM example.com/private/thing:1\n'],
    ['the image is empty', 'FROM scratch\nWORKDIR /app\n'],
    ['the build stops', 'FROM scratch\nRUNN x\n'],
    ['there is no stage', '# nothing\n'],
  ])('is not asked where %s', (_, text) => {
    expect(bet('size', text)).toBeUndefined();
  });
});

describe('which files are in the final image', () => {
  it('mixes what was carried with what stayed', () => {
    const one = bet('files', service);
    expect(right(one)).toEqual(['/service']);
    expect(wrong(one)).toContain('/src/main.go');
    expect(one?.options.find(({ text }) => text === '/src/main.go')?.why).toBe('It stays in `build`.');
  });

  it('never calls a path wrong that the image holds too', () => {
    const text = `FROM scratch AS build\nCOPY a.txt b.txt /app/\nFROM scratch\nCOPY . /app\nCOPY --from=build /app/b.txt /b.txt\n`;
    expect(wrong(bet('files', text))).toEqual([]);
  });

  it('never calls a system path wrong where the base may bring it', () => {
    const text = `FROM alpine:3.22 AS build\nCOPY tool /usr/bin/tool\nCOPY notes.txt /notes.txt\nCOPY out /out\nFROM alpine:3.22\nCOPY --from=build /out /out\n`;
    expect(wrong(bet('files', text))).toEqual(['/notes.txt']);
  });

  it('is not asked where nothing stays behind', () => {
    expect(bet('files', 'FROM scratch\nCOPY a /a\n')).toBeUndefined();
  });
});

it('asks the same of the same text', () => {
  expect(asked(service)).toEqual(asked(service));
});

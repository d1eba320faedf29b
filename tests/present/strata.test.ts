import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue';
import { analyse, draw, steps } from '../../src/core';
import { notesOf } from '../../src/present/notes';
import { focusOf, payloadsOf } from '../../src/present/payloads';
import { addedBy, ledger, scaleOf, strata } from '../../src/present/strata';

const text = `FROM scratch AS build
# size: 80MB
COPY tools /tools
# Says *why*.
# size: 20MB
COPY app /out/app
FROM scratch AS aside
# size: 5MB
COPY x /x
FROM scratch AS image
WORKDIR /app
# size: 20MB
COPY --from=build /out/app /app/
`;
const analysis = analyse(text, {}, createCatalogue());
const told = steps(analysis);

describe('the running total', () => {
  it('is made of what each step of the stage added', () => {
    expect(strata(analysis, told, 2).map(({ kind, bytes }) => [kind, bytes])).toEqual([
      ['added', 80e6],
      ['added', 20e6],
    ]);
    expect(strata(analysis, told, 5).map(({ kind }) => kind)).toEqual(['carried']);
    expect(strata(analysis, told, -1)).toEqual([]);
  });

  it('says what the step in hand added', () => {
    expect(addedBy(analysis, told, 1)).toBe('+80\u00a0MB');
    expect(addedBy(analysis, told, 4)).toBe('');
    expect(addedBy(analysis, told, 0)).toBe('');
  });

  it('has one scale for the whole talk', () => {
    expect(scaleOf(analysis, told)).toBeGreaterThanOrEqual(100e6);
  });
});

describe('the closing account', () => {
  it('has a row for every stage', () => {
    expect(ledger(analysis, 7).map(({ label, fate, says }) => [label, fate, says])).toEqual([
      ['build', 'left-behind', '80\u00a0MB left behind'],
      ['aside', 'not-built', 'not built'],
      ['image', 'shipped', '20\u00a0MB shipped'],
    ]);
  });

  it('keeps the image and the heaviest where there are too many', () => {
    const rows = ledger(analysis, 2);
    expect(rows.map(({ label }) => label)).toEqual(['image', '2 more']);
  });
});

describe('what travels', () => {
  const scene = draw(analysis.build, analysis.size, analysis.problems, {});

  it('is named and weighed, and goes along its edge', () => {
    const [payload] = payloadsOf(scene, told[5]);
    expect(payload?.text).toBe('app · 20\u00a0MB');
    expect(payload?.lent).toBe(false);
    const [from, to] = [payload?.at(0), payload?.at(1)];
    expect(from?.x).toBeLessThan(to?.x ?? 0);
  });

  it('is nothing in a step that carries nothing', () => {
    expect(payloadsOf(scene, told[1])).toEqual([]);
    expect(payloadsOf(scene, told.at(-1))).toEqual([]);
  });

  it('brings both its ends into the picture', () => {
    const focus = focusOf(scene, told[5]);
    expect(focus.both[0]?.map((box) => ('id' in box ? box.id : 'label'))).toEqual(['stage:2', 'stage:0', 'label']);
    expect(focus.one.at(-1)).toMatchObject([{ id: 'step:2.1' }]);
  });
});

it('the speaker sees the line, the sentence and the notes of every slide', () => {
  const notes = notesOf(
    analysis,
    told,
    told.map((_, step) => ({ kind: 'step', step }) as const),
  );
  expect(notes[2]).toMatchObject({ place: 'build, line 6', code: 'COPY app /out/app', total: '100\u00a0MB' });
  expect(notes[2]?.notes[0]?.map((run) => run.text).join('')).toBe('Says why.');
  expect(notes.at(-1)).toMatchObject({ place: 'Before and after', code: '' });
});

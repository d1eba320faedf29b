// The signature sentence: what the image will weigh, what is pulled, what stays behind, what one stage would have cost.
// In: the build and its sizes. Out: phrases that read as one line when joined. Doubt is said: a range, "+ unknown", "once it builds".

import type { Phrase } from '../analysis';
import type { Build } from '../model/build';
import type { SizeReport } from '../size/report';
import type { Total } from '../size/size';
import { formatBytes, formatRange, formatTimes } from './bytes';

const plain = (text: string): Phrase => ({ text, role: 'plain' });

/** The number, or "unknown" when nothing of the sum is known; then what is missing. */
function amount(total: Total, of: 'disk' | 'pull', role: 'size' | 'number'): Phrase[] {
  const { likely } = total[of];
  if (total.unknown > 0 && likely === 0) return [{ text: 'unknown', role: 'doubt' }];
  const number: Phrase = { text: formatBytes(likely), role };
  return total.unknown > 0 ? [number, { text: ' + unknown', role: 'doubt' }] : [number];
}

const exists = (total: Total): boolean => total.unknown > 0 || total.disk.likely > 0;

function imagePhrases(build: Build, size: SizeReport): Phrase[] {
  const broken = build.faults.some((fault) => fault.stops);
  const range = formatRange(size.image.disk);
  if (size.image.unknown > 0 && size.image.disk.likely === 0) {
    return [plain('Final image of '), { text: 'unknown size', role: 'doubt' }, plain(broken ? ' once it builds' : '')];
  }
  return [
    ...amount(size.image, 'disk', 'size'),
    plain(broken ? ' final image once it builds' : ' final image'),
    ...(range === null ? [] : [plain(' '), { text: `(${range})`, role: 'doubt' } as const]),
  ];
}

/** `builder`, `builder` and `deps`, or 3 stages. */
function places(names: readonly string[]): Phrase[] {
  if (names.length > 2) return [plain(`${names.length} stages`)];
  return names.flatMap((name, index): Phrase[] => [
    ...(index === 0 ? [] : [plain(' and ')]),
    { text: name, role: 'name' },
  ]);
}

function leftPhrases(build: Build, size: SizeReport): Phrase[] {
  if (!exists(size.leftBehind)) return [];
  const names = build.stages.flatMap((stage, index) => {
    const own = size.stages[index];
    return own?.fate === 'left-behind' && exists(own.leftBehind) ? [stage.label] : [];
  });
  const where = names.length === 0 ? [] : [plain(' in '), ...places(names)];
  return [plain(' · leaves '), ...amount(size.leftBehind, 'disk', 'number'), plain(' behind'), ...where];
}

function singleStagePhrases(size: SizeReport): Phrase[] {
  const built = size.stages.filter((stage) => stage.fate !== 'not-built').length;
  if (built < 2) return [plain(' · one stage, so everything in it ships')];
  if (size.singleStage.unknown > 0 && size.singleStage.disk.likely === 0) return [];
  const sure = size.image.unknown === 0 && size.singleStage.unknown === 0;
  const times = sure ? formatTimes(size.singleStage.disk.likely, size.image.disk.likely) : null;
  return [
    plain(size.singleStage.unknown > 0 ? ' · single-stage it would be more than ' : ' · single-stage it would be '),
    { text: formatBytes(size.singleStage.disk.likely), role: 'number' },
    ...(times === null ? [] : [plain(' ('), { text: times, role: 'number' } as const, plain(')')]),
  ];
}

/** While instructions are still being read: what is known without them, and that the rest is coming. */
function readingPhrases(build: Build, size: SizeReport): Phrase[] {
  const target = build.target === null ? undefined : size.stages[build.target];
  const base = target?.base.size.kind === 'known' ? target.base.size.disk.likely : 0;
  return [
    { text: '\u2026', role: 'size' },
    plain(' final image · still reading what each step adds'),
    ...(base > 0
      ? [plain(' to the '), { text: formatBytes(base), role: 'number' } as const, plain(' it starts from')]
      : []),
  ];
}

/** The sentence for the target. Never empty: without a stage it says how to begin. `reading`: RUN and COPY are not known yet. */
export function sign(build: Build, size: SizeReport, reading = false): Phrase[] {
  if (build.target === null) {
    const blank = build.file.text.trim() === '';
    return [
      plain(
        blank
          ? 'Paste a Dockerfile, drop a file, or start from an example.'
          : 'No stage yet: a Dockerfile starts with FROM.',
      ),
    ];
  }
  if (reading && size.image.unknown > 0) return readingPhrases(build, size);
  const dark = size.image.disk.likely === 0;
  return [
    ...imagePhrases(build, size),
    ...(dark ? [] : [plain(' · '), ...amount(size.image, 'pull', 'number'), plain(' to pull')]),
    ...leftPhrases(build, size),
    ...singleStagePhrases(size),
  ];
}

/** The sentence as one string, for a screen reader, a title or an export. */
export const signatureText = (sentence: readonly Phrase[]): string => sentence.map(({ text }) => text).join('');

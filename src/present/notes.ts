// What the speaker's window shows of each slide. Pure.

import { instructionText, prose, runningTotal, stageLabel, type Analysis, type BuildStep } from '../core';
import type { Note } from './channel';
import type { Slide } from './deck';

export function notesOf(analysis: Analysis, told: readonly BuildStep[], slides: readonly Slide[]): Note[] {
  return slides.flatMap((slide): Note[] => {
    if (slide.kind === 'bet') {
      const { question, answer, options } = slide.bet;
      const right = options.filter((option) => option.right).map(({ text }) => text);
      const sentence = `Answer: ${right.join(', ')}. ${answer}`;
      return [{ place: 'Place your bets', code: question, sentence, notes: [], total: '' }];
    }
    const step = told[slide.step];
    if (!step) return [];
    const place =
      step.kind === 'end'
        ? 'Before and after'
        : `${stageLabel(analysis, step.stage)}, line ${String(step.span.start.line + 1)}`;
    const notes = step.narration === null ? [] : prose(step.narration);
    return [
      { place, code: instructionText(analysis, step), sentence: step.sentence, notes, total: runningTotal(step) },
    ];
  });
}

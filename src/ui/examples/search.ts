// Which examples a person means by a few words and a topic.

import type { Example, Topic } from './manifest';

const fold = (text: string): string => text.toLowerCase();

/** Every word has to be found somewhere: in the title, the language, the topics or the sentences. Titles and languages come first. */
export function searchExamples(examples: readonly Example[], words: string, topic: Topic | null): readonly Example[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const scored = examples.flatMap((example) => {
    if (topic !== null && !example.topics.includes(topic)) return [];
    const loud = fold([example.title, ...example.languages].join(' '));
    const all = fold([loud, ...example.topics, example.shows, example.teaches].join(' '));
    if (!wanted.every((word) => all.includes(word))) return [];
    return [{ example, score: wanted.filter((word) => loud.includes(word)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ example }) => example);
}

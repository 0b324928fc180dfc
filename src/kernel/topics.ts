/** Which topics a text speaks of, by the project's own list of topics and words. */
import { topics } from '#data/topics.ts';
import { phraseFinder, type PhraseFinder, type Span } from './phrases.ts';

let finders: { code: string; finder: PhraseFinder }[] | null = null;

const made = (): { code: string; finder: PhraseFinder }[] =>
  (finders ??= topics.map(({ code, words }) => ({ code, finder: phraseFinder(words) })));

/** Codes of the topics whose words stand in a text, in the order of the list. */
export function topicsIn(text: string): string[] {
  return made()
    .filter(({ finder }) => finder.has(text))
    .map(({ code }) => code);
}

/** A passage of a text that speaks of a topic. */
export interface TopicPassage extends Span {
  code: string;
  /** The words as they stand. */
  quote: string;
}

/** Every passage of a text that speaks of a topic: by topics in the order of the list, then by place. */
export function topicsAt(text: string): TopicPassage[] {
  return made().flatMap(({ code, finder }) =>
    finder.at(text).map(({ from, to }) => ({ code, from, to, quote: text.slice(from, to) })),
  );
}

/** The topic that a topic always is a part of; `null` for one that stands alone. */
export function broaderTopic(code: string): string | null {
  return topics.find((topic) => topic.code === code)?.broader ?? null;
}

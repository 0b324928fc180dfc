/** Which topics a text speaks of, by the project's own list of topics and words. */
import { topics } from '#data/topics.ts';
import { phraseFinder, type PhraseFinder, type Span } from './phrases.ts';

let finders: { code: string; finder: PhraseFinder }[] | null = null;

const made = (): { code: string; finder: PhraseFinder }[] =>
  (finders ??= topics.map(({ code, words }) => ({ code, finder: phraseFinder(words) })));

/** What says, right before some words, that a text is not about them; "no AI policy" and "not only about" do not. */
const denied =
  /(?:\bnot\s(?:about|on|need|regarding|concern(?:ed\swith|ing)?|cover(?:ing)?|deal(?:ing)?\swith|relat(?:ed|ing)\sto|ask(?:ing)?\s(?:about|for)|work(?:ing)?\son|address(?:ing)?)|\bno\s(?:work|advice|assistance|support|expertise|experience)\s(?:on|in|for|with)|\bexcluding|\bother\sthan|\bapart\sfrom|\bwith\sthe\sexception\sof)\s(?:[\p{L}-]+\s){0,3}$/iu;

/** Passages that speak of something, without those in which it is said not to be the matter. */
const affirmed = (finder: PhraseFinder, text: string): Span[] =>
  finder.at(text).filter(({ from }) => !denied.test(text.slice(Math.max(0, from - 80), from)));

/** Codes of the topics whose words stand in a text, in the order of the list. */
export function topicsIn(text: string): string[] {
  return made()
    .filter(({ finder }) => finder.has(text) && affirmed(finder, text).length > 0)
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
    affirmed(finder, text).map(({ from, to }) => ({ code, from, to, quote: text.slice(from, to) })),
  );
}

let thingFinders: { code: string; things: PhraseFinder[] }[] | null = null;

/**
 * Which of the single things that a topic gathers are named in some words, by number; `null` for a topic that is one
 * thing. Two texts may speak of one such topic and of nothing in common: drones and artificial intelligence.
 */
export function thingsIn(code: string, text: string): number[] | null {
  thingFinders ??= topics.flatMap(({ code, things }) =>
    things === undefined ? [] : [{ code, things: things.map((words) => phraseFinder(words)) }],
  );
  const finders = thingFinders.find((one) => one.code === code)?.things;
  return finders === undefined ? null : finders.flatMap((finder, at) => (finder.has(text) ? [at] : []));
}

/** The topic that a topic always is a part of; `null` for one that stands alone. */
export function broaderTopic(code: string): string | null {
  return topics.find((topic) => topic.code === code)?.broader ?? null;
}

/** Language: one that the request names ("in Khmer", "French-speaking") and the candidate works in. */
import { languageName } from '../roster/languages.ts';
import { partOf, type Part } from './part.ts';
import { declared, passage, worded, type Candidate, type Need, type Passage } from './words.ts';

/** The passages of a request that name a language as one, and not a people or a country; with the words that say so. */
function namedIn(need: Need, name: string): Passage[] {
  const word = name.replace(/[^\p{L} ]/gu, '');
  const pattern = new RegExp(
    `(?<!\\p{L})(?:in|into|from|speaks?|speaking|languages?:?)\\s${word}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])${word}[\\s-](?:languages?|speaking|speakers?|translations?|interpret\\p{L}*)(?!\\p{L})`,
    'gu',
  );
  return worded(need.fields).flatMap((field) =>
    [...field.text.matchAll(pattern)].map(({ index, 0: printed }) => passage(field, index, index + printed.length)),
  );
}

export function language(need: Need, candidate: Candidate, most: number): Part {
  for (const { field, said } of declared(candidate.fields, 'language')) {
    const name = languageName(said.code);
    const asked = namedIn(need, name);
    if (asked.length === 0) continue;
    // Several languages may be named: each is quoted, the points are given once.
    const others = declared(candidate.fields, 'language').filter(
      (one) => one.field !== field && namedIn(need, languageName(one.said.code)).length > 0,
    );
    const all = [...asked, ...others.flatMap((one) => namedIn(need, languageName(one.said.code)))];
    const sentence = `The request names ${name}, in which the other side works.`;
    const theirs = [passage(field), ...others.map((one) => passage(one.field))];
    return partOf('language', most, [{ points: most, sentence, need: all, candidate: theirs }]);
  }
  return partOf('language', most, []);
}

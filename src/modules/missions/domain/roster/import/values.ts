/** Values of a list as people write them: several in one cell, in their own words. What is not understood is told. */
import { topics } from '#data/topics.ts';
import { countryCode } from '#kernel/countries.ts';
import { monthNumber, yearMonth } from '#kernel/dates.ts';
import { topicsIn } from '#kernel/topics.ts';
import { languageCode } from '../languages.ts';
import { modalityNames, type Modality } from '../profile.ts';

/** What was understood, and the words that were not. */
export interface Understood<T> {
  values: T[];
  unknown: string[];
}

/** Parts of a cell: behind semicolons, new lines and bullets; behind commas where the words between are short. */
export function partsOf(text: string): string[] {
  return text
    .split(/[;\r\n•·|]+/)
    .flatMap((part) => part.split(/,(?![^(]*\))/))
    .map((part) => part.replace(/^[\s\-–*]+|\s+$/g, ''))
    .filter((part) => part !== '');
}

function understood<T>(text: string, read: (part: string) => T[]): Understood<T> {
  const result: Understood<T> = { values: [], unknown: [] };
  for (const part of partsOf(text)) {
    const values = read(part);
    if (values.length === 0) result.unknown.push(part);
    result.values.push(...values);
  }
  return result;
}

const labels = new Map(
  topics.flatMap(({ code, label }) => [[label.toLowerCase(), code] as const, [code, code] as const]),
);

/** Codes of topics, by their names or by the words that speak of them. */
export const topicCodes = (text: string): Understood<string> => {
  const whole = labels.get(text.trim().toLowerCase());
  if (whole !== undefined) return { values: [whole], unknown: [] };
  return understood(text, (part) => {
    const code = labels.get(part.toLowerCase());
    return code === undefined ? topicsIn(part) : [code];
  });
};

const helpWords: readonly [Modality, RegExp][] = [
  ['policy_review', /\breview/i],
  ['policy_draft', /\b(?:draft|policy|polic|regulation|legislat)/i],
  ['training', /\b(?:train|course|teach|lectur|capacity)/i],
  ['workshop', /\b(?:workshop|seminar)/i],
  ['study', /\b(?:stud(?:y|ies)|analys|research|survey)/i],
  ['standard', /\bstandard/i],
  ['software', /\b(?:software|systems?|applications?|develop)/i],
  ['assessment', /\b(?:assess|audit|evaluat)/i],
  ['mentoring', /\b(?:mentor|advi[cs]|coach|consult)/i],
  ['event', /\b(?:event|conference)/i],
  ['publication', /\b(?:publication|guideline|handbook)/i],
  ['funding', /\b(?:fund|grant)/i],
  ['equipment', /\bequipment/i],
  ['office', /\b(?:office|secondment)/i],
];
const helpNames = new Map(Object.entries(modalityNames).map(([code, name]) => [name.toLowerCase(), code as Modality]));

export const helpCodes = (text: string): Understood<Modality> =>
  understood(text, (part) => {
    const code = helpNames.get(part.toLowerCase()) ?? helpWords.find(([, pattern]) => pattern.test(part))?.[0];
    return code === undefined ? [] : [code];
  });

/** "English (fluent), Tongan – native". Without a level, one can work in it. */
export const languagesWithLevel = (text: string): Understood<{ language: string; level: string }> =>
  understood(text, (part) =>
    part.split(/\s*(?:\/|\band\b)\s*/).flatMap((piece) => {
      const level = /\b(?:native|mother|first)/i.test(piece)
        ? 'native'
        : /\bfluent|\bexcellent|\bC[12]\b/i.test(piece)
          ? 'fluent'
          : 'work';
      const word = piece
        .replace(/\([^()]*\)|[-–:].*$/g, '')
        .replace(/\b(?:native|fluent|working|good|basic|excellent)\b/gi, '');
      const language = languageCode(word);
      return language === null ? [] : [{ language, level }];
    }),
  );

/** Countries; a name with a comma in it, such as "Hong Kong, China", alone in its cell or line. */
export function countriesOfCell(text: string): Understood<string> {
  const result: Understood<string> = { values: [], unknown: [] };
  for (const line of text.split(/[;\r\n]+/)) {
    const parts = countryCode(line) === null ? partsOf(line) : [line.trim()];
    for (const part of parts) (countryCode(part) === null ? result.unknown : result.values).push(part);
  }
  return result;
}

/** "May 2027 to July 2027", "2027-05", "2027-05 – 2027-07". */
export const awayOfCell = (text: string): Understood<{ from: string; to: string }> =>
  understood(text.replace(/\s+(?:to|until)\s+|\s*–\s*|\s+-\s+/gi, ' to '), (part) => {
    const [from, to, ...more] = part.split(' to ').map(monthOf);
    if (from === undefined || from === null || to === null || more.length > 0) return [];
    return [{ from, to: to ?? from }];
  });

function monthOf(words: string): string | null {
  const iso = /^\s*(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?\s*$/.exec(words);
  if (iso !== null) return `${iso[1]}-${iso[2]}`;
  const [, word = '', year = ''] = /^\s*(\p{L}+)\.?,?\s+(\d{4})\s*$/u.exec(words) ?? [];
  const month = monthNumber(word);
  return month === null ? null : yearMonth(Number(year), month);
}

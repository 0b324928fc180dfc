import type { Clause, LegalText, Mend, Section } from '#kernel/reading/index.ts';
import { lineRange } from './lists.ts';
import { mendOf } from './mend.ts';
import type { Issue, Rule } from './rule.ts';

/** The last words of a clause of a clean text, its sub-clauses included. */
function lastWords(clause: Clause): { words: string; line: number } {
  const child = clause.children.at(-1);
  return child === undefined ? { words: clause.after ?? '', line: clause.line } : lastWords(child);
}

const closing = /[\s"”’')\]]/u;

/** The sign that words end with, before closing brackets and quotes. */
function endSign(words: string): { sign: string; at: number } {
  let end = words.length;
  while (end > 0 && closing.test(words.charAt(end - 1))) end--;
  const sign = words.charAt(end - 1);
  return /[,;.:]/.test(sign) ? { sign, at: end - 1 } : { sign: '', at: words.length };
}

/** A line without label before a list leads into it and has the sign it needs. */
function isLead(clause: Clause, next: Clause | undefined): boolean {
  return clause.label.after === '' && next !== undefined && next.label.after !== '';
}

/**
 * Inside a list clauses end with ";", before the next heading with ",", at the end of the text with ".". Paragraphs that
 * begin with their verb ("2. Requests …;") end with ";" where something is decided.
 */
function punctuation({ sections, annexes }: LegalText): Issue[] {
  const standing = sections.filter(({ clauses }) => clauses.length > 0);
  return standing.flatMap((section, place) =>
    section.clauses.flatMap((clause, index) => {
      const { words, line } = lastWords(clause);
      const next = section.clauses[index + 1];
      if (words.length < 8 || isLead(clause, next)) return [];
      const { sign, at } = endSign(words);
      const end = place < standing.length - 1 ? signBefore(section) : annexes.length === 0 ? '.' : '';
      const wanted = next === undefined ? end : ';';
      if (wanted === '' || sign === wanted || (sign === ':' && next !== undefined)) return [];
      const message = `Ends with ${sign === '' ? 'no sign' : `"${sign}"`} where "${wanted}" is usual.`;
      return [{ lines: lineRange(line), message, mend: endedWith(wanted, line, words, at, sign) }];
    }),
  );
}

/** The sign before the next heading. */
function signBefore(section: Section): string {
  return section.kind === 'operative' && section.line === section.clauses[0]?.line ? ';' : ',';
}

function endedWith(wanted: string, line: number, words: string, at: number, sign: string): Mend | undefined {
  const from = sign === '' ? words.lastIndexOf(' ', words.length - 2) + 1 : at;
  const put = sign === '' ? words.slice(from) + wanted : wanted;
  return mendOf({ line, words, from, to: at + sign.length }, put, `"${wanted}" is usual here.`);
}

export const listEndPunctuation: Rule = {
  name: 'list-end-punctuation',
  level: 'info',
  explanation:
    'Clauses end with a semicolon inside a list, with a comma before the next heading, with a full stop at the end of the text; another sign shows that a clause was added or taken away.',
  text: ({ proposed }) => punctuation(proposed),
};

/**
 * Constitutions and conventions: articles with a title, provisions numbered in the margin ("79A", with the conference
 * that last changed it under or after the number). An article is a section; a provision without a number of its own in
 * the text is labelled with the margin number.
 */
import { cutStart } from '../words/runs.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { labelOf } from '../labels/label.ts';
import type { DraftSection } from './draft.ts';
import { hasStyle } from './headings.ts';
import { buildClauses } from './lists.ts';

const article = /^(?:article|art\.)\s+\d{1,3}[A-Z]?(?:\s*bis)?\.?\s*$/i;
const chapter = /^(?:chapter|part)\s+(?:[IVXL]{1,6}|\d{1,3})[A-Z]?\.?\s*$/i;
const margin = /^(\d{1,4}[A-Z]{0,2})(?:\s+(?:PP|WRC|ADD|MOD)-?\d{0,2})*\s*$/;
/** The number and the words in one line: "29A<tab>2<tab>The instruments are:". */
const inline = /^(\d{1,4}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})?)\t(?=\S)/;
const conference = /^(?:PP|WRC)-\d{2}$/;

/** True for "ARTICLE 8" and "CHAPTER II" on a line of their own. */
export function isTreatyHeading(passage: Passage): boolean {
  const text = wordsOf(passage).trim();
  return article.test(text) || chapter.test(text) || hasStyle(passage, /^(?:artno|chapno)/);
}

/** The sections of a treaty, or of a few of its provisions; `null` where no article and no margin number stands. */
export function treatySections(passages: readonly Passage[]): DraftSection[] | null {
  if (passages.every((passage) => !isTreatyHeading(passage) && marginNumber(passage) === null)) {
    const [first] = passages;
    if (first === undefined || !inline.test(wordsOf(first))) return null;
  }
  const open: { heading: Passage | null; passages: Passage[]; line: number }[] = [];
  /** A margin number waits here, with its lines, for the words it belongs to. */
  let number = '';
  let numberLines: number[] = [];
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at];
    if (passage === undefined) break;
    const printed = marginNumber(passage);
    if (isTreatyHeading(passage)) {
      const title = passages[at + 1];
      const titled = title !== undefined && isArticleTitle(title);
      open.push({ heading: titled ? joined(passage, title) : passage, passages: [], line: passage.line });
      if (titled) at++;
    } else if (printed !== null) {
      number = printed;
      numberLines.push(passage.line);
    } else if (number !== '' && conference.test(wordsOf(passage).trim())) {
      numberLines.push(passage.line);
    } else {
      if (open.length === 0) open.push({ heading: null, passages: [], line: passage.line });
      open.at(-1)?.passages.push(number === '' ? withoutMargin(passage) : numbered(passage, number, numberLines));
      number = '';
      numberLines = [];
    }
  }
  return open.map(({ heading, passages, line }) => ({
    kind: 'operative',
    heading,
    clauses: buildClauses(passages),
    line,
  }));
}

function marginNumber(passage: Passage): string | null {
  return margin.exec(wordsOf(passage).trim())?.[1] ?? null;
}

function isArticleTitle(passage: Passage): boolean {
  const text = wordsOf(passage).trim();
  if (isTreatyHeading(passage) || marginNumber(passage) !== null) return false;
  return text.length <= 120 && !/[.;:,]$/.test(text) && labelOf(text, false) === null;
}

function both(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return `${first} ${second}`;
}

function joined(heading: Passage, title: Passage): Passage {
  return {
    ...heading,
    runs: [...heading.runs, { text: ' ', change: 'same' }, ...title.runs],
    base: both(heading.base, title.base),
    proposed: both(heading.proposed, title.proposed),
    printed: `${heading.printed} ${title.printed}`,
    otherLines: [...heading.otherLines, title.line],
  };
}

/** A number before the words of its line, cut off where no revision touches it. */
function withoutMargin(passage: Passage): Passage {
  const printed = inline.exec(passage.runs[0]?.change === 'same' ? passage.runs[0].text : '')?.[1];
  if (printed === undefined) return passage;
  const cut = (side: string | null): string | null => side?.slice(printed.length + 1) ?? null;
  const { rest } = cutStart(passage.runs, printed.length + 1, printed.length + 1);
  return numbered({ ...passage, runs: rest, base: cut(passage.base), proposed: cut(passage.proposed) }, printed, []);
}

function numbered(passage: Passage, printed: string, lines: readonly number[]): Passage {
  return {
    ...passage,
    number: {
      base: passage.base === null ? null : printed,
      proposed: passage.proposed === null ? null : printed,
    },
    otherLines: [...passage.otherLines, ...lines],
  };
}

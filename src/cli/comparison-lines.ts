/** A comparison as lines for a terminal: [-deleted-], {+inserted+}, coloured where the terminal has colours. */
import { styleText } from 'node:util';
import type { TextRun } from '#kernel/reading/index.ts';
import {
  joinRuns,
  summaryInWords,
  type ComparedClause,
  type ComparedWords,
  type Comparison,
} from '#modules/texts/index.ts';

interface Page {
  /** Characters in a line. */
  width: number;
  onlyChanges: boolean;
}

export function comparisonLines(comparison: Comparison, names: { from: string; to: string }, page: Page): string[] {
  const lines = [
    styled('bold', clean(names.from)),
    styled('bold', clean(`→ ${names.to}`)),
    ...wrapped([{ text: `${summaryInWords(comparison)}.`, change: 'same' }], page.width, 0),
  ];
  const paragraph = (words: ComparedWords, indent: number): void => {
    const differs = words.before !== words.after;
    if (words.runs.length > 0 && (differs || !page.onlyChanges)) lines.push(...wrapped(words.runs, page.width, indent));
  };
  lines.push('');
  for (const part of [comparison.heading, comparison.title, comparison.opening]) paragraph(part, 0);
  let annex: number | null = null;
  for (const section of comparison.sections) {
    if (section.annex !== null && section.annex !== annex) {
      const found = comparison.annexes[section.annex];
      if (found !== undefined) lines.push('', ...heading(found.heading, page), ...heading(found.title, page));
    }
    annex = section.annex;
    const shown = page.onlyChanges ? section.clauses.filter((clause) => clause.status !== 'kept') : section.clauses;
    if (page.onlyChanges && shown.length === 0 && section.status === 'kept') continue;
    lines.push('', ...heading(section.heading, page));
    if (section.status === 'moved') lines.push('  (this section stands in another place)');
    let kept = 0;
    for (const clause of section.clauses) {
      if (page.onlyChanges && clause.status === 'kept') kept++;
      else {
        lines.push(...keptLine(kept), ...clauseLines(clause, page.width));
        kept = 0;
      }
    }
    lines.push(...keptLine(kept));
  }
  const notes = comparison.footnotes.filter(({ status }) => status !== 'kept' || !page.onlyChanges);
  if (notes.length > 0) lines.push('', styled('bold', 'Footnotes'));
  for (const { mark, runs } of notes) {
    lines.push(...wrapped([{ text: `${mark.after ?? mark.before ?? ''} `, change: 'same' }, ...runs], page.width, 2));
  }
  return lines;
}

const keptLine = (count: number): string[] =>
  count === 0 ? [] : [styled('dim', `  … ${count} ${count === 1 ? 'clause' : 'clauses'} as before`)];

function heading({ runs }: ComparedWords, page: Page): string[] {
  return runs.length === 0 ? [] : wrapped(runs, page.width, 0).map((line) => styled('bold', line));
}

function clauseLines(clause: ComparedClause, width: number): string[] {
  const indent = 2 + Math.min(clause.depth, 4) * 3;
  const moved: TextRun[] =
    clause.movedFrom === null ? [] : [{ text: ` (moved from ${clause.movedFrom})`, change: 'same' }];
  return wrapped(joinRuns([...labelRuns(clause.label), ...clause.runs, ...moved]), width, indent);
}

function labelRuns({ before, after }: ComparedClause['label']): TextRun[] {
  if (before === after) return before === null || before === '' ? [] : [{ text: `${before} `, change: 'same' }];
  if (before === null) return [{ text: labelled(after ?? ''), change: 'inserted' }];
  if (after === null) return [{ text: labelled(before), change: 'deleted' }];
  return [
    { text: before, change: 'deleted' },
    { text: after, change: 'inserted' },
    { text: ' ', change: 'same' },
  ];
}

const labelled = (label: string): string => (label === '' ? '' : `${label} `);

const signs = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
const colours = { deleted: 'red', inserted: 'green' } as const;

interface Piece {
  text: string;
  change: TextRun['change'];
}

/** Lines of at most that many characters, cut at blanks; the first begins at the indent, the others two further in. */
function wrapped(runs: readonly TextRun[], width: number, indent: number): string[] {
  const pieces = runs.flatMap(({ text, change }): Piece[] => {
    const [open, close] = signs[change];
    return (clean(open + text + close).match(/\s+|\S+/gu) ?? []).map((piece) => ({ text: piece, change }));
  });
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let length = indent;
  for (const { text, change } of joined(pieces)) {
    const size = text.reduce((sum, piece) => sum + piece.text.length, 0);
    const blank = change === null;
    if (length + size > width && length > indent + 2) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent + 2);
      length = indent + 2;
      if (blank) continue;
    }
    line += text
      .map((piece) => (piece.change === 'same' ? piece.text : styled(colours[piece.change], piece.text)))
      .join('');
    length += size;
  }
  return [...lines, line.trimEnd()];
}

/** Pieces without a blank between them stay on one line. */
function joined(pieces: readonly Piece[]): { text: Piece[]; change: 'words' | null }[] {
  const groups: { text: Piece[]; change: 'words' | null }[] = [];
  for (const piece of pieces) {
    const change = /^\s/u.test(piece.text) ? null : 'words';
    const last = groups.at(-1);
    if (last !== undefined && last.change === 'words' && change === 'words') last.text.push(piece);
    else groups.push({ text: [piece], change });
  }
  return groups;
}

/** Words of a file are shown, never obeyed: signs that steer a terminal are left out. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
  styleText(style, text, { stream: process.stdout });

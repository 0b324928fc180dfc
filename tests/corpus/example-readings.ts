/** The example documents as the workbench reads them, and small tools to compare what was read. */
import { linesOf, type Document } from '#formats/document/index.ts';
import { openDocument } from '#formats/readers.ts';
import type { Clause, LegalText, Proposal } from '#kernel/reading/index.ts';
import { examples } from '../../examples/make.ts';
import { understand, type Understanding } from '../../src/modules/intake/domain/understand.ts';

export interface ReadExample extends Understanding {
  file: string;
  bytes: Uint8Array;
  document: Document;
}

/** All examples, read as intake reads them, in the order of the manifest. */
export async function readExamples(): Promise<ReadExample[]> {
  return Promise.all(
    examples().map(async ({ file, bytes }) => {
      const document = await openDocument(bytes, file);
      return { file, bytes, document, ...understand(document) };
    }),
  );
}

/** A clause with the heading it stands under. */
export interface PlacedClause {
  /** "resolves 2", by the label in the base text; only the heading where it has none there. */
  place: string;
  heading: string;
  clause: Clause;
}

/** All clauses of a text outside its annexes, sub-clauses behind the clause they belong to. */
export function clausesOf(text: LegalText | null): PlacedClause[] {
  const all = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((one) => [one, ...all(one.children)]);
  return (text?.sections ?? []).flatMap(({ heading, clauses }) =>
    all(clauses).map((clause) => ({
      place: `${heading ?? ''} ${clause.label.before ?? '+'}`.trim(),
      heading: heading ?? '',
      clause,
    })),
  );
}

/** "resolves 2 changed: every [-four-]{+two+} years": the clauses of a proposal that are not kept. */
export function changesIn(proposal: Proposal | undefined): string[] {
  return clausesOf(proposal?.text ?? null)
    .filter(({ clause }) => clause.status !== 'kept')
    .map(({ place, clause }) => `${place} ${clause.status}`);
}

const sides = (clause: Clause): string =>
  [clause.label.before, clause.before, clause.label.after, clause.after].map((side) => side ?? '∅').join(' | ');

/** How two clauses differ as readings, `null` when both sides and both labels are the same. */
export function difference(one: Clause, other: Clause): string | null {
  return sides(one) === sides(other) ? null : `${sides(one)} ≠ ${sides(other)}`;
}

/** A stretch of the base words that a proposal replaces, with what it puts there. */
interface Touch {
  from: number;
  to: number;
  given: string;
}

/** What a proposal does to the words of a clause; the sign at its end follows from its place and does not count. */
function touches({ runs }: Clause): Touch[] {
  const base = runs.map((run) => (run.change === 'inserted' ? '' : run.text)).join('');
  const found: Touch[] = [];
  let at = 0;
  for (const { text, change } of runs) {
    const last = found.at(-1);
    if (change === 'same') at += text.length;
    else if (change === 'deleted') {
      found.push({ from: at, to: at + text.length, given: '' });
      at += text.length;
    } else if (last !== undefined && last.to === at && last.from < last.to && last.given === '') last.given = text;
    else found.push({ from: at, to: at, given: text });
  }
  return found.filter(({ from, given }) => from < base.length - 1 || !/^[,;.]$/.test(given));
}

export type Relation = 'same' | 'compatible' | 'clash' | 'deleted-and-amended';

/** How the changes of two proposals to the same clause go together; `null` where only one of them touches it. */
export function relationOf(one: Clause, other: Clause): Relation | null {
  const gone = [one, other].map((clause) => clause.after === null);
  const [left, right] = [touches(one), touches(other)];
  if (left.length === 0 || right.length === 0) return null;
  if (gone.some(Boolean)) return gone.every(Boolean) ? 'same' : 'deleted-and-amended';
  if (JSON.stringify(left) === JSON.stringify(right)) return 'same';
  const meet = left.some((a) => right.some((b) => a.from <= b.to && b.from <= a.to));
  return meet ? 'clash' : 'compatible';
}

/** Whether a proposal touches the words of a clause at all. */
export function isTouched(clause: Clause): boolean {
  return touches(clause).length > 0;
}

/** Everything a document prints, notes and margins included. */
export function printed(document: Document): string {
  return linesOf(document)
    .map((line) => line.text)
    .join('\n');
}

/** Where two texts part, in few words; `null` when they are the same. */
export function parting(ours: string, theirs: string): string | null {
  if (ours === theirs) return null;
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 10), at + 30);
  return `at ${at}: ours “${around(ours)}”, theirs “${around(theirs)}”`;
}

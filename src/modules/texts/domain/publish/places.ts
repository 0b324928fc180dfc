/** What the lines of a file are in the record that was read from it: their style in the house, and their changes. */
import { fold, linesOf, type Document } from '#formats/document/index.ts';
import type { Annex, BothWords, Clause, LegalText, ProposalsRecord, Section, TextRun } from '#kernel/reading/index.ts';
import type { DraftText } from '../legal/draft.ts';
import { isInstrumentHeading, isSeparator } from '../legal/headings.ts';
import { parseText } from '../legal/parse.ts';
import { wholeLines } from '../legal/whole-lines.ts';
import { boundsOf, type Bounds } from '../proposals/bounds.ts';
import { wordsOf, type Passage } from '../words/passages.ts';
import { interleaved } from './interleaved.ts';
import { wordsBetween } from './paragraphs.ts';

/** Words with changes that stand on some lines. */
export interface ChangedLines {
  /** First and last line of each paragraph of the source, in order. */
  lines: readonly [number, number][];
  words: TextRun[];
  /** Whether the words may take the place of those that stand there, where they are not the same. */
  replaces: boolean;
  /** The whole paragraph stands in one text only. */
  only: 'inserted' | 'deleted' | null;
  /** Who proposes it, by its code; `null` where the file does not say. */
  author: string | null;
}

export interface Places {
  /** Ids of house styles by line. */
  styles: Map<number, string>;
  changes: ChangedLines[];
}

/** Finds the places of a record in its source. Lines with revision marks of their own have no changes here. */
export function placesOf(document: Document, record: ProposalsRecord | LegalText): Places {
  const { passages } = wholeLines({ document, lines: linesOf(document) });
  const finder = new Finder(passages);
  for (const passage of passages)
    if (isSeparator(wordsOf(passage))) finder.places.styles.set(passage.line, 'Separator');
  if (!('proposals' in record)) {
    const start = Math.max(0, passages.findIndex(isInstrumentHeading));
    finder.text(record, parseText(passages.slice(start)).draft, null, true);
    return finder.places;
  }
  const bounds = boundsOf(passages);
  record.proposals.forEach((proposal, index) => {
    const bound = bounds[index];
    if (bound === undefined || bound.code.reference !== proposal.reference) return;
    finder.proposal(bound);
    const { draft } = parseText(bound.body);
    // A text that is new or suppressed as a whole is so by its symbol; its words carry no marks.
    const changes = proposal.action === 'MOD';
    finder.text(proposal.text, draft, bound.code.proponent, changes);
  });
  return finder.places;
}

class Finder {
  readonly places: Places = { styles: new Map(), changes: [] };
  readonly #passages = new Map<number, Passage>();

  constructor(passages: readonly Passage[]) {
    for (const passage of passages) this.#passages.set(passage.line, passage);
  }

  proposal({ codeLine, summary, introduction, proposal, reasons }: Bounds): void {
    const { styles } = this.places;
    styles.set(codeLine, 'Proposal');
    for (const { line } of summary) styles.set(line, 'Summary');
    for (const { line } of reasons) styles.set(line, 'Reasons');
    for (const [first] of [introduction, proposal])
      if (first !== undefined && wordsOf(first).trim().length < 40) styles.set(first.line, 'Headingb');
  }

  /** @param text `null` where the words only stand there and nothing is proposed */
  text(text: LegalText | null, draft: DraftText, author: string | null, withChanges: boolean): void {
    const { styles } = this.places;
    const style = (passages: readonly Passage[], id: string): void => {
      for (const { line } of passages) styles.set(line, id);
    };
    const heading = draft.heading === null ? [] : [draft.heading];
    style(heading, 'ResNo');
    style(draft.title, 'Restitle');
    style(draft.opening, 'Normalaftertitle');
    for (const annex of draft.annexes) {
      style([annex.heading], 'AnnexNo');
      style(annex.title, 'Annextitle');
    }
    if (text === null) return;
    for (const section of text.sections) this.#styleSection(section, 'Call');
    for (const annex of text.annexes) for (const section of annex.sections) this.#styleSection(section, 'Headingb');
    if (!withChanges || this.#isMarked(draft)) return;
    this.#heads(heading, text.changedHeading, author);
    this.#heads(draft.title, text.changedTitle, author);
    this.#heads(draft.opening, text.changedOpening, author);
    for (const section of text.sections) this.#section(section, author);
    for (const annex of text.annexes) this.#annex(annex, draft, author);
  }

  #isMarked({ heading, title, opening, sections, annexes }: DraftText): boolean {
    const all = [...sections, ...annexes.flatMap((annex) => annex.sections)];
    const heads = [heading, ...title, ...opening, ...all.map((section) => section.heading)];
    return (
      heads.some((passage) => passage?.revised === true) ||
      all.some((section) => section.clauses.some(({ passage }) => passage.revised))
    );
  }

  #styleSection({ heading, line, clauses }: Section, id: string): void {
    for (const clause of clauses) this.#styleClause(clause, 1);
    // Where a paragraph begins with its verb, the heading has no line of its own.
    if (heading !== null && clauses[0]?.line !== line) this.places.styles.set(line, id);
  }

  #styleClause({ label, line, children }: Clause, depth: number): void {
    const labelled = [label.printed, label.before, label.after].some((one) => (one ?? '') !== '');
    if (labelled || depth > 1) this.places.styles.set(line, `enumlev${Math.min(depth, 3)}`);
    for (const child of children) this.#styleClause(child, depth + 1);
  }

  #annex(annex: Annex, draft: DraftText, author: string | null): void {
    const drawn = draft.annexes.find(({ heading }) => heading.line === annex.line);
    this.#heads(drawn === undefined ? [] : [drawn.heading], annex.changedHeading, author);
    this.#heads(drawn?.title ?? [], annex.changedTitle, author);
    for (const section of annex.sections) this.#section(section, author);
  }

  #section(section: Section, author: string | null): void {
    const { changedHeading, heading, line, clauses } = section;
    const own = this.#passages.get(line);
    const shared = clauses[0]?.line === line;
    // The heading of a section that is wholly new or gone came or went with it, though nothing shows it.
    const whole = section.status === 'inserted' || section.status === 'deleted';
    if (own !== undefined && !shared && heading !== null) {
      const words = whole
        ? { before: null, after: null, [section.status === 'inserted' ? 'after' : 'before']: fold(own.printed) }
        : changedHeading;
      this.#heads([own], words, author);
    }
    for (const clause of clauses) this.#clause(clause, author, shared && clause === clauses[0] ? heading : null);
  }

  /** @param verb the heading, where it stands between the label and the words of the clause */
  #clause(clause: Clause, author: string | null, verb: string | null): void {
    const { line, runs, before, after, label, status, children } = clause;
    const own = this.#passages.get(line);
    if (own !== undefined && status !== 'kept') {
      const only = before === null ? 'inserted' : after === null ? 'deleted' : null;
      const head: TextRun[] = verb === null ? [] : [{ text: ` ${verb} `, change: only ?? 'same' }];
      this.places.changes.push({
        lines: [[own.line, own.lastLine]],
        words: [...labelWords(label, only), ...head, ...runs],
        replaces: false,
        only,
        author,
      });
    }
    for (const child of children) this.#clause(child, author, null);
  }

  #heads(passages: readonly Passage[], changed: BothWords | undefined, author: string | null): void {
    if (changed === undefined || passages.length === 0) return;
    const printed = fold(passages.map((passage) => passage.printed).join(' '));
    const exact = interleaved(printed, changed.before ?? '', changed.after ?? '');
    this.places.changes.push({
      lines: passages.map(({ line, lastLine }) => [line, lastLine]),
      words: exact ?? wordsBetween(changed),
      replaces: exact === null && passages.length === 1,
      only: changed.before === null ? 'inserted' : changed.after === null ? 'deleted' : null,
      author,
    });
  }
}

/** The printed label with its changes, and the white space behind it. */
function labelWords({ printed, before, after }: Clause['label'], only: 'inserted' | 'deleted' | null): TextRun[] {
  if (printed === '') return [];
  const gap: TextRun = { text: ' ', change: only ?? (before === '' ? 'inserted' : after === '' ? 'deleted' : 'same') };
  if (only !== null) return [{ text: printed, change: only }, gap];
  return [...(interleaved(printed, before ?? '', after ?? '') ?? [{ text: printed, change: 'same' as const }]), gap];
}

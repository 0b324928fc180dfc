/** What search learns of instruments, revisions and proposals. */
import type { LegalText, TextRun } from '#kernel/reading/index.ts';
import type { Written } from '#kernel/register.ts';
import { nameOfInstrument, nameOfRevision } from '../domain/register/identity.ts';
import { addressedClauses } from '../domain/register/paths.ts';
import type { Instrument, Revision } from '../store/instruments.ts';

export function instrumentWritten(instrument: Instrument): Written {
  return {
    kind: 'instrument',
    id: instrument.id,
    address: `/texts/instruments/${instrument.slug}`,
    title: `${nameOfInstrument(instrument)}${instrument.title === null ? '' : ` – ${instrument.title}`}`,
    body: instrument.body ?? '',
    year: null,
    organisation: null,
    visibility: instrument.visibility,
    parties: instrument.parties,
    passages: [],
  };
}

export function revisionWritten(instrument: Instrument, revision: Revision): Written {
  const name =
    revision.place === null || revision.year === null
      ? ''
      : ` ${nameOfRevision({ place: revision.place, year: revision.year, revised: revision.revised })}`;
  return {
    kind: 'revision',
    id: revision.id,
    address: `/texts/${revision.slug}`,
    title: `${nameOfInstrument(instrument)}${name}${revision.title === null ? '' : ` – ${revision.title}`}`,
    body: revision.text === null ? '' : wordsOf(revision.text),
    year: revision.year,
    organisation: null,
    visibility: revision.visibility,
    parties: revision.parties,
    passages: [],
  };
}

/** The words of a text, deleted ones included: a proposal is also found by what it takes away. */
export function wordsOf(text: LegalText): string {
  const lines = addressedClauses(text).map(({ clause }) => wordsOfRuns(clause.runs));
  const headings = [...text.sections, ...text.annexes.flatMap((annex) => annex.sections)].map(
    (section) => section.heading ?? '',
  );
  return [text.title ?? '', ...headings, ...lines].join('\n');
}

/** Old and new words that stand in one place are words of their own: "four" and "two", not "fourtwo". */
function wordsOfRuns(runs: readonly TextRun[]): string {
  return runs.map((run, index) => (replaces(run, runs[index - 1]) ? ` ${run.text}` : run.text)).join('');
}

const replaces = (run: TextRun, before: TextRun | undefined): boolean =>
  before !== undefined && before.change !== 'same' && run.change !== 'same' && before.change !== run.change;

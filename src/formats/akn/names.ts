/**
 * Names of texts as Akoma Ntoso identifies them (OASIS LegalDocML Naming Convention 1.0, 4): the work, its expression in a language,
 * the file. What is not known is named "unknown"; nothing is made up.
 */
import { slugOf } from '#kernel/ids.ts';
import type { Clause, InstrumentKind, LegalText, Proposal, Revision } from '#kernel/reading/index.ts';

/** A text to write: its instrument, its words, and the proposal it comes from if it is one. */
export interface TextToWrite {
  identity: { kind: InstrumentKind; number: string | null; revision: Revision | null; body: string | null } | null;
  /** `null` for a proposal that prints no text. */
  text: LegalText | null;
  by: { proponent: string; proposal: Proposal } | null;
}

export interface WritingOptions {
  /** The day of writing, ISO 8601 ("2026-05-04"). */
  writtenOn: string;
  /** What a collection of several texts is called. */
  title?: string;
  /** The day the texts were adopted, ISO 8601. Without it only the year of the revision is told. */
  adoptedOn?: string;
  /** Where the texts were published, where that is known. */
  publication?: { date: string; name: string };
  /** The permanent name of a clause in the register; written as `wId`, so that it survives renumbering. */
  permanentId?: (clause: Clause) => string | undefined;
}

/** Short names of the kinds, as eIds and addresses use them. */
const shortKinds: Record<InstrumentKind, string> = {
  constitution: 'const',
  convention: 'conv',
  resolution: 'res',
  decision: 'dec',
  recommendation: 'rec',
};

/** "res_71", "const", "text": what a text is called inside a file. */
export function shortNameOf({ identity }: TextToWrite): string {
  if (identity === null) return 'text';
  const kind = shortKinds[identity.kind];
  const number = slugOf(identity.number ?? '');
  return number === '' ? kind : `${kind}_${number}`;
}

/** "Resolution 71 (Rev. Oslo, 2018)": for people. */
export function fullNameOf({ identity, text }: TextToWrite): string {
  if (text?.heading !== null && text?.heading !== undefined) return text.heading;
  if (identity === null) return 'Text without a heading';
  const kind = identity.kind.charAt(0).toUpperCase() + identity.kind.slice(1);
  const { number, revision } = identity;
  const named = number === null ? kind : `${kind} ${number}`;
  return revision === null ? named : `${named} ${nameOfRevision(revision)}`;
}

const nameOfRevision = ({ place, year, revised }: Revision): string =>
  `(${revised ? 'Rev. ' : ''}${place === '' ? '' : `${place}, `}${year})`;

/**
 * "/akn/un/statement/resolution/plenary-assembly/2018/71". The country is "un", as the Akoma Ntoso guidelines of the
 * United Nations system have it for texts of international bodies.
 */
export function workUri({ identity }: TextToWrite): string {
  const parts = [
    identity?.kind ?? 'text',
    slugOf(identity?.body ?? '', 80) || 'unknown',
    yearOf(identity) ?? 'unknown',
    slugOf(identity?.number ?? '') || identity?.kind || 'unknown',
  ];
  return `/akn/un/statement/${parts.join('/')}`;
}

/** The English text of a work; a proposal is a version of its own, named by its reference. */
export function expressionUri(text: TextToWrite): string {
  const version = text.by === null ? '' : `-${slugOf(text.by.proposal.reference)}`;
  return `${workUri(text)}/eng@${yearOf(text.identity) ?? ''}${version}`;
}

function yearOf(identity: TextToWrite['identity']): string | null {
  const year = identity?.revision?.year;
  return year === undefined ? null : String(year);
}

/** A date that the schema demands, with what it stands for. */
export interface NamedDate {
  date: string;
  name: string;
}

/** The day of adoption: given, or the first day of the year with a name that says so, or the first day of all, "unknown". */
export function dateOf(revision: Revision | null, adoptedOn: string | undefined): NamedDate {
  if (adoptedOn !== undefined) return { date: adoptedOn, name: 'adoption' };
  if (revision === null || revision.year < 1) return { date: '0001-01-01', name: 'unknown' };
  return { date: `${String(revision.year).padStart(4, '0')}-01-01`, name: 'yearOfAdoption' };
}

/** Who asks and who could help, as fields of words: all that the score reads, and all that it may quote. */
import type { OfferContent } from '../forms/answers.ts';
import type { ConflictProfile } from '../roster/conflicts.ts';
import type { Modality } from '../roster/profile.ts';

/** What a field says by itself, where it was entered and not worded: nothing is looked for in its words then. */
export type Declared =
  | { is: 'topic'; code: string }
  | { is: 'kind'; kind: Modality }
  /** `own`: of the one who asks; `worked`: of earlier work; the others: where somebody must not go, or is from. */
  | { is: 'country'; iso2: string; as: 'own' | 'worked' | 'barred' | 'conflict' | 'national' }
  /** ISO 639-1. */
  | { is: 'language'; code: string }
  /** Months, "2027-05", inclusive; `null` at an end that is open. `away`: when somebody cannot come. */
  | { is: 'time'; from: string | null; to: string | null; as: 'time' | 'away' }
  /** A mission that was finished; `grade` in hundredths of the best evaluation, `null` without one. */
  | { is: 'mission'; grade: number | null };

/** Titles say most, then what is asked or offered, then everything else. */
export type Use = 'title' | 'asks' | 'words';

/** A piece of text with its place. */
export interface Field {
  /** Unique in its thing: "title", "support_action", "topic-3". */
  key: string;
  /** What a person calls it: "What is asked". */
  name: string;
  text: string;
  use: Use;
  /** Whether what it says is at the core of the matter, or said aside. */
  core: boolean;
  declares: Declared | null;
  /** Where it speaks of earlier work and not of what is offered now. */
  past?: boolean;
  /** Topics that count in its words, where somebody has looked through them; without it, all that are found. */
  topics?: readonly string[];
}

/** A request, as the score reads it. */
export interface Need {
  id: string;
  /** "Tonga: Study on tide gauges". */
  name: string;
  address: string;
  organisation: string | null;
  /** Names of the organisation that asks, in any spelling. */
  organisationNames: readonly string[];
  fields: readonly Field[];
}

export type CandidateKind = 'expert' | 'organisation' | 'offer' | 'activity';

/** What could meet a request; an activity of a partner is context and nobody that can be assigned. */
export interface Candidate {
  kind: CandidateKind;
  id: string;
  name: string;
  /** Its page; `null` without one. */
  address: string | null;
  organisation: string | null;
  fields: readonly Field[];
  /** Of somebody on the roster: what they told of conflicts, and the names of the organisation they work for. */
  conflicts: (ConflictProfile & { own: readonly string[] }) | null;
  /** Day on which the profile was last confirmed; `null` where that does not apply. */
  confirmedOn: string | null;
  withdrawn: boolean;
  /** A figure, a mandate or a position, and nothing that is done. */
  statement: boolean;
  /** Of an offer: the requests it was made for. */
  offeredFor: readonly string[];
  /** What an offer costs and who bears it; `null` for everybody else. */
  costs: Pick<OfferContent, 'costs'> | null;
}

/** Words of a need or of a candidate that give points, with their place. */
export interface Passage {
  field: string;
  /** Name of the field. */
  name: string;
  from: number;
  to: number;
  quote: string;
}

/** A passage of a field; without offsets all of it. */
export function passage({ key, name, text }: Field, from = 0, to = text.length): Passage {
  return { field: key, name, from, to, quote: text.slice(from, to) };
}

/** Whether there is anything to read in a field. */
export const speaks = ({ text }: Field): boolean => /[\p{L}\p{N}]/u.test(text);

/** Fields that declare something of a kind, with it. */
export function declared<K extends Declared['is']>(
  fields: readonly Field[],
  is: K,
): { field: Field; said: Extract<Declared, { is: K }> }[] {
  return fields.flatMap((field) =>
    field.declares?.is === is && speaks(field) ? [{ field, said: field.declares as Extract<Declared, { is: K }> }] : [],
  );
}

/** Fields in which words are looked for. */
export const worded = (fields: readonly Field[]): Field[] =>
  fields.filter((field) => field.declares === null && speaks(field));

/** The country that asks, ISO 3166-1; `null` where it is not known. */
export const countryOf = (need: Need): string | null =>
  declared(need.fields, 'country').find(({ said }) => said.as === 'own')?.said.iso2 ?? null;

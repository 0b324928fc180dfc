/** Puts the proposals of several files together by the instrument that they are about. */
import type { ClashMap, LegalText, Relation } from '#kernel/reading/index.ts';
import { clausesIn } from '../consolidation/common-base.ts';
import { hasChanges, isFlattened } from '../consolidation/printed-sides.ts';
import { baseOf, consolidate, type Contribution } from '../consolidation/gather.ts';
import { nameOfInstrument, type Identity } from '../register/identity.ts';
import { sideOfText } from '../register/sides.ts';
import type { TextOf } from '../register/texts-of.ts';
import { compare } from './edits.ts';
import { clashMapOf } from './rows.ts';

/** All proposals on one instrument, with its base text. */
export interface ProposedChanges {
  /** "Resolution 11". */
  instrument: string;
  base: LegalText;
  contributions: Contribution[];
}

/**
 * The proposals among the texts of several files, by instrument. Proposals on the same kind and number are about one
 * instrument unless they name different bodies; where no body is named it is the only one that others name.
 * @param texts of files with proposals
 * @param bases of files with texts in force; a text that nobody proposes to change is left out
 */
export function changesByInstrument(texts: readonly TextOf[], bases: readonly TextOf[] = []): ProposedChanges[] {
  const proposals = texts.flatMap((one) => (one.by === null || one.identity === null ? [] : [one]));
  const named = Map.groupBy([...proposals, ...bases], ({ identity }) => kindAndNumber(identity));
  const found = proposals.map((one) => ({ one, key: keyOf(one.identity, named) }));
  const groups = Map.groupBy(found, ({ key }) => key);
  const baseTexts = Map.groupBy(
    bases.filter(({ identity, by }) => identity !== null && by === null),
    ({ identity }) => keyOf(identity, named),
  );
  const several = Map.groupBy([...groups.keys()], (key) => key.split('\n')[0]);
  return [...groups]
    .map(([key, members]) => {
      const [name = '', body = ''] = key.split('\n');
      const contributions = members.flatMap(({ one: { text, by } }) =>
        by === null
          ? []
          : [
              {
                proponent: by.proponent,
                text,
                action: by.proposal.action,
                reference: by.proposal.reference,
                part: by.proposal.target.part,
              },
            ],
      );
      const instrument = (several.get(name)?.length ?? 1) > 1 && body !== '' ? `${name} of the ${body}` : name;
      return { instrument, base: inForce(baseTexts.get(key) ?? [], members) ?? baseOf(contributions), contributions };
    })
    .sort((one, other) => byName(one.instrument, other.instrument));
}

/**
 * The base texts that proposals with revision marks print, for reading copies without marks of other proposals on the
 * same instruments. A base that lacks much of what a copy holds is left out: its clauses would pass for inserted ones.
 */
export function basesFromMarks(texts: readonly TextOf[]): LegalText[] {
  const [copies, sure] = [true, false].map((flattened) =>
    texts.filter(({ text }) => text !== null && hasChanges(text) && isFlattened(text) === flattened),
  );
  const longest = new Map<string, number>();
  for (const { instrument, base } of changesByInstrument(copies ?? [])) {
    longest.set(instrument, clausesIn(base).length);
  }
  return changesByInstrument(sure ?? []).flatMap(({ instrument, base }) => {
    const wanted = longest.get(instrument);
    return wanted === undefined || clausesIn(base).length < wanted * nearlyAll ? [] : [base];
  });
}

/** The part of the clauses of a copy that its base has at least. */
const nearlyAll = 0.85;

/** Of several revisions that which the proposals name, otherwise the youngest. */
function inForce(bases: readonly TextOf[], proposals: readonly { one: TextOf }[]): LegalText | null {
  const named = new Set(proposals.map(({ one }) => one.identity?.revision?.year ?? null));
  const byYear = [...bases].sort(
    (one, other) => (other.identity?.revision?.year ?? 0) - (one.identity?.revision?.year ?? 0),
  );
  const chosen = byYear.find(({ identity }) => named.has(identity?.revision?.year ?? Number.NaN)) ?? byYear[0];
  const text = chosen?.text ?? null;
  return text === null ? null : sideOfText(text, 'proposed');
}

const kindAndNumber = (identity: Identity | null): string => (identity === null ? '' : nameOfInstrument(identity));

/** "Resolution 11", and its body where one is known. */
function keyOf(identity: Identity | null, named: ReadonlyMap<string, readonly TextOf[]>): string {
  const name = kindAndNumber(identity);
  const bodies = new Map(
    (named.get(name) ?? []).flatMap(({ identity: other }) => {
      const body = other?.body ?? null;
      return body === null ? [] : [[body.toLowerCase(), body] as const];
    }),
  );
  const [only = ''] = bodies.values();
  const body = identity?.body ?? (bodies.size === 1 ? only : '');
  return `${name}\n${body === '' ? '' : (bodies.get(body.toLowerCase()) ?? body)}`;
}

const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);
const kindIn = (name: string): string => name.replace(/\d.*$/s, '');

/** "Resolution 4" before "Resolution 12". */
export function byName(one: string, other: string): number {
  return compare(kindIn(one), kindIn(other)) || numberIn(one) - numberIn(other) || compare(one, other);
}

/** The clash maps of all instruments that the files propose to change. */
export function clashMaps(texts: readonly TextOf[], bases: readonly TextOf[] = []): ClashMap[] {
  return changesByInstrument(texts, bases).map(({ instrument, base, contributions }) =>
    clashMapOf(consolidate(base, contributions, instrument)),
  );
}

/** One instrument in the view of a whole conference. */
export interface InstrumentOfConference {
  instrument: string;
  proponents: string[];
  /** How many clauses each proponent touches. */
  touched: Record<string, number>;
  relations: Record<Relation, number>;
}

/** Which instruments are touched by whom, and how many clauses stand in which relation. */
export function conferenceMap(maps: readonly ClashMap[]): InstrumentOfConference[] {
  return maps.map(({ instrument, proponents, rows }) => {
    const relations: Record<Relation, number> = {
      'suppressed-and-amended': 0,
      'deleted-and-amended': 0,
      clash: 0,
      compatible: 0,
      same: 0,
      single: 0,
    };
    const touched: Record<string, number> = Object.fromEntries(proponents.map((by) => [by, 0]));
    for (const row of rows) {
      relations[row.relation]++;
      for (const by of row.proponents) touched[by] = (touched[by] ?? 0) + 1;
    }
    return { instrument, proponents, touched, relations };
  });
}

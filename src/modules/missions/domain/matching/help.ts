/** Kind of help: what is asked for by words or ticks, against what is offered and what was done before. */
import { modalityNames, type Modality } from '../roster/profile.ts';
import { kindsAt } from './kinds.ts';
import { partOf, share, type Part, type Reason } from './part.ts';
import { declared, passage, worded, type Candidate, type Field, type Need, type Passage } from './words.ts';

interface Named {
  now: boolean;
  passages: Passage[];
}

function kindsOf(fields: readonly Field[]): Map<Modality, Named> {
  const found: { kind: Modality; past: boolean; at: Passage }[] = [
    ...declared(fields, 'kind').map(({ field, said }) => ({ kind: said.kind, past: false, at: passage(field) })),
    ...worded(fields).flatMap((field) =>
      kindsAt(field.text).map(({ kind, from, to }) => ({
        kind,
        past: field.past === true,
        at: passage(field, from, to),
      })),
    ),
  ];
  const kinds = new Map<Modality, Named>();
  for (const past of [false, true]) {
    for (const one of found.filter((other) => other.past === past)) {
      const known = kinds.get(one.kind) ?? { now: !past, passages: [] };
      known.passages.push(one.at);
      kinds.set(one.kind, known);
    }
  }
  return kinds;
}

const wanted = new WeakMap<Need, ReadonlyMap<Modality, Named>>();

/** What a request asks for. Only what asks is read: the title, the support asked for and the outcomes ticked. */
function wantedBy(need: Need): ReadonlyMap<Modality, Named> {
  const found = wanted.get(need) ?? kindsOf(need.fields.filter(({ use }) => use !== 'words'));
  wanted.set(need, found);
  return found;
}

export function help(need: Need, candidate: Candidate, most: number): Part {
  const asked = wantedBy(need);
  const offered = kindsOf(candidate.fields);
  const reasons: Reason[] = [];
  for (const [kind, ask] of asked) {
    const given = offered.get(kind);
    if (given === undefined) continue;
    reasons.push({
      points: share(most, given.now ? 8 : 5, 15),
      sentence: given.now
        ? `Asked for and offered: ${modalityNames[kind]}.`
        : `Asked for, and done before: ${modalityNames[kind]}.`,
      need: ask.passages,
      candidate: given.passages,
    });
  }
  return partOf('help', most, reasons);
}

/** Whether a request says which kind of help it asks for. */
export const saysKind = (need: Need): boolean => wantedBy(need).size > 0;

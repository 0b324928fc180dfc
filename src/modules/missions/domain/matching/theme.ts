/** Theme: topics that both sides speak of. Rare ones say more, core ones count double, a broader topic half. */
import { broaderTopic, topicsAt } from '#kernel/topics.ts';
import { topics } from '#data/topics.ts';
import { partOf, share, type Part, type Reason } from './part.ts';
import { declared, passage, worded, type Candidate, type Field, type Need, type Passage } from './words.ts';

/** How many of all needs and candidates speak of each topic. */
export interface Rarity {
  texts: number;
  speaking: ReadonlyMap<string, number>;
}

interface Spoken {
  core: boolean;
  /** Core ones first. */
  passages: Passage[];
}

const labels = new Map(topics.map(({ code, label }) => [code, label]));
const label = (code: string): string => labels.get(code) ?? code;
/** Within a sentence: "spectrum", but "ICT policy". */
const within = (code: string): string => label(code).replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

/** What was found in the fields of a thing: each is compared with many others. */
const known = new WeakMap<readonly Field[], ReadonlyMap<string, Spoken>>();

/** The topics of a thing with every passage that speaks of them. */
export function topicsOf(fields: readonly Field[]): ReadonlyMap<string, Spoken> {
  const found = known.get(fields) ?? lookedUp(fields);
  known.set(fields, found);
  return found;
}

function lookedUp(fields: readonly Field[]): Map<string, Spoken> {
  const found: { code: string; core: boolean; at: Passage }[] = [
    ...declared(fields, 'topic').map(({ field, said }) => ({ code: said.code, core: field.core, at: passage(field) })),
    ...worded(fields).flatMap((field) =>
      topicsAt(field.text)
        .filter(({ code }) => field.topics?.includes(code) ?? true)
        .map(({ code, from, to }) => ({ code, core: field.core, at: passage(field, from, to) })),
    ),
  ];
  const spoken = new Map<string, Spoken>();
  for (const core of [true, false]) {
    for (const one of found.filter((other) => other.core === core)) {
      const before = spoken.get(one.code) ?? { core, passages: [] };
      before.passages.push(one.at);
      spoken.set(one.code, before);
    }
  }
  return spoken;
}

/** Counts who speaks of what; made once for all needs and candidates of a list. */
export function rarityOf(things: readonly { fields: readonly Field[] }[]): Rarity {
  const speaking = new Map<string, number>();
  for (const { fields } of things) {
    for (const code of topicsOf(fields).keys()) speaking.set(code, (speaking.get(code) ?? 0) + 1);
  }
  return { texts: things.length, speaking };
}

/** Worth of a topic of which every sixteenth speaks, every eighth, every fourth, every second; in fiftieths. */
const worths = [
  [16, 12],
  [8, 10],
  [4, 8],
  [2, 6],
] as const;

function worth(code: string, { texts, speaking }: Rarity): number {
  const many = speaking.get(code) ?? 1;
  return worths.find(([least]) => many * least <= texts)?.[1] ?? 4;
}

export function theme(need: Need, candidate: Candidate, most: number, rarity: Rarity): Part {
  const asked = topicsOf(need.fields);
  const offered = topicsOf(candidate.fields);
  const reasons: Reason[] = [];
  for (const [code, ours] of asked) {
    const theirs = offered.get(code);
    if (theirs !== undefined) {
      const core = ours.core && theirs.core;
      reasons.push({
        points: share(most, worth(code, rarity) * (core ? 2 : 1), 50),
        sentence: `Both speak of ${within(code)}${core ? '' : ours.core ? ', the other side aside' : ', the request aside'}.`,
        need: ours.passages,
        candidate: theirs.passages,
        core,
      });
      continue;
    }
    for (const [other, related] of offered) {
      if (asked.has(other) || (broaderTopic(code) !== other && broaderTopic(other) !== code)) continue;
      const core = ours.core && related.core;
      const [narrow, broad] = broaderTopic(code) === other ? [code, other] : [other, code];
      reasons.push({
        points: share(most, (worth(code, rarity) * (core ? 2 : 1)) / 2, 50),
        sentence: `${label(narrow)} is a part of ${within(broad)}: half.`,
        need: ours.passages,
        candidate: related.passages,
        core,
      });
    }
  }
  return partOf('theme', most, reasons);
}

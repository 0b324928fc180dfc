/** Theme: topics that both sides speak of. Rare ones say more, core ones count double, a broader topic half. */
import { broaderTopic, thingsIn, topicsAt } from '#kernel/topics.ts';
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

/** Whether both sides name single things that a topic gathers, and none of them is the same. */
function otherThings(code: string, ours: readonly Passage[], theirs: readonly Passage[]): boolean {
  const [one, two] = [ours, theirs].map(
    (passages) => new Set(passages.flatMap(({ quote }) => thingsIn(code, quote) ?? [])),
  );
  return one !== undefined && two !== undefined && one.size > 0 && two.size > 0 && one.isDisjointFrom(two);
}

export function theme(need: Need, candidate: Candidate, most: number, rarity: Rarity): Part {
  const asked = topicsOf(need.fields);
  const offered = topicsOf(candidate.fields);
  const points = (code: string, twice: boolean, half: boolean): number =>
    share(most, (worth(code, rarity) * (twice ? 2 : 1)) / (half ? 2 : 1), 50);
  const shared = [...asked].flatMap(([code, ours]): Reason[] => {
    const theirs = offered.get(code);
    if (theirs === undefined) return [];
    const other = otherThings(code, ours.passages, theirs.passages);
    const core = ours.core && theirs.core && !other;
    return [
      {
        points: points(code, core, other),
        sentence: `Both speak of ${within(code)}${other ? ', but not of the same: half of the points' : aside(ours, theirs)}.`,
        need: ours.passages,
        candidate: theirs.passages,
        core,
      },
    ];
  });
  return partOf('theme', most, [...shared, ...halvesOf(asked, offered, points)]);
}

const aside = (ours: Spoken, theirs: Spoken): string =>
  ours.core ? (theirs.core ? '' : '; the other side only in passing') : '; the request only in passing';

interface Half {
  /** The broader topic, where it is the other side that speaks of it. */
  broad: string | null;
  reason: Reason;
}

/**
 * Topics of one side that are a part of a topic of the other. One broad word answers one topic of the request, the best
 * one, and not every part of it.
 */
function halvesOf(
  asked: ReadonlyMap<string, Spoken>,
  offered: ReadonlyMap<string, Spoken>,
  points: (code: string, twice: boolean, half: boolean) => number,
): Reason[] {
  const all = [...asked]
    .filter(([code]) => !offered.has(code))
    .flatMap(([code, ours]) =>
      [...offered]
        .filter(([other]) => !asked.has(other) && (broaderTopic(code) === other || broaderTopic(other) === code))
        .map(([other, theirs]): Half => {
          const core = ours.core && theirs.core;
          const broader = broaderTopic(code) === other;
          const one = `speaks of ${within(broader ? code : other)}, which is a part of what`;
          const two = `speaks of, ${within(broader ? other : code)}: half of the points.`;
          const sentence = broader
            ? `The request ${one} the other side ${two}`
            : `The other side ${one} the request ${two}`;
          const reason = {
            points: points(code, core, true),
            sentence,
            need: ours.passages,
            candidate: theirs.passages,
            core,
          };
          return { broad: broader ? other : null, reason };
        }),
    )
    .sort((a, b) => b.reason.points - a.reason.points);
  return all
    .filter(({ broad }, at) => broad === null || all.findIndex((one) => one.broad === broad) === at)
    .map(({ reason }) => reason);
}

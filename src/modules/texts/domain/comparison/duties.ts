/** Which clauses tell somebody to do something, and what a comparison does to them. */
import { openingVerb } from '../legal/vocabulary.ts';
import type { Comparison } from './comparison.ts';
import { clausesOf } from './compare.ts';
import { keyOf } from './likeness.ts';
import { outlineOf, type Outline } from './outline.ts';

/** Of the verbs that order, those that tell somebody else what to do, in the third person. */
const tells = new Set(
  `appeals asks assigns authorises authorizes calls charges commits delegates demands directs empowers encourages
  entrusts exhorts implores instructs invites mandates obliges orders recommends requests requires solicits suggests
  urges`.split(/\s+/),
);

/** "resolves to instruct the Director", "decides further to invite Members". */
const toTell =
  /\bto (?:also |further |again |hereby )?(?:appeal|ask|assign|authori[sz]e|call|charge|delegate|direct|empower|encourage|entrust|instruct|invite|mandate|recommend|request|require|urge)\b/i;

/** Whether the clauses under a heading tell somebody what to do. */
export function tellsSomebody(heading: string): boolean {
  const verb = openingVerb(heading);
  if (verb === null || verb.part === 'preamble') return false;
  const word =
    heading
      .toLowerCase()
      .trim()
      .split(/[\s,:]+/)[verb.verbWords - 1] ?? '';
  return tells.has(word) || toTell.test(heading);
}

/**
 * The clauses of a text that are duties, by index: those directly under an operative heading that tells somebody, or
 * with "shall". What leads into a list ("within the mandate of the Union,") is part of the duties below it, and
 * sub-clauses are parts of their clause.
 */
export function dutiesIn(outline: Outline): Set<number> {
  const duties = new Set<number>();
  for (const { section, clauses } of outline.sections) {
    if (section.kind !== 'operative') continue;
    const told = section.heading !== null && tellsSomebody(section.heading);
    for (const index of clauses) {
      const words = outline.clauses[index]?.words ?? '';
      const leadsIn = index !== clauses.at(-1) && /[,:]$/.test(words) && !/^(?:to|that)\b/i.test(words);
      if (!leadsIn && (told || /\bshall\b/i.test(words))) duties.add(index);
    }
  }
  return duties;
}

/** How many duties were added, deleted and changed; a duty changes with its words, and with whom its heading tells. */
export function dutyChanges(comparison: Comparison): { added: number; deleted: number; changed: number } {
  const [earlier, later] = [outlineOf(comparison.from), outlineOf(comparison.to)];
  const [before, after] = [dutiesIn(earlier), dutiesIn(later)];
  const changes = { added: 0, deleted: 0, changed: 0 };
  for (const { from, to, reworded } of clausesOf(comparison)) {
    const was = from !== null && before.has(from);
    const is = to !== null && after.has(to);
    if (is && !was) changes.added++;
    else if (was && !is) changes.deleted++;
    else if (was && is && (reworded || headingOf(earlier, from) !== headingOf(later, to))) changes.changed++;
  }
  return changes;
}

function headingOf(outline: Outline, clause: number): string {
  return keyOf(outline.sections[outline.sectionOf[clause] ?? -1]?.section.heading ?? '');
}

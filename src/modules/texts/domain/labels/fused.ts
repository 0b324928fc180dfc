/** What it costs to read a printed label as the labels of two texts. */

/** Which of two fused parts the writers print first, `null` where the document does not show it. */
type PrintedFirst = 'deleted' | 'inserted' | null;

/** A label and, where a text is at hand, its label there: `null` for none. */
interface KnownLabel {
  core: string;
  base?: { core: string | null } | null;
  proposed?: { core: string | null } | null;
}

/** Costs, in units of one clause added or dropped. */
const cost = {
  renumbered: 0.05,
  /** Fused the other way round than usual, where the document shows its order and where it does not. */
  renumberedAgainstOrder: 0.75,
  renumberedOtherWay: 0.45,
  renumberedInside: 0.8,
  /** The new part first where old and new ones stand inside one label. */
  insertedFirst: 0.1,
} as const;

/** A clause that is known to stand alone in one text has no label there: the printed one is the other text's. */
export function loneCost({ core, base, proposed }: KnownLabel, old: string, next: string): number | null {
  if (base?.core === null && core === next) return cost.renumbered;
  return proposed?.core === null && core === old ? cost.renumbered : null;
}

/** What it costs to read a printed core as an old and a new one, or `null` where it cannot be both. */
export function fusedCost(core: string, old: string, next: string, printedFirst: PrintedFirst): number | null {
  if (old === next) return null;
  const [usual, other] = printedFirst === 'inserted' ? [next + old, old + next] : [old + next, next + old];
  if (core === usual) return cost.renumbered;
  if (core === other) return printedFirst === null ? cost.renumberedOtherWay : cost.renumberedAgainstOrder;
  return insideCost(core, old, next);
}

/** The core is one label with a stretch replaced in it: "101" is "1", then 0 replaced by 1. */
function insideCost(core: string, old: string, next: string): number | null {
  const most = Math.min(old.length, next.length) - 1;
  for (let head = 0; head <= most; head++) {
    if (head > 0 && old.charAt(head - 1) !== next.charAt(head - 1)) break;
    for (let tail = 0; head + tail <= most; tail++) {
      if (tail > 0 && old.at(-tail) !== next.at(-tail)) break;
      if (head + tail === 0) continue;
      const start = old.slice(0, head);
      const end = tail === 0 ? '' : old.slice(-tail);
      const dropped = old.slice(head, old.length - tail);
      const added = next.slice(head, next.length - tail);
      if (core === start + dropped + added + end) return cost.renumberedInside;
      if (core === start + added + dropped + end) return cost.renumberedInside + cost.insertedFirst;
    }
  }
  return null;
}

/**
 * Fused years and periods: "the 2015 2019 session", "2016-20192020-2023", "20112015-2014 2018". Not seams: one year
 * repeated ("2030 2030 Agenda"), and a period whose hyphen was lost in the copy ("20162019").
 */
import { learn, type Evidence } from './evidence.ts';
import { alternatives, replaced, type Seam } from './seams.ts';

const cluster =
  /(?<![\d.,/])(?:19|20)\d\d(?:[ \u00a0]?[-–‑]?[ \u00a0]?(?:19|20)\d\d){1,3}(?!\d|[ \u00a0]?[-–‑]?[ \u00a0]?(?:19|20)\d\d)/gu;
const yearAndGap = /((?:19|20)\d\d)([ \u00a0]?[-–‑]?[ \u00a0]?)/gu;
const oddNumber = /(?<![\d.,/-])(?:19|20)\d{3,5}(?![\d-])/gu;
/** Words that a single year follows; after others two fused years are a period. */
const singleYear =
  /\b(?:in|of|by|the|until|to|at|its|since|before|conference|council|assembly|session|agenda)[ \u00a0]+(?:["“‘'][ \u00a0]?)?$/iu;
const periodWord = /\b(?:plan|period|cycle|from|between|during|years?|union)[ \u00a0]+(?:for|of)?[ \u00a0]*$/iu;

interface YearAt {
  year: string;
  from: number;
  to: number;
  /** What stands between it and the next one: "", " ", "-". */
  gap: string;
}

/** Seams among the years of a text. With `learning`, unambiguous replacements are remembered. */
export function yearSeams(text: string, evidence: Evidence, learning = false): Seam[] {
  if (!/\d{4}/.test(text)) return [];
  const seams: Seam[] = [];
  for (const match of text.matchAll(cluster)) {
    const years = yearsOf(match[0], match.index);
    const seam = periodsSeam(text, years, evidence) ?? pairSeam(text, years, evidence);
    if (seam === null) continue;
    if (learning && seam.certainty === 'sure') learnFrom(text, seam, evidence);
    seams.push(seam);
  }
  for (const match of text.matchAll(oddNumber)) {
    const seam = learnedSeam(match[0], match.index, evidence);
    if (seam !== null) seams.push(seam);
  }
  return seams;
}

function yearsOf(words: string, at: number): YearAt[] {
  return [...words.matchAll(yearAndGap)].map((match) => ({
    year: match[1] ?? '',
    from: at + match.index,
    to: at + match.index + 4,
    gap: (match[2] ?? '').replaceAll(/[ \u00a0]*[-–‑][ \u00a0]*/gu, '-').replaceAll('\u00a0', ' '),
  }));
}

function learnFrom(text: string, seam: Seam, evidence: Evidence): void {
  const old = seam.edits.find((edit) => edit.change === 'deleted');
  const next = seam.edits.find((edit) => edit.change === 'inserted');
  if (old !== undefined && next !== undefined) {
    learn(evidence, text.slice(old.from, old.to).trim(), text.slice(next.from, next.to).trim());
  }
}

/** Two periods, "2016-2019 2020-2023", whole or edited year by year. */
function periodsSeam(text: string, years: readonly YearAt[], evidence: Evidence): Seam | null {
  const [a, b, c, d] = years;
  if (a === undefined || b === undefined || c === undefined) return null;
  if (d === undefined) {
    // "2016-20192020": the end of one period was moved.
    if (a.gap !== '-' || b.gap === '-' || b.year === c.year) return null;
    return alternatives(text, [b.from, b.to], [c.from, c.to], b.year < c.year, 'likely', 'two ends of one period');
  }
  if (a.gap !== '-' && b.gap === '-' && c.gap !== '-') {
    if (a.year >= b.year || c.year >= d.year) return null;
    const starts = alternatives(text, [a.from, a.to], [b.from, b.to], true, 'likely', '');
    const ends = alternatives(text, [c.from, c.to], [d.from, d.to], true, 'likely', 'a period changed year by year');
    return { ...ends, edits: [...starts.edits, ...ends.edits] };
  }
  const hyphens = [a.gap, c.gap].filter((gap) => gap === '-').length;
  const written = evidence.periods.has(`${a.year}-${b.year}`) || evidence.periods.has(`${c.year}-${d.year}`);
  if (b.gap === '-' || hyphens === 0 || (hyphens === 1 && !written)) return null;
  if (a.year >= b.year || c.year >= d.year || a.year === c.year) return null;
  return alternatives(text, [a.from, b.to], [c.from, d.to], a.year < c.year, 'sure', 'two periods side by side');
}

/** Two single years: side by side without a comma, or fused where no period can stand. */
function pairSeam(text: string, years: readonly YearAt[], evidence: Evidence): Seam | null {
  const [first, second] = years;
  if (first === undefined || second === undefined || years.length !== 2 || first.year === second.year) return null;
  const forward = first.year < second.year;
  const before = text.slice(Math.max(0, first.from - 40), first.from);
  const spans = [
    [first.from, first.to],
    [second.from, second.to],
  ] as const;
  if (first.gap === ' ')
    return alternatives(text, spans[0], spans[1], forward, forward ? 'sure' : 'likely', 'two years side by side');
  if (first.gap !== '') return null;
  const conferenceYear = /\b(?:conference|assembly|session|council|congress)\b[^.;]{0,12}\bin[ \u00a0]$/iu.test(before);
  if (conferenceYear) return alternatives(text, spans[0], spans[1], forward, 'likely', 'two years fused');
  if (evidence.periods.has(`${first.year}-${second.year}`) || periodWord.test(before)) return null;
  if (!singleYear.test(before)) return null;
  return alternatives(text, spans[0], spans[1], forward, 'likely', 'two years fused');
}

/** "203020" is 2020 and 2030 with shared digits, where the document replaces the one by the other elsewhere. */
function learnedSeam(digits: string, at: number, evidence: Evidence): Seam | null {
  for (const key of evidence.learned.keys()) {
    const [old = '', next = ''] = key.split('>');
    if (!/^\d{4}$/.test(old) || !/^\d{4}$/.test(next)) continue;
    const found = sharedDigits(digits, old, next);
    if (found === null) continue;
    const { head, first, second, firstIsOld } = found;
    const spans = [
      [at + head, at + head + first],
      [at + head + first, at + head + first + second],
    ] as const;
    return firstIsOld
      ? replaced(spans[0], spans[1], 'likely', `${old} became ${next} elsewhere`)
      : replaced(spans[1], spans[0], 'likely', `${old} became ${next} elsewhere`);
  }
  return null;
}

function sharedDigits(digits: string, old: string, next: string) {
  for (let head = 3; head > 0; head--) {
    if (old.slice(0, head) !== next.slice(0, head) || !digits.startsWith(old.slice(0, head))) continue;
    for (let tail = 0; head + tail < 4; tail++) {
      const end = tail === 0 ? '' : old.slice(-tail);
      if (tail > 0 && end !== next.slice(-tail)) break;
      const dropped = old.slice(head, 4 - tail);
      const added = next.slice(head, 4 - tail);
      const start = old.slice(0, head);
      if (digits === start + dropped + added + end)
        return { head, first: dropped.length, second: added.length, firstIsOld: true };
      if (digits === start + added + dropped + end)
        return { head, first: added.length, second: dropped.length, firstIsOld: false };
    }
  }
  return null;
}

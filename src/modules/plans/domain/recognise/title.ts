/** Title and period of a plan. */
import { isHeadingLike, type PlanLine } from './lines.ts';

export interface TitlePage {
  title: string | null;
  period: { from: number; to: number } | null;
  /** Lines whose words are in title or period. */
  lines: readonly PlanLine[];
}

const planWords =
  /\b(?:plans?|plan of action|strategy|strategic (?:framework|directions?|agenda)|(?:digital|development|reform|transformation) agenda|road-?map|results (?:framework|matrix)|co-?operation framework|logical framework|programme of work|work programme|agenda for action)\b/i;
const range = /(?<!\d)((?:19|20)\d\d)\s?(?:[-–—/]|to|until|and)\s?((?:19|20)\d\d|\d\d)(?!\d)/gi;
const periodWords = /\b(?:period|for|cover\w*|from|years?|duration)\b/i;
/** Lines among which a title is looked for. */
const titlePage = 40;

/** Looks at the lines before the first element; `lines` are the first lines of the plan. */
export function titlePageOf(lines: readonly PlanLine[]): TitlePage {
  const front = lines.slice(0, titlePage);
  const candidates = front.filter((line) => isTitle(line));
  const title = candidates.find((line) => periodsIn(line.text).length === 1) ?? candidates[0];
  if (title === undefined) return { title: null, period: statedPeriod(front), lines: [] };
  const own = [...periodsIn(title.text), ...yearOf(title.text)];
  if (own.length > 0) return { title: title.text, period: single(own), lines: [title] };
  const next = front[front.indexOf(title) + 1];
  const years = next === undefined || next.text.length > 40 ? [] : [...periodsIn(next.text), ...loneYear(title, next)];
  const onNext = single(years);
  if (onNext !== null && next !== undefined) return { title: title.text, period: onNext, lines: [title, next] };
  return { title: title.text, period: statedPeriod(front), lines: [title] };
}

function isTitle(line: PlanLine): boolean {
  return line.text.length <= 160 && isHeadingLike(line) && planWords.test(line.text) && !/^\d/.test(line.text);
}

/** Every period of years in a text, "2024-27" included. */
export function periodsIn(text: string): { from: number; to: number }[] {
  const periods: { from: number; to: number }[] = [];
  for (const [, first = '', last = ''] of text.matchAll(range)) {
    const from = Number(first);
    const to = last.length === 2 ? Number(first.slice(0, 2) + last) : Number(last);
    if (to >= from && to - from <= 50) periods.push({ from, to });
  }
  return periods;
}

/** The year of a plan for one year: "Operational plan 2025". "Strategy 2030" names an end and no beginning. */
function yearOf(text: string): { from: number; to: number }[] {
  const yearly =
    /\b(?:operational|annual|action|work|implementation)\s+(?:plan|programme)\b|\bprogramme of work\b|\bplan of (?:action|work)\b/i.test(
      text,
    );
  const years = [...text.matchAll(/\b(20\d\d)\b/g)].map((match) => Number(match[1]));
  const [year] = years;
  return yearly && years.length === 1 && year !== undefined ? [{ from: year, to: year }] : [];
}

/** A year on a line of its own under the title of a plan for one year. */
function loneYear(title: PlanLine, next: PlanLine): { from: number; to: number }[] {
  return /^20\d\d$/.test(next.text) ? yearOf(`${title.text} ${next.text}`) : [];
}

/** The one period that sentences of the first pages give to the plan. */
function statedPeriod(front: readonly PlanLine[]): TitlePage['period'] {
  const stated = front.filter((line) => planWords.test(line.text) && periodWords.test(line.text));
  return single(stated.flatMap((line) => periodsIn(line.text)));
}

/** The period that all of these agree on. */
function single(periods: readonly { from: number; to: number }[]): TitlePage['period'] {
  const [first] = periods;
  if (first === undefined || periods.some((other) => other.from !== first.from || other.to !== first.to)) return null;
  return first;
}

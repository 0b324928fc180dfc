/** The timeline of missions as a drawing: what stands where, in hundredths of its width; the page draws it. */
import { daysBetween, firstOf, lastOf } from './days.ts';
import { spanOf, stateOn, stepInWords, type Milestone, type MilestoneState } from './milestones.ts';

export interface TimelineMission {
  slug: string;
  title: string;
  start: string | null;
  end: string | null;
  milestones: readonly Milestone[];
}

export interface TimelineRow {
  slug: string;
  title: string;
  /** Where the bar begins and how wide it is, 0 to 100. */
  from: number;
  width: number;
  /** ISO days. */
  start: string;
  end: string;
  marks: { at: number; what: string; on: string; state: MilestoneState }[];
}

export interface Timeline {
  rows: TimelineRow[];
  /** Beginnings of months, or of quarters and years where there are many. */
  ticks: { at: number; label: string }[];
  today: number | null;
  /** Missions without any date stand in the table only. */
  without: number;
}

const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Lays out missions on one scale of time, in the order of their beginning. */
export function timelineOf(missions: readonly TimelineMission[], day: string): Timeline {
  const dated = missions.flatMap((mission) => {
    const span = rangeOf(mission);
    return span === null ? [] : [{ ...mission, ...span }];
  });
  const without = missions.length - dated.length;
  if (dated.length === 0) return { rows: [], ticks: [], today: null, without };
  const first = firstOfMonth(dated.map(({ from }) => from).toSorted()[0] ?? day, 0);
  const last = firstOfMonth(
    dated
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? day,
    1,
  );
  const whole = daysBetween(first, last);
  const at = (on: string): number => rounded((100 * daysBetween(first, on)) / whole);
  return {
    without,
    today: day >= first && day < last ? at(day) : null,
    ticks: ticksOf(first, last).map(({ on, label }) => ({ at: at(on), label })),
    rows: dated
      .toSorted((one, other) => one.from.localeCompare(other.from) || one.title.localeCompare(other.title))
      .map(({ slug, title, from, to, milestones }) => ({
        slug,
        title,
        start: from,
        end: to,
        from: at(from),
        width: rounded(Math.max(0.8, (100 * (daysBetween(from, to) + 1)) / whole)),
        marks: milestones.map((milestone) => ({
          at: at(milestone.on.length === 7 ? middleOf(milestone.on) : milestone.on),
          what: stepInWords(milestone),
          on: milestone.on,
          state: stateOn(milestone, day),
        })),
      })),
  };
}

/** From the days that were agreed and those of the milestones. */
function rangeOf({ start, end, milestones }: TimelineMission): { from: string; to: string } | null {
  const span = spanOf(milestones);
  const days = [start, end, span?.from ?? null, span?.to ?? null].filter((one) => one !== null).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

function firstOfMonth(day: string, later: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + later, 1)).toISOString().slice(0, 10);
}

const middleOf = (month: string): string => {
  const [first, last] = [firstOf(month), lastOf(month)];
  return new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString().slice(0, 10);
};

/** At most nine ticks: every month, quarter, half year or year, by how long it all takes. */
function ticksOf(first: string, last: string): { on: string; label: string }[] {
  const months: string[] = [];
  for (let at = first; at < last; at = firstOfMonth(at, 1)) months.push(at);
  const step = [1, 3, 6, 12].find((one) => months.length / one <= 9) ?? Math.ceil(months.length / 108) * 12;
  return months
    .filter((on) => (Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1) % step === 0)
    .map((on) => ({ on, label: `${short[Number(on.slice(5, 7)) - 1] ?? ''} ${on.slice(0, 4)}` }));
}

/** What is due of missions on a day, and for whom: a pure function, so that pages, letters and tests say the same. */
import { daysAfter, lastOf } from './days.ts';
import { stateOn, stepInWords } from './milestones.ts';
import { followUpDue, followUpOpen, type MissionFacts } from './mission.ts';

export type MissionSide = 'beneficiary' | 'offerer' | 'secretariat';

export type DutyKind = 'sign' | 'milestone' | 'report' | 'evaluate' | 'close' | 'follow-up';

export interface Duty {
  mission: string;
  kind: DutyKind;
  /** Stable within the mission, so that nobody is reminded twice of the same: "milestone step-2 2027-05". */
  key: string;
  /** "Draft report: first outline" */
  what: string;
  /** ISO day until which it should be done. */
  due: string;
  overdue: boolean;
  whom: MissionSide[];
  /** Organisations, where only some of a side are meant. */
  organisations: string[] | null;
}

/** Days before its date that a thing counts as due. */
export const daysAhead = 14;
/** Days within which an agreement should be signed once it is written, and a mission closed once it is reported. */
export const daysToSign = 21;
export const daysToClose = 60;

export interface MissionForDuties extends MissionFacts {
  /** The day when the newest agreement was made, and who has not signed it; `null` without an agreement. */
  agreement: { madeOn: string; unsigned: string[]; unsignedSides: MissionSide[] } | null;
  /** Sides that have evaluated. */
  evaluatedBy: readonly string[];
  /** Organisations of both sides. */
  sides: readonly string[];
}

/** Everything due or overdue on a day, the most pressing first. */
export function dutiesOn(missions: readonly MissionForDuties[], day: string): Duty[] {
  return missions
    .flatMap((mission) => [...signing(mission), ...steps(mission, day), ...evaluating(mission), ...afterwards(mission)])
    .filter(({ due }) => due <= daysAfter(day, daysAhead))
    .map((duty) => ({ ...duty, overdue: duty.due < day }))
    .toSorted((one, other) => one.due.localeCompare(other.due) || one.key.localeCompare(other.key));
}

type Found = Omit<Duty, 'overdue'>;

function signing({ id, stage, agreement }: MissionForDuties): Found[] {
  if (stage !== 'agreement' || agreement === null || agreement.unsignedSides.length === 0) return [];
  return [
    {
      mission: id,
      kind: 'sign',
      key: `sign ${agreement.madeOn}`,
      what: 'Sign the agreement',
      due: daysAfter(agreement.madeOn, daysToSign),
      whom: agreement.unsignedSides,
      organisations: agreement.unsigned,
    },
  ];
}

function steps({ id, stage, milestones }: MissionForDuties, day: string): Found[] {
  if (stage !== 'agreed' && stage !== 'under-way') return [];
  return milestones
    .filter((milestone) => ['planned', 'late'].includes(stateOn(milestone, day)))
    .map(({ id: step, kind, what, on }): Found => ({
      mission: id,
      kind: kind === 'final-report' ? 'report' : 'milestone',
      key: `milestone ${step} ${on}`,
      what: stepInWords({ kind, what }),
      due: lastOf(on),
      whom: kind === 'feedback' ? ['beneficiary', 'secretariat'] : ['offerer', 'secretariat'],
      organisations: null,
    }));
}

function evaluating({ id, stage, evaluationBy, evaluatedBy, sides }: MissionForDuties): Found[] {
  if (evaluationBy === null || stage === 'cancelled') return [];
  const silent = sides.filter((side) => !evaluatedBy.includes(side));
  if (silent.length === 0) return [];
  return [
    {
      mission: id,
      kind: 'evaluate',
      key: `evaluate ${evaluationBy}`,
      what: 'Evaluate the mission',
      due: evaluationBy,
      whom: ['beneficiary', 'offerer'],
      organisations: silent,
    },
  ];
}

function afterwards(mission: MissionForDuties): Found[] {
  const { id, stage, milestones, closing, followUp } = mission;
  if (stage !== 'reported' && stage !== 'closed') return [];
  const due = followUpDue({ milestones, closing });
  const found: Found[] = [];
  if (due !== null && stage === 'reported') {
    const from = daysAfter(due, -365 + daysToClose);
    found.push({
      mission: id,
      kind: 'close',
      key: 'close',
      what: 'Close the mission',
      due: from,
      whom: ['secretariat'],
      organisations: null,
    });
  }
  if (due !== null && followUpOpen(followUp)) {
    found.push({
      mission: id,
      kind: 'follow-up',
      key: `follow-up ${due}`,
      what: 'Say what became of the advice',
      due,
      whom: ['beneficiary', 'secretariat'],
      organisations: null,
    });
  }
  return found;
}

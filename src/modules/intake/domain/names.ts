/** What the parts of records are called on the check screen, in the words of the field. */

/** A list or object of a record, named by one of its members. */
const elements: Record<string, string> = {
  activities: 'Activity',
  agenda: 'Programme item',
  alignments: 'Alignment',
  annexes: 'Annex',
  answers: 'Answer',
  applications: 'Application',
  assistancePlanForm: 'Form for offers',
  children: 'Clause',
  clauses: 'Clause',
  costs: 'Cost',
  emptyChapters: 'Empty chapter',
  experts: 'Expert',
  fields: 'Question of the form',
  footnotes: 'Footnote',
  indicators: 'Indicator',
  letter: 'Letter',
  levels: 'Level',
  measures: 'Measure',
  next: 'Next meeting',
  nodes: 'Element',
  organisations: 'Organisation',
  outcomes: 'Outcome',
  participants: 'Participant',
  payers: 'Payer',
  plan: 'Plan',
  proposals: 'Proposal',
  risks: 'Risk',
  schedule: 'Time',
  sections: 'Section',
  summary: 'Request in the summary',
  text: 'Proposed text',
  texts: 'Text',
  timeline: 'Time',
};

/** Values whose own name says too little, by their last two steps or their last one. */
const values: Record<string, string> = {
  addendum: 'Addendum',
  after: 'Words as proposed',
  amount: 'Amount',
  before: 'Words as they are',
  bracketed: 'In square brackets',
  by: 'To be reached by',
  baselineYear: 'Year of the baseline',
  candidate: 'Weak signs point to',
  canonical: 'Code as compared',
  cc: 'Copy to',
  certainty: 'How sure',
  codes: 'Outcomes ticked',
  'code/printed': 'Code',
  'country/printed': 'Country',
  'country/iso2': 'Country, two letters',
  deadline: 'Offers by',
  'document/addendum': 'Addendum',
  'document/number': 'Document number',
  'document/proponent': 'Proponent',
  end: 'Ends',
  expects: 'What is missing',
  expertRows: 'Rows for experts',
  'expectedOutcomes/state': 'Tick marks',
  externalId: 'Number in the proposal system',
  from: 'From',
  id: 'Name within the plan',
  isActivity: 'An activity',
  isNew: 'A new text',
  iso2: 'Country, two letters',
  key: 'Short name',
  'label/after': 'Label as proposed',
  'label/before': 'Label as it is',
  'label/printed': 'Label as printed',
  numberPrinted: 'Number as printed',
  of: 'Of',
  online: 'Took part online',
  parent: 'Under',
  'period/from': 'From',
  'period/to': 'To',
  printed: 'As printed',
  'requestedFromOrganiser/state': 'Asked of the organiser',
  'requestedFromOrganiser/items': 'Asked for',
  'revision/after': 'Revision as proposed',
  'revision/before': 'Revision as it is',
  'target/kind': 'Instrument',
  'target/number': 'Number of the instrument',
  'target/part': 'Part of the instrument',
  'title/after': 'Title as proposed',
  'title/before': 'Title as it is',
  'to/code': 'Aligned with',
  'to/scheme': 'Scheme',
  'to/body': 'Body',
  variants: 'Also printed as',
  who: 'Who pays',
};

/** The seven questions of an application. */
const questions: Record<string, string> = {
  policy_issue: 'The issue',
  support_action: 'The support needed',
  policy_contribution: 'What the mission would contribute',
  policy_situation: 'The situation of the policy',
  stakeholders: 'Who else is involved',
  expected_outcomes: 'Expected outcomes',
  timeline: 'Possible timeline',
};

/** "expectedOutcomes" and "expected_outcomes" in plain words. */
function plain(step: string): string {
  const words = step
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const isPosition = (step: string | undefined): boolean => step !== undefined && /^\d+$/.test(step);

/** The last element on a way through a record: "Proposal 4", "Answer: The issue". */
export function nameOfElement(steps: readonly string[]): string {
  const last = steps.at(-1) ?? '';
  const before = steps.at(-2) ?? '';
  if (isPosition(last)) return `${elements[before] ?? plain(before)} ${Number(last) + 1}`;
  if (before === 'answers') return `Answer: ${questions[last] ?? plain(last)}`;
  return elements[last] ?? plain(last);
}

/** The last value on a way through a record: "Title as proposed". */
export function nameOfValue(steps: readonly string[]): string {
  const [before, last] = [steps.at(-2), steps.at(-1) ?? ''];
  const revision = ['place', 'year', 'revised'].includes(last) ? steps.slice(-3).join('/') : '';
  const side = /^revision\/(after|before)\//.exec(revision)?.[1];
  if (side !== undefined) {
    return `${last === 'revised' ? 'Revised' : `${plain(last)} of the revision`}, as ${side === 'after' ? 'proposed' : 'it is'}`;
  }
  return values[`${before ?? ''}/${last}`] ?? values[last] ?? plain(last);
}

/** A whole way through a record: "Proposal 4 › Section 2 › Clause 1 › Words as proposed". */
export function nameOfSteps(steps: readonly string[]): string {
  const parts: string[] = [];
  steps.forEach((step, index) => {
    const way = steps.slice(0, index + 1);
    if (isPosition(step) || steps[index - 1] === 'answers') parts.push(nameOfElement(way));
    else if (index === steps.length - 1) parts.push(nameOfValue(way));
  });
  return parts.join(' › ');
}

/** What codes of the register are called on pages. */
import { countryNames } from '#data/countries.ts';
import { topics } from '#data/topics.ts';
import { isThingKind, thingNames } from '#kernel/reference.ts';
import type { OutcomeCode, ProposalAction, QuestionKey } from '#kernel/reading/index.ts';

/** "Proposal", "Plan element"; a kind without a name is called by its code. */
export const kindName = (kind: string): string => (isThingKind(kind) ? thingNames[kind] : kind);

const countries = new Map(
  countryNames
    .trim()
    .split('\n')
    .map((row): [string, string] => [row.slice(0, 2), row.slice(3).split('|')[0] ?? '']),
);

/** The short English name of a country by its two letters; the letters where there is none. */
export const countryName = (iso2: string): string => countries.get(iso2) ?? iso2;

const topicNames = new Map(topics.map(({ code, label }) => [code, label]));

/** A topic by its code: "Rural and remote access". */
export const topicName = (code: string): string => topicNames.get(code) ?? code.replaceAll('_', ' ');

/** The four actions of proposals, as conferences abbreviate them. */
export const actionNames: Record<ProposalAction, string> = {
  NOC: 'no change',
  MOD: 'modify',
  ADD: 'add',
  SUP: 'suppress',
};

/** The seven questions of an application. */
export const questionNames: Record<QuestionKey, string> = {
  policy_issue: 'The issue',
  support_action: 'The support needed',
  policy_contribution: 'What the mission would contribute',
  policy_situation: 'The situation of the policy',
  stakeholders: 'Who else is involved',
  expected_outcomes: 'Expected outcomes',
  timeline: 'Possible timeline',
};

export const outcomeNames: Record<OutcomeCode, string> = {
  awareness: 'Awareness programme',
  training: 'Training',
  analysis_report: 'Analysis report',
  drafting_regulations: 'Support for drafting regulations',
  policy_design: 'Support for designing a policy or scheme',
  systems: 'Developing systems or applications',
  others: 'Others',
};

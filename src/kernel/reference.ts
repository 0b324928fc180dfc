/** A reference to anything in the register: what kind of thing, and which. Links, history and search speak in these. */
export interface Reference {
  kind: ThingKind;
  id: string;
}

/** Everything that can be linked, seen, searched or changed, with its name for people. */
export const thingNames = {
  source: 'File',
  reading: 'Reading',
  body: 'Body',
  conference: 'Conference',
  instrument: 'Instrument',
  revision: 'Text',
  clause: 'Clause',
  contribution: 'Contribution',
  proposal: 'Proposal',
  preparation: 'Contribution in preparation',
  consolidation: 'Consolidated draft',
  draft: 'Draft',
  plan: 'Plan',
  'plan-node': 'Plan element',
  call: 'Mission call',
  cycle: 'Mission cycle',
  application: 'Mission application',
  'assistance-plan': 'Assistance plan',
  expert: 'Expert',
  mission: 'Mission',
  letter: 'Letter',
  meeting: 'Meeting',
  outcome: 'Meeting outcome',
  activity: 'Activity',
  organisation: 'Organisation',
  person: 'Person',
  account: 'Account',
} as const;

export type ThingKind = keyof typeof thingNames;

/** Whether a word names a kind of thing. */
export function isThingKind(word: string): word is ThingKind {
  return Object.hasOwn(thingNames, word);
}

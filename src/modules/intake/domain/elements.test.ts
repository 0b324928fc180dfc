import { describe, expect, test } from 'vitest';
import type { MissionApplication, ProposalsRecord } from '#kernel/reading/index.ts';
import { chaptersOf, correctablesOf, elementsOf } from './elements.ts';
import { asTyped, fieldAt, mustFit, parseTyped, withValue } from './fields.ts';
import { nameOfSteps } from './names.ts';

const clause = (line: number) => ({
  label: { printed: 'ab)', before: 'a)', after: 'b)' },
  status: 'changed' as const,
  before: 'two masts',
  after: 'three masts',
  runs: [
    { text: 'two', change: 'deleted' as const },
    { text: 'three', change: 'inserted' as const },
    { text: ' masts', change: 'same' as const },
  ],
  certainty: 'guess' as const,
  line,
  children: [],
});

const record: ProposalsRecord = {
  document: { proponent: 'NIC', number: 12, addendum: null },
  proposals: [
    {
      serial: 1,
      reference: 'NIC/12/1',
      externalId: null,
      bookmark: null,
      action: 'MOD',
      target: { kind: 'resolution', number: 4, part: null, isNew: false },
      title: { before: 'Masts', after: 'Masts' },
      revision: { before: { place: 'Suva', year: 2021, revised: true }, after: null },
      parts: { summary: [3, 4], introduction: null, proposal: null, reasons: null },
      text: {
        heading: 'RESOLUTION 4',
        title: 'Masts',
        opening: 'The Assembly,',
        sections: [{ kind: 'preamble', heading: 'noting', status: 'changed', clauses: [clause(9)], line: 8 }],
        annexes: [],
        footnotes: [],
      },
      plan: null,
      lines: [3, 20],
    },
  ],
};

const application: MissionApplication = {
  country: { printed: 'Fiji', iso2: 'FJ' },
  organisation: 'Ministry of Masts',
  title: 'Masts for schools',
  answers: {
    policy_issue: { numberPrinted: '1', question: 'Which issue?', lines: [5, 6], text: ['Few masts.'] },
    support_action: { numberPrinted: null, question: '', lines: null, text: [] },
    policy_contribution: { numberPrinted: null, question: '', lines: null, text: [] },
    policy_situation: { numberPrinted: null, question: '', lines: null, text: [] },
    stakeholders: { numberPrinted: null, question: '', lines: null, text: [] },
    expected_outcomes: { numberPrinted: '6', question: 'Outcomes?', lines: [9, 12], text: [] },
    timeline: { numberPrinted: null, question: '', lines: null, text: [] },
  },
  expectedOutcomes: { state: 'unknown', codes: [], candidate: ['training'] },
  timeline: [{ printed: 'May 2026', from: '2026-05', to: '2026-05', precision: 'month', what: null }],
  lines: [2, 30],
};

describe('the elements of a record', () => {
  const elements = elementsOf('proposals', record);

  test('stand at their lines, each before those inside it', () => {
    expect(elements.map(({ path, name, line, depth }) => [path, name, line, depth])).toEqual([
      ['', 'The document', null, 0],
      ['/proposals/0', 'Proposal 1', 3, 1],
      ['/proposals/0/text', 'Proposed text', 3, 2],
      ['/proposals/0/text/sections/0', 'Section 1', 8, 3],
      ['/proposals/0/text/sections/0/clauses/0', 'Clause 1', 9, 4],
    ]);
  });

  test('show what says most first, and the rest in the words of the field', () => {
    const proposal = elements[1];
    expect(proposal?.main).toBe('NIC/12/1');
    expect(proposal?.fields.map(({ name, value }) => `${name}: ${value ?? '–'}`)).toEqual([
      'Serial: 1',
      'Number in the proposal system: –',
      'Bookmark: –',
      'Action: MOD',
      'Instrument: resolution',
      'Number of the instrument: 4',
      'Part of the instrument: –',
      'A new text: no',
      'Title as it is: Masts',
      'Title as proposed: Masts',
      'Place of the revision, as it is: Suva',
      'Year of the revision, as it is: 2021',
      'Revised, as it is: yes',
      'Summary: 3–4',
    ]);
  });

  test('a clause shows its label and words with their changes', () => {
    expect(elements[4]?.runs?.map(({ text, change }) => `${change} ${text}`)).toEqual([
      'deleted a) ',
      'inserted b) ',
      'deleted two',
      'inserted three',
      'same  masts',
    ]);
  });

  test('what stands at no line of its own stands with what it belongs to', () => {
    const at = new Map(elementsOf('mission-application', application).map(({ path, line }) => [path, line]));
    expect(at.get('/timeline/0')).toBe(2);
    expect(at.get('/answers/policy_issue')).toBe(5);
  });

  test('the top ones are chapters', () => {
    expect(chaptersOf(elements)).toEqual([{ name: 'Proposal 1: NIC/12/1', line: 3 }]);
  });
});

test('the texts of a collection are chapters, each by the line where it begins to say something', () => {
  const { text } = record.proposals[0] ?? {};
  const texts = text === null || text === undefined ? [] : [text, { ...text, heading: 'RESOLUTION 9' }];
  expect(chaptersOf(elementsOf('instruments', { texts }))).toEqual([
    { name: 'Text 1: RESOLUTION 4', line: 8 },
    { name: 'Text 2: RESOLUTION 9', line: 8 },
  ]);
});

describe('correcting', () => {
  test('offers every single value of an element, and nothing else', () => {
    expect(correctablesOf('proposals', record, '/proposals/0/text/sections/0/clauses/0')).toEqual([
      '/proposals/0/text/sections/0/clauses/0/certainty',
      '/proposals/0/text/sections/0/clauses/0/label/printed',
      '/proposals/0/text/sections/0/clauses/0/label/before',
      '/proposals/0/text/sections/0/clauses/0/label/after',
      '/proposals/0/text/sections/0/clauses/0/before',
      '/proposals/0/text/sections/0/clauses/0/after',
    ]);
    expect(correctablesOf('proposals', record, '/proposals/0')).not.toContain('/proposals/0/parts/summary');
    expect(correctablesOf('proposals', record, '/proposals/7')).toBeNull();
    expect(correctablesOf('proposals', record, '/__proto__')).toBeNull();
  });

  test('every field that is offered takes back its own value', () => {
    for (const [kind, whole] of [
      ['proposals', record],
      ['mission-application', application],
    ] as const) {
      for (const element of elementsOf(kind, whole)) {
        for (const path of correctablesOf(kind, whole, element.path) ?? []) {
          const field = fieldAt(kind, whole, path);
          const again = withValue(whole, path, parseTyped(field, field.value === null ? null : asTyped(field.value)));
          expect(again).toEqual(whole);
          mustFit(kind, again);
        }
      }
    }
  });

  test('lost tick marks can be ticked', () => {
    const field = fieldAt('mission-application', application, '/expectedOutcomes/codes');
    expect(field).toMatchObject({ name: 'Outcomes ticked', kind: { type: 'choices' } });
    const ticked = withValue(application, field.path, parseTyped(field, 'training\r\nsystems'));
    mustFit('mission-application', ticked);
    expect(ticked.expectedOutcomes.codes).toEqual(['training', 'systems']);
    const wrong = withValue(application, field.path, parseTyped(field, 'flying'));
    expect(() => mustFit('mission-application', wrong)).toThrow('Outcomes ticked');
  });
});

test('a way through a record reads as a person says it', () => {
  expect(nameOfSteps('proposals/3/text/sections/1/clauses/0/after'.split('/'))).toBe(
    'Proposal 4 › Section 2 › Clause 1 › Words as proposed',
  );
  expect(nameOfSteps('answers/policy_issue/text'.split('/'))).toBe('Answer: The issue › Text');
  expect(nameOfSteps('participants/2'.split('/'))).toBe('Participant 3');
});

import { describe, expect, test } from 'vitest';
import { linesOf } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { agreementDocument, clausesFrom, differencesOf, type AgreementSource } from './agreement.ts';
import { cycleReportDocument, type CycleReport } from './cycle-report.ts';
import { missionMap } from './map.ts';
import { timelineOf } from './timeline.ts';
import { partsOfWords } from './writing.ts';

const source: AgreementSource = {
  title: 'Rules for warnings',
  organiser: 'Oceanic Communications Union',
  country: 'Fiji',
  details: {
    beneficiary: 'Ministry of Tides',
    offerers: [{ id: null, name: 'Institute for Island Law' }],
    manner: 'both',
    place: 'Suva',
    start: '2027-05-03',
    end: null,
    experts: [{ name: 'Dr Elenoa Rarotu, tel. +679 555 0142', organisation: 'IIL', role: 'lead', person: null }],
    publicSummary: '',
    summaryShown: false,
    reason: '',
  },
  milestones: [
    { id: 'step-1', kind: 'workshop', what: 'Two | days', on: '2027-05', moves: [], doneOn: null, dropped: null },
  ],
  costs: [
    {
      id: 'line-1',
      category: 'travel',
      text: 'Air fares',
      quantity: null,
      unit: null,
      amount: { value: '1500.00', currency: 'USD' },
      payers: [
        { who: 'organiser', share: 2500, basis: 'agreed' },
        { who: 'offerer', share: 7500, basis: 'agreed' },
      ],
    },
    { id: 'line-2', category: 'other', text: 'Hall', quantity: null, unit: null, amount: null, payers: [] },
  ],
  scope: 'Write to lina.moana@example.org for details.',
  deliverables: '',
  others: '',
};
const textOf = (key: string): string => clausesFrom(source).find((clause) => clause.key === key)?.text ?? '';

describe('clauses from the record', () => {
  test('who pays what, line by line; what is not known is said so', () => {
    expect(textOf('costs').split('\n').slice(1)).toEqual([
      '| Air fares | USD\u00a01,500.00 | Oceanic Communications Union 25 %, the offering organisation 75 % | agreed |',
      '| Hall | not stated | not said |  |',
    ]);
    expect(textOf('deliverables')).toBe('The deliverables are not yet described.');
    expect(textOf('manner')).toContain('From 3 May 2027 to a day not yet agreed.');
  });

  test('ways to reach people are withheld, and no word breaks a table', () => {
    const all = clausesFrom(source)
      .map(({ text }) => text)
      .join('\n');
    expect(all).not.toMatch(/lina\.moana|555 0142/);
    expect(textOf('schedule').split('\n')[1]).toBe('| Workshop | Two / days | May 2027 |');
  });

  test('the Word file holds every clause and each party that signs', () => {
    const clauses = clausesFrom(source);
    const paper = agreementDocument({
      title: source.title,
      programme: 'Expert Mission 2027',
      number: 2,
      madeOn: '2027-01-05',
      clauses,
      parties: [{ party: 'organiser', name: 'Oceanic Communications Union' }],
      signatures: [{ party: 'organiser', name: 'The Secretary-General', on: '2027-01-06', by: 'A' }],
    });
    const lines = linesOf(readDocx(writeDocx(paper), 'x.docx')).map(({ text }) => text);
    expect(lines).toContain('1\tParties');
    expect(lines).toContain('The Secretary-General');
    expect(lines).toContain('6 January 2027');
    expect(clauses.every(({ title }) => lines.some((line) => line.endsWith(`\t${title}`)))).toBe(true);
  });
});

test('versions differ by their words; a clause that is gone is said to be gone', () => {
  const [first, ...others] = clausesFrom(source);
  const changed = { ...first!, text: `${first!.text} and others` };
  expect(differencesOf([first!, ...others], [changed, ...others.slice(1)]).map(({ key }) => key)).toEqual([
    'parties',
    'scope',
  ]);
  expect(differencesOf(others, others)).toEqual([]);
});

test('typed words become paragraphs, items and tables', () => {
  expect(partsOfWords('One\n\n- two\n| a | b |\n| 1 | 2 |\nEnd')).toEqual([
    { kind: 'paragraph', text: 'One' },
    { kind: 'item', text: 'two' },
    { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
    { kind: 'paragraph', text: 'End' },
  ]);
});

test('the map shows the smallest states as points, one missing place breaks nothing, and it stays small', () => {
  const countries = ['TV', 'NR', 'TK', 'XX'].map((country) => ({ country, name: `<${country}>`, missions: 1 }));
  const map = missionMap(countries);
  expect(map.match(/<circle/g)).toHaveLength(3);
  expect(map).toContain('<title>&lt;TK&gt;: 1 mission</title>');
  expect(map.length).toBeLessThan(60_000);
});

test('the timeline puts bars and steps on one scale, within the drawing', () => {
  const { rows, ticks, today, without } = timelineOf(
    [
      { slug: 'a', title: 'A', start: '2027-01-01', end: '2027-01-31', milestones: [] },
      { slug: 'b', title: 'B', start: null, end: null, milestones: source.milestones },
      { slug: 'c', title: 'C', start: null, end: null, milestones: [] },
    ],
    '2027-03-16',
  );
  expect(rows.map(({ slug, start, end }) => [slug, start, end])).toEqual([
    ['a', '2027-01-01', '2027-01-31'],
    ['b', '2027-05-01', '2027-05-31'],
  ]);
  expect(ticks.map(({ label }) => label)).toEqual(['Jan 2027', 'Feb 2027', 'Mar 2027', 'Apr 2027', 'May 2027']);
  expect([rows[0]?.from, without]).toEqual([0, 1]);
  expect(today).toBeCloseTo((100 * 74) / 151, 1);
  expect(rows.every(({ from, width }) => from >= 0 && from + width <= 100.01)).toBe(true);
});

test('the report of a cycle says “unknown” where it is, and tells no average of two', () => {
  const report: CycleReport = {
    programme: 'Expert Mission',
    year: 2027,
    organiser: 'Oceanic Communications Union',
    on: '2028-01-10',
    requests: [{ title: 'A', country: null, stage: 'Withdrawn', topics: [] }],
    requestStages: ['Received', 'Withdrawn'],
    offers: [],
    offerStages: [],
    missions: [],
    costs: [],
    payers: new Map(),
    evaluations: [
      { side: 'Beneficiaries', given: 2, questions: [{ key: 'fit', question: 'It fitted.', n: 2, average: null }] },
    ],
    advice: [{ mission: 'B', year: 2026, due: '2027-12-01', states: ['adopted', null, null] }],
    notTakenUp: [{ title: 'A', country: null, stage: 'Withdrawn', why: null }],
  };
  const lines = linesOf(readDocx(writeDocx(cycleReportDocument(report)), 'x.docx')).map(({ text }) => text);
  const said = lines.join('\n');
  expect(said).toContain('1 request from no countries; the country of 1 is unknown, and no offers.');
  expect(said).toContain('The topic of 1 request is unknown.');
  expect(said).toContain('The costs of the missions are unknown: no amount is stated.');
  expect(said).toContain('n below 3');
  expect(lines.slice(lines.indexOf('B (2026)'))).toEqual(expect.arrayContaining(['1 December 2027', '1', '2']));
});

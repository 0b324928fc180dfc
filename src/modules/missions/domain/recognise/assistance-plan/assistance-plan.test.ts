import { describe, expect, test } from 'vitest';
import { AssistancePlan } from '#kernel/reading/missions.ts';
import type { Source } from '#formats/document/index.ts';
import { cell, paragraph, row, table } from '../../../../../testing/docx.ts';
import { docxSource, textSource } from '../../../../../testing/source.ts';
import { assistancePlanRecogniser as recogniser, missionApplicationRecogniser } from '../recognisers.ts';

function read(source: Source) {
  expect(recogniser.suits(source).score).toBeGreaterThanOrEqual(0.5);
  expect(missionApplicationRecogniser.suits(source).score).toBeLessThan(0.5);
  const result = recogniser.recognise(source);
  AssistancePlan.parse(result.record);
  return { ...result, rules: result.findings.map((finding) => finding.rule) };
}

const filled = `
Assistance Plan for the OCU Advisory Mission 2024

1. The plan
1.1 Which topic or country is of interest to you?
Numbering plan, Vanuatu
1.2 Details of the plan
- Desk study
- Two site visits
1.3 Tentative schedule
(The mission should be completed by December 2024.)
May 2024: desk study
Sept–Oct 2024: visits
1.4 Possible outcomes
Draft plan
1.5 Any others
(Please say where the secretariat should help.)

2. Money
2.1 Estimated costs (travel, fees, documents)
- Air fares: USD 2,400 (OCU)
- Consulting fee 10 days: EUR 5 000, paid by Moana Institute
- Printing, US$ 3k
- Venue: VUV 20,000.- (50% OCU, 50% Vanuatu)
2.2 Which of these items would you like OCU to pay? (No answer means that your side bears them all.)
Air fares only
3. Experts proposed
a) Name\tb) Organisation\tc) Tel\td) Email
Dr. Ana Tui\tMoana Institute\t+679 330 0000\tana.tui@moana.example
Mr. /Ms./ Dr.-----\t-----\t+66\t-----@---
`;

describe('a filled plan as text', () => {
  const { record, placed, rules, findings } = read(textSource(filled));

  test('what is offered', () => {
    expect(record.interest).toBe('Numbering plan, Vanuatu');
    expect(record.details).toEqual(['- Desk study', '- Two site visits']);
    expect(record.outcomes).toEqual(['Draft plan']);
    expect(record.others).toEqual([]);
    expect(record.schedule).toEqual([
      { printed: 'May 2024', from: '2024-05', to: '2024-05', precision: 'month', what: 'desk study' },
      { printed: 'Sept–Oct 2024', from: '2024-09', to: '2024-10', precision: 'month', what: 'visits' },
    ]);
  });

  test('costs, amounts and payers', () => {
    expect(record.costs.map((cost) => [cost.category, cost.amount, cost.payers])).toEqual([
      ['travel', { value: '2400', currency: 'USD' }, [{ who: 'apt', share: 1 }]],
      ['fee', { value: '5000', currency: 'EUR' }, [{ who: 'offerer', share: 1 }]],
      ['documentation', null, []],
      [
        'logistics',
        { value: '20000', currency: 'VUV' },
        [
          { who: 'apt', share: 0.5 },
          { who: 'beneficiary', share: 0.5 },
        ],
      ],
    ]);
    expect(record.requestedFromOrganiser).toEqual({ state: 'given', items: ['Air fares only'] });
  });

  test('experts without any way to reach them', () => {
    expect(record.experts).toEqual([{ name: 'Dr. Ana Tui', organisation: 'Moana Institute' }]);
    expect(JSON.stringify([record, findings])).not.toMatch(/330|ana\.tui@/);
    expect(findings.find((one) => one.rule === 'contacts-withheld')?.message).toBe(
      '2 telephone numbers and addresses are withheld.',
    );
  });

  test('hints of the form are no answers', () => {
    expect(rules).toEqual(['amount-not-read', 'contacts-withheld']);
    expect([10, 16].map((line) => placed.has(line))).toEqual([false, false]);
  });
});

const without = (answer: string) => filled.replace('Air fares only\n', answer);

describe('what the organiser should pay', () => {
  test('left blank: the offering side bears what has no payer', () => {
    const { record, rules } = read(textSource(without('').replace(' (OCU)', '')));
    expect(record.requestedFromOrganiser).toEqual({ state: 'blank', items: [] });
    expect(record.costs[0]?.payers).toEqual([{ who: 'offerer', share: 1 }]);
    expect(rules).toContain('offerer-bears-all');
  });

  test('asked for by kind: the organiser is asked to pay lines of that kind, share unknown', () => {
    const { record } = read(textSource(filled.replace(' (OCU)', '')));
    expect(record.costs.map((cost) => cost.payers)[0]).toEqual([{ who: 'apt', share: null }]);
  });

  test('"none" is an answer', () => {
    expect(read(textSource(without('None\n'))).record.requestedFromOrganiser).toEqual({ state: 'given', items: [] });
  });

  test('question not there: not received', () => {
    const { record, rules } = read(textSource(filled.replace(/^2\.2 .*\nAir fares only\n/mu, '')));
    expect(record.requestedFromOrganiser).toEqual({ state: 'not-received', items: [] });
    expect(rules).toContain('requested-not-received');
  });
});

test('a Word form of another body: cost table with a currency in its head and a wrong total, experts as a list', async () => {
  const source = await docxSource({
    body: [
      paragraph('Offer of support'),
      table(
        row([cell('Request you wish to support'), cell('Rules for shared towers (Fiji)')]),
        row([cell('Description of your approach'), cell(paragraph('Interviews') + paragraph('Draft rules'))]),
        row([cell('Period'), cell('Q3 2024')]),
        row([cell('Deliverables'), cell('Draft rules')]),
      ),
      paragraph('Estimated costs'),
      table(
        row([cell('Item'), cell('Amount (CHF)'), cell('Paid by')]),
        row([cell('Flights'), cell('1,200'), cell('Organiser')]),
        row([cell('Hotel'), cell('1.500'), cell('Ministry')]),
        row([cell('Fees'), cell("3'000"), cell('University')]),
        row([cell('Total'), cell('9,999'), cell('')]),
      ),
      paragraph('Proposed experts'),
      paragraph('1. Ms Leilani Faleolo, Senior Engineer, Reef University, leilani [at] reef [dot] org'),
      paragraph('2. Tomasi Vea, Atoll Networks, Tel. 555 0100'),
    ].join(''),
  });
  const { record, rules, findings, placed } = read(source);
  expect(record.interest).toBe('Rules for shared towers (Fiji)');
  expect(record.details).toEqual(['Interviews', 'Draft rules']);
  expect(record.schedule[0]).toMatchObject({ from: '2024-07', to: '2024-09', precision: 'quarter' });
  expect(record.costs).toEqual([
    {
      category: 'travel',
      description: 'Flights',
      amount: { value: '1200', currency: 'CHF' },
      payers: [{ who: 'apt', share: 1 }],
    },
    { category: 'travel', description: 'Hotel', amount: null, payers: [{ who: 'beneficiary', share: 1 }] },
    {
      category: 'fee',
      description: 'Fees',
      amount: { value: '3000', currency: 'CHF' },
      payers: [{ who: 'offerer', share: 1 }],
    },
  ]);
  expect(record.experts).toEqual([
    { name: 'Ms Leilani Faleolo', organisation: 'Reef University' },
    { name: 'Tomasi Vea', organisation: 'Atoll Networks' },
  ]);
  expect(record.requestedFromOrganiser.state).toBe('not-received');
  expect(source.lines.filter((line) => !placed.has(line.number)).map((line) => line.text)).toEqual([
    'Total',
    '9,999',
    '',
  ]);
  expect(rules).toEqual(['amount-not-read', 'requested-not-received', 'contacts-withheld']);
  expect(JSON.stringify([record, findings])).not.toMatch(/reef \[dot\]|555/);
});

test('a total that differs from the sum of its lines is told', () => {
  const { findings, record } = read(
    textSource(
      filled
        .replace('- Printing, US$ 3k\n', '')
        .replace('EUR 5 000', 'USD 5,000')
        .replace(/- Venue.*\n/u, 'Total: USD 7,500\n'),
    ),
  );
  expect(record.costs).toHaveLength(2);
  expect(findings.find((one) => one.rule === 'cost-total-differs')?.message).toBe(
    'The total of 7500 USD differs from the sum of the lines, 7400.00.',
  );
});

test('shares that do not add up to 1 are told', () => {
  const { rules } = read(textSource(filled.replace('50% Vanuatu', '40% Vanuatu')));
  expect(rules).toContain('shares-differ');
});

test('answers behind the questions, a list of words for who pays, experts in labelled lines', () => {
  const { record } = read(
    textSource(`
Offer of assistance

1. Which request do you wish to support? Numbering plan (Vanuatu)
2. Description of the assistance: two experts review the plan
3. Proposed dates: 3–14 November 2025
4. Deliverables: report, workshop
5. Any other information
Please help us to meet the operators.
6. Estimated budget:
Airfare 2 x 1,500 = USD 3,000 (paid by OCU)
Allowances USD 2,000, OCU 40%, Vanuatu 60%
Expert fees: in kind
7. Is any financial contribution requested from the OCU?
Airfare
8. Experts
Name: Dr Leilani Faleolo
Organisation: Reef University
Tel: +685 123 4567
E-mail: leilani@reef.example
`),
  );
  expect([record.interest, record.details, record.outcomes]).toEqual([
    'Numbering plan (Vanuatu)',
    ['two experts review the plan'],
    ['report, workshop'],
  ]);
  expect(record.schedule).toEqual([
    { printed: '3–14 November 2025', from: '2025-11', to: '2025-11', precision: 'day', what: null },
  ]);
  expect(record.others).toEqual(['Please help us to meet the operators.']);
  expect(record.costs.map((cost) => [cost.category, cost.amount?.value, cost.payers])).toEqual([
    ['travel', '3000', [{ who: 'apt', share: 1 }]],
    [
      'travel',
      '2000',
      [
        { who: 'apt', share: 0.4 },
        { who: 'beneficiary', share: 0.6 },
      ],
    ],
    ['fee', undefined, [{ who: 'offerer', share: 1 }]],
  ]);
  expect(record.experts).toEqual([{ name: 'Dr Leilani Faleolo', organisation: 'Reef University' }]);
});

test('the empty form says so and concludes nothing about who pays', () => {
  const empty =
    'Plan of assistance\n1. Topic of interest\n2. Describe your approach\n3. Schedule\n4. Estimated costs\n5. Which cost items would you like OCU to pay?\n';
  const { record, rules } = read(textSource(empty));
  expect(record.requestedFromOrganiser.state).toBe('blank');
  expect(rules).toEqual(['plan-empty']);
});

const offer = (asked: string): string => `
Offer of assistance
1.1 Topic / country: Lights on the reef, Kiribati
1.2 Details of the assistance: We design the lights.
1.3 Schedule: November 2027
1.4 Outcomes: Drawings
1.5 Others: We need a boat.
2.1 Estimated cost: tickets AUD 2,000; allowances AUD 900; fee AUD 4,000 per expert
2.2 Which costs should the OCU pay? No answer means that the experts bear all costs.
${asked}
3. Experts: Penina Toa, Light Works
`;

const payers = (asked: string): unknown[] =>
  read(textSource(offer(asked))).record.costs.map((cost) => cost.payers.map(({ who, share }) => `${who} ${share}`));

describe('what is asked of the organiser', () => {
  test('nothing, "none" and "N/A" are three answers; an item means the lines that it names', () => {
    const all = [['offerer 1'], ['offerer 1'], ['offerer 1']];
    expect(payers('')).toEqual(all);
    expect(payers('None')).toEqual(all);
    expect(payers('N/A')).toEqual([[], [], []]);
    expect(payers('Allowances')).toEqual([[], ['apt null'], []]);
    expect(payers('Travel costs')).toEqual([['apt null'], ['apt null'], []]);
  });

  test('several costs on one line are several, answers behind a colon are answers', () => {
    const { record } = read(textSource(offer('')));
    expect(record.costs.map((cost) => [cost.description, cost.amount?.value])).toEqual([
      ['tickets AUD 2,000', '2000'],
      ['allowances AUD 900', '900'],
      ['fee AUD 4,000 per expert', undefined],
    ]);
    expect(record.interest).toBe('Lights on the reef, Kiribati');
    expect(record.others).toEqual(['We need a boat.']);
    expect(record.experts).toEqual([{ name: 'Penina Toa', organisation: 'Light Works' }]);
    expect(record.requestedFromOrganiser).toEqual({ state: 'blank', items: [] });
  });

  test('who bears a cost may stand before the word for it', () => {
    const { record } = read(textSource(offer('').replace(/tickets.*/, 'the experts bear all costs')));
    expect(record.costs.map((cost) => cost.payers)).toEqual([[{ who: 'offerer', share: 1 }]]);
  });
});

test('fields in everyday words; a table with unit costs and totals', () => {
  const { record } = read(
    textSource(`
Expression of interest: offer of expertise
Country and project: Solomon Islands – Emergency roaming
What we offer:
A lawyer for two weeks.
When:
from 1 February to 30 April 2028
What will be delivered:
Draft rules
Budget:
No.\tDescription\tUnit cost\tTotal (AUD)\tBorne by
1\tInternational travel\t2,000\t4,000\tOCU
2\tStaff time\t–\t10,000\tIn kind

Support requested from OCU:
International travel only
Team:
Dr. Mere Ravu, Coast Regulator
`),
  );
  expect(record).toMatchObject({
    interest: 'Solomon Islands – Emergency roaming',
    details: ['A lawyer for two weeks.'],
    outcomes: ['Draft rules'],
    requestedFromOrganiser: { state: 'given', items: ['International travel only'] },
    experts: [{ name: 'Dr. Mere Ravu', organisation: 'Coast Regulator' }],
  });
  expect(record.schedule.map(({ from, to, precision }) => [from, to, precision])).toEqual([
    ['2028-02', '2028-04', 'day'],
  ]);
  expect(record.costs).toEqual([
    {
      category: 'travel',
      description: 'International travel',
      amount: { value: '4000', currency: 'AUD' },
      payers: [{ who: 'apt', share: 1 }],
    },
    {
      category: 'fee',
      description: 'Staff time',
      amount: { value: '10000', currency: 'AUD' },
      payers: [{ who: 'offerer', share: 1 }],
    },
  ]);
});

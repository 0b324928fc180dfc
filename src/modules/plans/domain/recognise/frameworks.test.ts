/** Frameworks as other organisations lay them out, each in miniature, as texts. */
import { describe, expect, test } from 'vitest';
import type { PlanRecord } from '#kernel/reading/index.ts';
import { readPlanText as read } from './testing/read-text.ts';

/** A table as texts of Word files have it: a blank line before each row, a tab before each cell. */
const table = (...rows: string[][]): string =>
  `\n${rows.map((cells) => `${cells.map((words) => `\t${words}`).join('\n')}\n`).join('\n')}\n`;

const targets = (record: PlanRecord): string[] =>
  record.indicators.map(({ of, target }) =>
    target === null ? `${of} -` : `${of} ${target.comparator} ${target.value} ${target.unit ?? '-'} ${target.by}`,
  );
const links = (record: PlanRecord): string[] =>
  record.alignments.map(({ from, to }) => [from, to.scheme, to.body, to.code].filter(Boolean).join(' '));
const linksFrom = (record: PlanRecord, id: string): string[] =>
  links(record).flatMap((link) => (link.startsWith(`${id} `) ? [link.slice(id.length + 1)] : []));

test('a results matrix names its elements in the first column, units stand in their own', () => {
  const { nodes, record } = read(
    `Moana Cooperation Framework 2025-2029\n${table(
      ['Results', 'Indicators', 'Unit', 'Baseline (2023)', 'Target (2029)', 'Means of verification'],
      ['Outcome 1: Islanders use safe services', '1a. Islanders who use them', '%', '22', '60', 'Survey'],
      ['', '1b. Services online', 'number', '4', '25', 'Portal'],
      ['Output 1.1: Staff are trained', '1.1a. Officials trained', 'persons', '35', '400', 'Records'],
    )}`,
  );
  expect(nodes).toEqual([
    '10 outcome:1 < - | Islanders use safe services',
    '24 output:1.1 < outcome:1 | Staff are trained',
  ]);
  expect(targets(record)).toEqual(['outcome:1 = 60 % 2029', 'outcome:1 = 25 - 2029', 'output:1.1 = 400 persons 2029']);
});

test('a logical framework has a purpose between goal and outputs; prose headed “Purpose” has none', () => {
  const { nodes } = read(
    `Logical framework: Reef Cable Project\n${table(
      ['Narrative summary', 'Objectively verifiable indicators', 'Assumptions'],
      ['Goal: Island economies grow', 'Households with broadband at 55% by 2027', 'Fuel stays cheap'],
      ['Purpose: Three atolls have a link', 'Availability at least 99% by 2026', 'No cyclone'],
      ['Output 1: Cable laid', '240 km of cable laid by 2025', 'Permits granted'],
    )}`,
  );
  expect(nodes.map((node) => node.replace(/^\d+ /, ''))).toEqual([
    'goal:#1 < - | Island economies grow',
    'purpose:#1#1 < goal:#1 | Three atolls have a link',
    'output:1 < purpose:#1#1 | Cable laid',
  ]);
  expect(read('Strategic Plan 2025\nPurpose: this paper tells members what is planned.\n').nodes).toEqual([]);
});

test('codes in cells of their own, merged downwards', () => {
  const { nodes } = read(
    `Action Plan for Safe Harbours 2024-2026\n${table(
      ['No.', 'Objective', 'No.', 'Action', 'Lead'],
      ['1', 'Warn every vessel', '1.1', 'Install beacons', 'Coast Office'],
      ['', '', '1.2', 'Test the beacons', 'Coast Office'],
      ['2', 'Share weather data', '2.1', 'Open the archive', 'Met Service'],
    )}`,
  );
  expect(nodes.map((node) => node.replace(/^\d+ /, ''))).toEqual([
    'objective:1 < - | Warn every vessel',
    'action:1.1 < objective:1 | Install beacons',
    'action:1.2 < objective:1 | Test the beacons',
    'objective:2 < - | Share weather data',
    'action:2.1 < objective:2 | Open the archive',
  ]);
});

test('a cell that holds only the code of an element names that one and makes none', () => {
  const { nodes } = read(
    `Implementation Plan 2025–2027\nObjectives\na.1 Bring fibre to the capital\na.2 Bring radio to the islands\nActions\n${table(
      ['Objective', 'Action', 'When'],
      ['a.1', 'a.1.1 Dig the trench', '2025'],
      ['a.1', 'a.1.2 Connect the ministries', '2026'],
      ['a.2', 'a.2.1 Rent two towers', '2025'],
    )}`,
  );
  expect(nodes.map((node) => node.replace(/^\d+ /, ''))).toEqual([
    'objective:a.1 < - | Bring fibre to the capital',
    'objective:a.2 < - | Bring radio to the islands',
    'action:a.1.1 < objective:a.1 | Dig the trench',
    'action:a.1.2 < objective:a.1 | Connect the ministries',
    'action:a.2.1 < objective:a.2 | Rent two towers',
  ]);
});

test('headings of several lines, quarters and owners beside them', () => {
  const { nodes, record } = read(
    `Country Programme Action Plan 2025–2027\n${table(
      ['Expected\noutcome', 'Outputs', 'Performance\nindicator', 'Annual\ntarget', 'Q1', 'Q2'],
      ['Outcome 1. Farmers are warned', '1.1 A centre is staffed', 'Warnings sent', '30', 'x', ''],
      ['', '1.2 Operators carry warnings', 'Operators with an agreement', '5', '', 'x'],
    )}`,
  );
  expect(nodes.map((node) => node.replace(/^\d+ /, ''))).toEqual([
    'outcome:1 < - | Farmers are warned',
    'output:1.1 < outcome:1 | A centre is staffed',
    'output:1.2 < outcome:1 | Operators carry warnings',
  ]);
  expect(targets(record)).toEqual(['output:1.1 = 30 - null', 'output:1.2 = 5 - null']);
});

test('targets in words; what one number does not state is left open', () => {
  const { record } = read(`Corporate Plan 2024 – 2028
Goal 1: Networks that do not fail
Targets
- Halve the number of outages by 2028 (2023 baseline: 14)
- At least 75 per cent of members by 2027 (2020 baseline: 40) run a response team
- No more than 3 days to repair a cable by 2026
- Between 20 and 30 technicians trained each year
- Two thirds of services online by 2026
- Double the number of users by 2028
`);
  const stated = record.indicators.map(({ target }) =>
    target === null ? null : [target.comparator, target.value, target.unit, target.by, target.baselineYear],
  );
  expect(stated).toEqual([
    ['=', 50, '%', 2028, 2023],
    ['>=', 75, '%', 2027, 2020],
    ['<=', 3, 'days', 2026, null],
    null,
    null,
    null,
  ]);
});

describe('links in the spellings that are met', () => {
  const { record } = read(`Regional Action Plan 2025-2028
Objective 1: Connect the unconnected
Linked SDGs: 1, 4 and 9
WSIS Action Lines: C2, C3–C5 and C11
Resolutions: PP Res. 135, 139; WTDC Res. 37
Output 1.1: A shared satellite capacity
SDG targets: 9.1, 9.c
Output 1.2: Community networks
SDG 5.b; SDG 10
Objective 2: Build trust
Contributes to SDG 16 (16.10) and SDG Target 17.6
SDGs 1–3
WSIS AL C5
Output 2.1: Response teams
SDG indicator 17.6.1
`);
  test('goals, targets, indicators, action lines and resolutions', () => {
    expect(linksFrom(record, 'objective:1').join(', ')).toBe(
      'sdg-goal 1, sdg-goal 4, sdg-goal 9, wsis C2, wsis C3, wsis C4, wsis C5, wsis C11, resolution PP 135, resolution PP 139, resolution WTDC 37',
    );
    expect(linksFrom(record, 'output:1.1')).toEqual(['sdg-target 9.1', 'sdg-target 9.c']);
    expect(new Set(linksFrom(record, 'output:1.2'))).toEqual(new Set(['sdg-target 5.b', 'sdg-goal 10']));
    expect(linksFrom(record, 'objective:2')).toHaveLength(7);
    expect(new Set(linksFrom(record, 'objective:2').map((link) => link.replace('sdg-', '')))).toEqual(
      new Set(['goal 16', 'target 16.10', 'target 17.6', 'goal 1', 'goal 2', 'goal 3', 'wsis C5']),
    );
    expect(linksFrom(record, 'output:2.1')).toEqual(['sdg-indicator 17.6.1']);
  });

  test('a sentence that only speaks of them links nothing', () => {
    expect(links(read('Goal 1: Grow\nMembers spoke about SDG 4 and the schools of the islands.\n').record)).toEqual([]);
  });
});

test('what readers are invited to say is no list of objectives', () => {
  const { nodes } = read(`Plan of Action 2025 of the Women in Ports Network
Objective: More women in port offices
Activities
- Publish vacancies on one page
Members agreed on the objectives. They are invited to say:
- whether they can host a mentor
- whether they can pay for travel
`);
  expect(nodes.map((node) => node.replace(/^\d+ /, ''))).toEqual([
    'objective:#1 < - | More women in port offices',
    'activity:#1#1 < objective:#1 | Publish vacancies on one page',
  ]);
});

test('an empty table headed “Region” is a form for the regions', () => {
  const { record } = read(
    `Corporate Plan 2025–2027\nGoal 1: Fair markets\nGoal 2: Trust\nInitiatives\n${table(['Region'], ['Northern Islands'], [''], ['Southern Islands'], [''])}`,
  );
  expect(record.emptyChapters.map(({ heading, expects }) => `${heading}: ${expects}`)).toEqual([
    'Northern Islands: regional',
    'Southern Islands: regional',
  ]);
});

test('risks in lines of their own; an agenda may be a plan', () => {
  const { record } = read(`Digital Agenda for the Outer Islands 2027-2031
Goal 1: Trusted numbers
Risk 1: Data are lost
Likelihood: medium
Response: keep two copies
Risk 2: Staff leave
Treatment: transfer: share the work with the university
Resources
To be confirmed.
`);
  expect([record.title, record.period]).toEqual([
    'Digital Agenda for the Outer Islands 2027-2031',
    { from: 2027, to: 2031 },
  ]);
  expect(record.risks.map(({ title, measures }) => [title, measures])).toEqual([
    ['Data are lost', [{ kind: 'limitation', text: 'keep two copies' }]],
    ['Staff leave', [{ kind: 'transfer', text: 'share the work with the university' }]],
  ]);
  expect(record.emptyChapters.map(({ expects }) => expects)).toEqual(['financing']);
});

test('an association of a region in the title is no empty chapter on that region', () => {
  const { record } = read(`PACIFIC PORTS ASSOCIATION
STRATEGIC PLAN 2025 – 2029
Values
- Safety
KEY RESULT AREA 1 – SAFE PORTS
Strategic Objective 1.1 Reduce accidents
`);
  expect(record.emptyChapters).toEqual([]);
  expect(record.nodes.map(({ id }) => id)).toEqual(['value:#1', 'result-area:1', 'objective:1.1']);
});

test('a code before the word for its level', () => {
  const { nodes } = read(`National Roadmap 2026–2030
Focus area 1. Governance
1.1 Objective: a national agency is in place
Activities
a. Draft the law
b. Recruit staff
Focus area 2. Response
2.1 Objective: incidents are handled within a day
`);
  expect(nodes.map((node) => node.replace(/^\d+ /, ''))).toEqual([
    'focus-area:1 < - | Governance',
    'objective:1.1 < focus-area:1 | a national agency is in place',
    'activity:1.1.a < objective:1.1 | Draft the law',
    'activity:1.1.b < objective:1.1 | Recruit staff',
    'focus-area:2 < - | Response',
    'objective:2.1 < focus-area:2 | incidents are handled within a day',
  ]);
});

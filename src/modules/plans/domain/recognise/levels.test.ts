/** Which level stands over which, what numbers mean, and what is left out. */
import { describe, expect, test } from 'vitest';
import { readPlanText as read } from './testing/read-text.ts';

describe('order of levels', () => {
  test('of two levels of one role the first named stands higher', () => {
    const { nodes } = read(`Pillar I: Links
Goal: To reach all islands
Priority areas:
I.1 Cables
Work items:
(a) Share maps;
(b) Hold workshops.
Pillar II: Trust
Goal: To keep networks safe
`);
    expect(nodes).toEqual([
      '1 pillar:I < - | Links',
      '2 goal:I#1 < pillar:I | To reach all islands',
      '4 priority-area:I.1 < pillar:I | Cables',
      '6 work-item:I#1#1 < goal:I#1 | Share maps;',
      '7 work-item:I#1#2 < goal:I#1 | Hold workshops.',
      '8 pillar:II < - | Trust',
      '9 goal:II#1 < pillar:II | To keep networks safe',
    ]);
  });

  test('a programme stands over objectives where it comes first', () => {
    const { nodes } = read('Programme: Ports\nObjective: To open them\nProgramme: Crews\nObjective: To train them\n');
    expect(nodes).toEqual([
      '1 programme:#1 < - | Ports',
      '2 objective:#1#1 < programme:#1 | To open them',
      '3 programme:#2 < - | Crews',
      '4 objective:#2#1 < programme:#2 | To train them',
    ]);
  });

  test('two levels of one noun keep their whole names', () => {
    const { record, nodes } = read(`Strategic Objective 1: Links
Specific Objective 1.1: Cables
Action 1: Map
Sub-action 1.1: Draw
`);
    expect(record.levels.map((level) => level.key)).toEqual([
      'strategic-objective',
      'specific-objective',
      'action',
      'sub-action',
    ]);
    expect(nodes[1]).toBe('2 specific-objective:1.1 < strategic-objective:1 | Cables');
  });

  test('targets are set for goals, whatever else has that number', () => {
    const { nodes } = read(`Goal 1 – Reach: Links for all
Target 1.1: by 2027, 60% of islands
Outcomes:
1) More licences
2) More radios
`);
    expect(nodes).toContain('2 target:1.1 < goal:1 | by 2027, 60% of islands');
  });

  test('codes without a heading over them take the level of what follows or precedes', () => {
    const { record, nodes } = read(`STRATEGIC PILLARS AND ACTION PLANS
A. CONNECTIVITY: Links for all
Objective A.1: To lay cables
A.1.1 Survey the sea bed
A.1.2 Lay the cable
B. TRUST: Safe links
Objective B.1: To guard them
B.1.1 Watch the coast
`);
    expect(record.levels.map(({ key, role }) => `${key} ${role}`)).toEqual([
      'pillar goal',
      'objective objective',
      'action activity',
    ]);
    expect(nodes).toEqual([
      '2 pillar:A < - | CONNECTIVITY: Links for all',
      '3 objective:A.1 < pillar:A | To lay cables',
      '4 action:A.1.1 < objective:A.1 | Survey the sea bed',
      '5 action:A.1.2 < objective:A.1 | Lay the cable',
      '6 pillar:B < - | TRUST: Safe links',
      '7 objective:B.1 < pillar:B | To guard them',
      '8 action:B.1.1 < objective:B.1 | Watch the coast',
    ]);
  });

  test('a level that nothing names is an item, and that is said', () => {
    const { record, rules } = read('Objective A.1: Links\nA.1.1 Survey\nA.1.2 Lay cable\n');
    expect(record.levels.map(({ key, role }) => `${key} ${role}`)).toEqual(['objective objective', 'item other']);
    expect(rules).toContain('plan-level-unnamed');
  });
});

describe('numbers', () => {
  test('of a lower level hold nothing of a higher one', () => {
    const { nodes } = read('Goal 1.1: Links\nAction 1: Map\n');
    expect(nodes).toEqual(['1 goal:1.1 < - | Links', '2 action:1 < goal:1.1 | Map']);
  });

  test('that contradict each other make no circle', () => {
    const { record } = read('Outcome 1.1: Links\nCommitment 1: Map\n');
    expect(record.nodes.map((node) => node.parent)).toEqual([null, 'outcome:1.1']);
  });

  test('of sections end what the section before held, not what holds the section', () => {
    const { nodes } = read(`1. Goals of the plan
Goal 1: Links
1. Background
Links are dear.
2. Work
Programme: Cables
2. Objectives of the sectors
2.1 First sector
Objective X: Ships
`);
    expect(nodes).toEqual([
      '2 goal:1 < - | Links',
      '6 programme:1#1 < goal:1 | Cables',
      '9 objective:X < goal:1 | Ships',
    ]);
    const ended = read(`1. Goals of the plan
Goal 1: Links
2. Objectives of the sectors
Objective X: Ships
`);
    expect(ended.nodes).toEqual(['2 goal:1 < - | Links', '4 objective:X < - | Ships']);
  });

  test('that restart under each element go on from its code', () => {
    const { nodes } = read(`Objective 1: Links
Output 1: A map of cables
Output 2: A list of stations
Objective 2: Crews
Output 1: Courses
`);
    expect(nodes).toEqual([
      '1 objective:1 < - | Links',
      '2 output:1.1 < objective:1 | A map of cables',
      '3 output:1.2 < objective:1 | A list of stations',
      '4 objective:2 < - | Crews',
      '5 output:2.1 < objective:2 | Courses',
    ]);
  });

  test('that restart with nothing over them are counted through', () => {
    const { nodes } = read(
      'Results:\n1) More licences\n2) More radios\nSome prose between.\nResults:\n1) Reliable numbers\n',
    );
    expect(nodes.map((node) => node.split(' ')[1])).toEqual(['result:#1', 'result:#2', 'result:#3']);
  });

  test('one code for two different elements is told', () => {
    const { nodes, rules } = read('Goal 1: Open the harbours\nGoal 1: Train every pilot\n');
    expect(nodes.map((node) => node.split(' ')[1])).toEqual(['goal:1', 'goal:1~2']);
    expect(rules).toEqual(['plan-duplicate-code']);
  });

  test('a code whose parent is not printed is told where the others have theirs', () => {
    const { record, rules } = read('Goal 1: Links\nTarget 1.1: by 2027, 5 cables\nTarget 7.1: by 2027, 9 cables\n');
    expect(record.nodes.map((node) => node.parent)).toEqual([null, 'goal:1', null]);
    expect(rules).toEqual(['plan-orphan-node']);
  });

  test('an element printed twice is one node with the fuller words, differences are told', () => {
    const { nodes, rules, unplaced } = read(`Sector Objectives:
1. R.1 (Ports): Open the ports
1. R.2 (Crews): Train the crews
Prose between the list and the table.
Table 2: Objectives and Outcomes
	R.1 (Ports) Open all the ports

	Outcomes
	Outputs

	R.1-a: More ships
	R.1-1: Guide
`);
    expect(nodes.slice(0, 2)).toEqual([
      '6 objective:R.1 < - | (Ports) Open all the ports',
      '3 objective:R.2 < - | (Crews): Train the crews',
    ]);
    expect(rules).toEqual(['plan-list-numbering-lost', 'plan-statement-differs']);
    expect(unplaced).toEqual([4]);
  });
});

describe('lists', () => {
  test('that lost their bullets are read where the lines are plainly points', () => {
    const { nodes, unplaced } = read(`Objective 1: Safe seas
To make every voyage safe.
Expected outcomes
Crews trained in rescue
Equipment renewed

More is said below.
`);
    expect(nodes.slice(1)).toEqual([
      '4 outcome:1#1 < objective:1 | Crews trained in rescue',
      '5 outcome:1#2 < objective:1 | Equipment renewed',
    ]);
    expect(unplaced).toEqual([2, 7]);
  });

  test('of values by their titles, until the prose goes on', () => {
    const { nodes, unplaced } = read(`The work is guided by the following values:
Openness: hearing everyone
Care: leaving no one behind
The staff keep to these values in all they do.
`);
    expect(nodes).toEqual([
      '2 value:#1 < - | Openness: hearing everyone',
      '3 value:#2 < - | Care: leaving no one behind',
    ]);
    expect(unplaced).toEqual([4]);
  });

  test('of challenges, partners and the like are no elements', () => {
    const { nodes } = read('Objective 1: Safe seas\nChallenges:\n- Storms\n- Costs\nPartners:\n- The coast guard\n');
    expect(nodes).toEqual(['1 objective:1 < - | Safe seas']);
  });

  test('points below a point that announces them', () => {
    const { nodes } = read(`The implementation criteria are:
-	Working as one, including:
· shared budgets;
· shared reports.
-	Value for money.
`);
    expect(nodes).toEqual([
      '2 criterion:#1 < - | Working as one, including:',
      '3 criterion:#1#1 < criterion:#1 | shared budgets;',
      '4 criterion:#1#2 < criterion:#1 | shared reports.',
      '5 criterion:#2 < - | Value for money.',
    ]);
  });

  test('lines that go on in lower case belong to the point before', () => {
    const { nodes } = read('Objective 1: To widen access to links with an emphasis on\nsmall islands and atolls\n');
    expect(nodes).toEqual([
      '1 objective:1 < - | To widen access to links with an emphasis on small islands and atolls',
    ]);
  });
});

test('indicators with baseline and target on lines of their own', () => {
  const { record, rules } = read(`Output 1.1. Small firms borrow.
Indicator 1.1.1: Number of firms with a loan
Baseline (2023): 1,200
Target (2029): 3,000
Indicator 1.1.2: Share of loans to women
Baseline: 20% (2023); Target: 45% (2029)
`);
  expect(record.indicators.map(({ of, target }) => [of, target])).toEqual([
    ['output:1.1', { value: 3000, unit: null, comparator: '=', by: 2029, baselineYear: 2023 }],
    ['output:1.1', { value: 45, unit: '%', comparator: '=', by: 2029, baselineYear: 2023 }],
  ]);
  expect(rules.filter((rule) => rule === 'plan-baseline-value')).toHaveLength(2);
});

test('indicator, baseline and target in one sentence', () => {
  const { record } = read(`Output 1.1 Cable to the northern group laid
Indicator: Kilometres of cable laid; Baseline: 0 (2025); Target: at least 850 by 2028
Output 1.2 Centres built
Indicator: Number of centres. Baseline: 4 (2024). Target: 30 by 2029.
`);
  expect(record.indicators.map(({ of, text, target }) => [of, text, target])).toEqual([
    [
      'output:1.1',
      'Kilometres of cable laid',
      { value: 850, unit: null, comparator: '>=', by: 2028, baselineYear: 2025 },
    ],
    ['output:1.2', 'Number of centres', { value: 30, unit: null, comparator: '=', by: 2029, baselineYear: 2024 }],
  ]);
});

test('headings with tabs between tables of tabbed lines', () => {
  const { nodes } = read(`KEY RESULT AREA 1\tSUSTAINABLE STOCKS

Strategy 1.1\tKnow the stocks

No.\tActivity\tIndicator\tTarget 2026\tLead
1.1.1\tTag the fish\tFish tagged\t6,000\tScience Unit

Strategy 1.2\tSpare the turtles

No.\tActivity\tIndicator\tTarget 2026\tLead
1.2.1\tTest the hooks\tVessels tested\t10\tScience Unit
`);
  expect(nodes.map((node) => node.split(' | ')[0])).toEqual([
    '1 result-area:1 < -',
    '3 strategy:1.1 < result-area:1',
    '6 activity:1.1.1 < strategy:1.1',
    '8 strategy:1.2 < result-area:1',
    '11 activity:1.2.1 < strategy:1.2',
  ]);
});

test('sentences about elements are no elements', () => {
  const { nodes } = read(`Output 2.1 will contribute to the wealth of the coast.
Goal 13 of the 2030 Agenda is not ours.
Objectives are reviewed each year.
Outcome of the vote: none
`);
  expect(nodes).toEqual([]);
});

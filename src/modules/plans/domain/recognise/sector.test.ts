/** The plan of a sector, in miniature: objective, outcomes, outputs, programmes, areas of work, references. */
import { describe, expect, test } from 'vitest';
import { readPlanText as read } from './testing/read-text.ts';

describe('objectives of a sector: outcomes, outputs, programmes, areas, references', () => {
  const { record, nodes, rules } = read(`Objective 3 – Enabling environment: Foster good rules
	Outcomes
	Performance indicators
	Outputs
(Products and services)

	Strengthened capacity to make rules
	-	Number of rules made
-	Number of regulators trained
	3.1 - Policy


	Better data
	-	Number of data sets
	3.2 - Statistics


Output 3.1 – Products on policy
1	Background
Rules matter.
•	Rules protect users.
2	Implementation framework
Programme: Policy
Main areas of work include:
Model laws
Model laws save time.
Activities will be focused on:
•	drafting model laws;
·	comparing laws.
Costs of services
The costs are studied each year.
The focus in this area will be:
•	collecting tariffs.
Relevant regional initiatives
	Region

	West Region

	

	East Region

	E1: Rules for small islands

Study group Questions
	Study Group 1 Questions

	


3	References
The implementation of PP Resolutions 5, 7 and WTDC Resolutions 9 10 will support Output 3.1 and will contribute to Outcome 3.1
Output 3.1 will contribute to the following SDGs: 1 (target 1.4), 9 (targets 9.c, 9b)
Output 3.2 – Products on statistics
1	Background
Data are scarce.
2	Implementation framework
Programme: Data
The programme will:
•	ask for data.
`);

  test('the tree', () => {
    expect(nodes).toEqual([
      '1 objective:3 < - | Enabling environment: Foster good rules',
      '7 outcome:3.1 < objective:3 | Strengthened capacity to make rules',
      '18 output:3.1 < objective:3 | Products on policy',
      '13 outcome:3#1 < objective:3 | Better data',
      '54 output:3.2 < objective:3 | Products on statistics',
      '23 programme:3.1#1 < output:3.1 | Policy',
      '25 area:3.1#1#1 < programme:3.1#1 | Model laws',
      '28 activity:3.1#1#1#1 < area:3.1#1#1 | drafting model laws;',
      '29 activity:3.1#1#1#2 < area:3.1#1#1 | comparing laws.',
      '30 area:3.1#1#2 < programme:3.1#1 | Costs of services',
      '33 activity:3.1#1#2#1 < area:3.1#1#2 | collecting tariffs.',
      '43 initiative:E1 < programme:3.1#1 | Rules for small islands',
      '58 programme:3.2#1 < output:3.2 | Data',
      '60 activity:3.2#1#1 < programme:3.2#1 | ask for data.',
    ]);
  });

  test('an outcome takes the code that the text calls it by, and only that', () => {
    expect(record.nodes[1]?.code).toEqual({ printed: '3.1', canonical: '3.1' });
    expect(record.nodes[3]?.code).toBeNull();
  });

  test('indicators of the row', () => {
    expect(record.indicators.map(({ of, text }) => [of, text])).toEqual([
      ['outcome:3.1', 'Number of rules made'],
      ['outcome:3.1', 'Number of regulators trained'],
      ['outcome:3#1', 'Number of data sets'],
    ]);
  });

  test('links to everything that the sentence names', () => {
    const links = record.alignments.map(({ from, to }) => `${from} ${to.scheme} ${to.body ?? ''} ${to.code}`);
    expect(links.filter((link) => link.includes('resolution')).sort()).toEqual([
      'outcome:3.1 resolution PP 5',
      'outcome:3.1 resolution PP 7',
      'outcome:3.1 resolution WTDC 10',
      'outcome:3.1 resolution WTDC 9',
      'output:3.1 resolution PP 5',
      'output:3.1 resolution PP 7',
      'output:3.1 resolution WTDC 10',
      'output:3.1 resolution WTDC 9',
    ]);
    expect(links.filter((link) => link.includes('sdg'))).toEqual([
      'output:3.1 sdg-goal  1',
      'output:3.1 sdg-target  1.4',
      'output:3.1 sdg-goal  9',
      'output:3.1 sdg-target  9.c',
      'output:3.1 sdg-target  9.b',
    ]);
    expect(rules).toContain('plan-missing-separator');
    expect(rules).toContain('plan-code-irregular');
  });

  test('rows of the form that are still empty', () => {
    expect(record.emptyChapters).toEqual([
      { heading: 'West Region', expects: 'regional', line: 37 },
      { heading: 'Study Group 1 Questions', expects: 'questions', line: 46 },
    ]);
  });
});

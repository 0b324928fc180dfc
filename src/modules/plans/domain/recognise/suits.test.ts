import { describe, expect, test } from 'vitest';
import { linesOf, type Source } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { planRecogniser, recognisePlan } from '../../index.ts';

function source(text: string): Source {
  const document = readText(text, 'x.txt');
  return { document, lines: linesOf(document) };
}

const score = (text: string): number => planRecogniser.suits(source(text)).score;

const plan = `Objective 1: Open the ports
Outcome 1.1: More ships
Outcome 1.2: Less waiting
Output 1.1.1: Port guide
Objective 2: Train the crews
Outcome 2.1: Safer work
`;

describe('what is a plan', () => {
  test('levels that stand under one another, with a title or without', () => {
    expect(score(`Strategic Plan 2025-2028\n\n${plan}`)).toBeGreaterThan(0.75);
    expect(score(plan)).toBeGreaterThanOrEqual(0.5);
  });

  test('an action plan of one level', () => {
    expect(score('Action plan 2025\n\nActions:\n- Dig\n- Build\n- Open\n- Mend\n')).toBeGreaterThanOrEqual(0.5);
  });
});

describe('what speaks of a plan and is none', () => {
  test.each([
    ['proposals that hold a plan in an annex', `MOD\tOCU/12A3/4\nANNEX 1\nStrategic plan 2025-2028\n\n${plan}`],
    [
      'a resolution that adopts a plan',
      `RESOLUTION 5 (Lima, 2025)\nStrategic plan for the Union for 2025-2028\nThe Conference (Lima, 2025),\nconsidering\na)\tthe treaty;\nnoting\nthe work done,\nresolves\nto adopt the plan,\ninstructs the Secretary-General\n1\tto report.\nANNEX\n${plan}`,
    ],
    [
      'the report of a meeting',
      'Fifth Meeting of the Coast Group\nLima, 3 May 2025\nAgenda\nParticipants from six agencies attended.\nKey Outcomes\n1. Members shared their activities.\n2. The next action is a joint course.\nActivities:\na) Courses on charts\nb) A common strategic plan\n',
    ],
    [
      'a call for missions',
      'Dear Sir/Madam,\nPlease fill in the form on the objectives, activities and expected outcomes of the mission.\n',
    ],
    [
      'a form',
      'Assistance Plan for the Expert Mission\nExpected outcomes:\n- Training\n- Report\nActivities:\n- Visit\n',
    ],
    ['a letter', 'We thank you for your letter on our objectives and outputs.\n'],
    ['nothing', '.\n'],
  ])('%s', (_, text) => {
    expect(score(text)).toBeLessThan(0.5);
  });
});

describe('a plan inside another document', () => {
  const proposals = `MOD\tOCU/12A3/4\nANNEX 1\nStrategic plan 2025-2028\n\n${plan}\nReasons: none\n`;

  test('is read in its range with the line numbers of the document', () => {
    const read = recognisePlan(source(proposals), [2, 10]);
    expect(read?.record.title).toBe('Strategic plan 2025-2028');
    expect(read?.record.nodes.map((node) => [node.line, node.id])).toEqual([
      [5, 'objective:1'],
      [6, 'outcome:1.1'],
      [7, 'outcome:1.2'],
      [8, 'output:1.1.1'],
      [9, 'objective:2'],
      [10, 'outcome:2.1'],
    ]);
    expect([...(read?.placed ?? [])].sort((a, b) => a - b)).toEqual([3, 5, 6, 7, 8, 9, 10]);
  });

  test('is null where the range holds none', () => {
    expect(recognisePlan(source(proposals), [1, 3])).toBeNull();
    expect(recognisePlan(source(proposals), [90, 99])).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { groupsOf } from './groups.ts';

test('by rule, the most serious first, with words, explanation and mend', () => {
  const groups = groupsOf(
    [
      { rule: 'list-end-punctuation', level: 'info', lines: [2, 2], message: 'Ends with ",".' },
      {
        rule: 'doubled-word',
        level: 'warning',
        lines: [3, 3],
        message: 'Twice.',
        mend: { line: 3, from: 'the the', to: 'the', why: 'Once is enough.' },
      },
      { rule: 'plan-odd', level: 'info', lines: null, message: 'Odd.' },
      { rule: 'list-end-punctuation', level: 'info', lines: [4, 4], message: 'Ends with ".".' },
    ],
    (line) => `words of line ${line}`,
  );
  expect(groups.map(({ rule, findings }) => [rule, findings.length])).toEqual([
    ['doubled-word', 1],
    ['list-end-punctuation', 2],
    ['plan-odd', 1],
  ]);
  expect(groups[0]?.explanation).toContain('twice in a row');
  expect(groups[2]?.explanation).toBeNull();
  expect(groups[0]?.findings[0]).toMatchObject({ words: 'words of line 3', mend: { why: 'Once is enough.' } });
  expect(groups[0]?.findings[0]?.mend?.runs).toEqual([
    { text: 'the', change: 'same' },
    { text: ' the', change: 'deleted' },
  ]);
});

test('a way to reach a person is withheld from the words', () => {
  const [group] = groupsOf(
    [{ rule: 'x', level: 'info', lines: [1, 1], message: 'X.' }],
    () => 'write to a.b@example.org',
  );
  expect(group?.findings[0]?.words).not.toContain('example.org');
});

import { describe, expect, test } from 'vitest';
import { textSource } from '../../../../../testing/source.ts';
import { formLines } from '../form-lines.ts';
import { readOutcomes } from './outcomes.ts';

const read = (text: string) => {
  const { outcomes, findings } = readOutcomes(formLines(textSource(text)).filter((line) => !line.blank));
  return [
    outcomes.state,
    outcomes.state === 'given' ? outcomes.codes : outcomes.candidate,
    ...findings.map((one) => one.rule),
  ];
};

const options = [
  'Awareness seminar',
  'Training',
  'Analysis report',
  'Draft regulations',
  'Policy design',
  'Systems',
  'Others (____)',
];
const list = (mark: (option: string, at: number) => string): string => options.map(mark).join('\n');

describe('ticks in the usual spellings', () => {
  test.each<[string, (option: string, ticked: boolean) => string]>([
    ['☒ ☐', (option, ticked) => `${ticked ? '☒' : '☐'} ${option}`],
    ['☑ ☐ behind', (option, ticked) => `${option} ${ticked ? '☑' : '☐'}`],
    ['[x] [ ]', (option, ticked) => `- [${ticked ? 'x' : ' '}] ${option}`],
    ['(X) ( )', (option, ticked) => `(${ticked ? 'X' : ' '}) ${option}`],
    ['✓ alone', (option, ticked) => `${ticked ? '✓ ' : ''}${option}`],
    ['✔ behind', (option, ticked) => `${option}${ticked ? ' ✔' : ''}`],
    ['X before', (option, ticked) => `${ticked ? 'X ' : ''}${option}`],
    ['x behind, in a column', (option, ticked) => `${option}\t${ticked ? 'x' : ''}`],
    ['yes and no', (option, ticked) => `${option}: ${ticked ? 'Yes' : 'No'}`],
    ['full and hollow', (option, ticked) => `${ticked ? '■' : '□'} ${option}`],
    ['Wingdings', (option, ticked) => `${ticked ? '\uf0fe' : '\uf0a8'} ${option}`],
    ['letters before', (option, ticked) => `a) ${ticked ? '☑' : '☐'} ${option}`],
  ])('%s', (_, write) => {
    expect(read(list((option, at) => write(option, at === 1 || at === 3)))).toEqual([
      'given',
      ['training', 'drafting_regulations'],
    ]);
  });

  test('two options on a line, each with its box', () => {
    expect(read('☐ Awareness seminar ☒ Training\n☒ Analysis report ☐ Draft regulations')).toEqual([
      'given',
      ['training', 'analysis_report'],
    ]);
  });

  test('one tick before two options run together is not decided', () => {
    expect(read('☒ Awareness seminar Training\n☐ Analysis report')).toEqual([
      'unknown',
      ['awareness', 'training'],
      'tick-ambiguous',
    ]);
  });
});

describe('answers in words', () => {
  test.each([
    [
      'All of the above except systems',
      ['awareness', 'training', 'analysis_report', 'drafting_regulations', 'policy_design'],
    ],
    [
      'All the options',
      ['awareness', 'training', 'analysis_report', 'drafting_regulations', 'policy_design', 'systems'],
    ],
    ['Only training', ['training']],
    ['None of the above.', []],
  ])('%s', (sentence, codes) => {
    expect(read(`${list((option) => `- ${option}`)}\n${sentence}`).slice(0, 2)).toEqual(['given', codes]);
  });

  test('by number', () => {
    expect(read(`${list((option, at) => `${at + 1}. ${option}`)}\n2, 4 and 6`)).toEqual([
      'given',
      ['training', 'drafting_regulations', 'systems'],
    ]);
  });

  test('free words are only a candidate', () => {
    expect(read('We would like a seminar and a law.')).toEqual([
      'unknown',
      ['awareness', 'drafting_regulations'],
      'ticks-lost',
    ]);
  });
});

describe('no tick', () => {
  test('empty boxes: blank', () => {
    expect(read(list((option) => `☐ ${option}`))).toEqual(['blank', null, 'no-option-ticked']);
    expect(read(list((option) => `[ ] ${option}`))).toEqual(['blank', null, 'no-option-ticked']);
  });

  test('no boxes at all: unknown, and "Others ( )" is no box', () => {
    expect(read(list((option) => `- ${option}`))).toEqual(['unknown', null, 'ticks-lost']);
    expect(read(list((option) => option.replace('____', ' ')))).toEqual(['unknown', null, 'ticks-lost']);
  });

  test('weak signs make a candidate: bold, residue of bold, missing bullets, options left out', () => {
    expect(read(list((option, at) => (at === 1 ? `- **${option}**` : `- ${option}`)))).toEqual([
      'unknown',
      ['training'],
      'ticks-lost',
    ]);
    expect(read(list((option, at) => (at === 5 ? `- ${option}**` : `- ${option}`)))).toEqual([
      'unknown',
      ['systems'],
      'ticks-lost',
    ]);
    expect(read(list((option, at) => (at === 0 ? option : `- ${option}`)))).toEqual([
      'unknown',
      ['awareness'],
      'ticks-lost',
    ]);
    expect(read('- Training\n- Systems')).toEqual(['unknown', ['training', 'systems'], 'ticks-lost']);
  });

  test('options run together tell nothing', () => {
    expect(
      read('- Awareness seminar Training\n- Analysis report\nDraft regulations Policy design\n- Systems Others'),
    ).toEqual(['unknown', null, 'ticks-lost']);
  });

  test('nothing below the question: blank; no question: unknown', () => {
    expect(readOutcomes([]).outcomes.state).toBe('blank');
    expect(readOutcomes(null).outcomes.state).toBe('unknown');
  });
});

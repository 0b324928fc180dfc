/** Documents of other houses, in a few lines each. */
import { expect, test } from 'vitest';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { sourceOfText } from '../testing/documents.ts';
import { readInstrument, readProposals } from '../testing/recognisers.ts';

/** "heading: label words / label words" for each section. */
function outline(text: LegalText | null | undefined): string[] {
  const words = (clause: Clause): string =>
    [`${clause.label.after ?? '∅'} ${clause.after ?? ''}`, ...clause.children.map(words)].join(' / ');
  return (text?.sections ?? []).map(({ heading, clauses }) => `${heading ?? '–'}: ${clauses.map(words).join(' / ')}`);
}

const instrument = (...lines: string[]) => readInstrument(sourceOfText(lines.join('\n')));
const proposals = (...lines: string[]) => readProposals(sourceOfText(lines.join('\n')));

test('paragraphs that begin with their verb, numbered from the first that decides', () => {
  const { record, findings } = instrument(
    'RESOLUTION 12/5',
    'Ocean cables',
    'The General Assembly,',
    'Recalling its resolution 11/1,',
    'Noting with appreciation the report,',
    '1.\tTakes note of the plan;',
    '2.\tRequests the Secretary-General:',
    '(a)\tTo help;',
    '(b)\tTo pay;',
    '2 bis.\tAlso requests the Council to meet.',
  );
  expect(record.opening).toBe('The General Assembly,');
  expect(outline(record)).toEqual([
    'Recalling:  its resolution 11/1,',
    'Noting with appreciation:  the report,',
    'Takes note: 1. of the plan;',
    'Requests: 2. the Secretary-General: / (a) To help; / (b) To pay;',
    'Also requests: 2 bis. the Council to meet.',
  ]);
  expect(findings).toEqual([]);
});

test('capitals: a title before the opening words is no heading', () => {
  const { record } = instrument(
    'RESOLUTION AB.500(99)',
    'GUIDELINES FOR CABLES',
    'THE COMMITTEE,',
    'RECALLING ALSO resolution AB.11(30),',
    '1\tADOPTS the Guidelines set out in the annex;',
    '2\tINVITES Member States to apply them.',
    'ANNEX',
    'GUIDELINES FOR CABLES',
    '1\tThese guidelines apply.',
  );
  expect([record.title, record.opening]).toEqual(['GUIDELINES FOR CABLES', 'THE COMMITTEE,']);
  expect(outline(record)).toEqual([
    'RECALLING ALSO:  resolution AB.11(30),',
    'ADOPTS: 1 the Guidelines set out in the annex;',
    'INVITES: 2 Member States to apply them.',
  ]);
  expect(record.annexes.map(({ title }) => title)).toEqual(['GUIDELINES FOR CABLES']);
});

test('a congress speaks in one word', () => {
  const { record } = instrument('Resolution C 17/2016', 'Cables', 'Congress,', 'considering', 'that cables are long,');
  expect([record.title, record.opening]).toEqual(['Cables', 'Congress,']);
});

test('grounds in a sentence before headings on lines of their own', () => {
  const { record } = instrument(
    'RESOLUTION 8 (Lagos, 2020)',
    'Ships',
    'The Council,',
    'Considering that ships are slow,',
    'Recognizing',
    '(a)\tthe need for speed;',
    '(b)\tthe lack of fuel,',
    'Decides',
    'to build ships.',
  );
  expect(outline(record)).toEqual([
    'Considering:  that ships are slow,',
    'Recognizing: (a) the need for speed; / (b) the lack of fuel,',
    'Decides:  to build ships.',
  ]);
});

test('reasons before the text, several serial numbers on one code line', () => {
  const { record } = proposals(
    'MOD\tOCP/70A1/1 and 2',
    'Reasons:\tTo keep pace.',
    'RESOLUTION 5 (Rev. Lagos, 2014)',
    'Cables',
    'The Plenipotentiary Conference of the Oceanic Communications Union (Oslo, 2018),',
    'resolves',
    '1\tto lay;',
    '2\tto rest.',
  );
  expect(record.proposals.map(({ reference, target, parts }) => [reference, target.number, parts.reasons])).toEqual([
    ['OCP/70A1/1', 5, [2, 2]],
  ]);
  expect(outline(record.proposals[0]?.text)).toEqual(['resolves: 1 to lay; / 2 to rest.']);
});

test('provisions of a treaty with their number in the same line', () => {
  const { record } = proposals(
    'MOD\tOCP/76A2/2',
    '29\t1\tThe instruments of the Union are:',
    '–\tthis Constitution, and',
    '–\tthe Regulations.',
    'Reasons:\tClarity.',
    'ADD\tOCP/76A2/3',
    '29A\tThe Council shall meet.',
  );
  expect(record.proposals.map(({ text }) => outline(text))).toEqual([
    ['–: 1 The instruments of the Union are: / – this Constitution, and / – the Regulations.'],
    ['–: 29A The Council shall meet.'],
  ]);
});

test('texts in other languages are not read as something else', () => {
  const { record, findings } = proposals(
    'MOD\tOCP/64A1/5',
    'RÉSOLUTION 5 (Rév. Dubaï, 2018)',
    'Câbles',
    'La Conférence de plénipotentiaires (Bucarest, 2022),',
    'considérant',
    'a)\tque les câbles sont longs,',
    'décide',
    'de poser des câbles.',
  );
  expect(record.proposals[0]?.text).toBeNull();
  expect(findings.map(({ rule }) => rule)).toEqual(['target-unclear', 'text-missing', 'orphan-tail']);
});

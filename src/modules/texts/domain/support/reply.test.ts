import { describe, expect, test } from 'vitest';
import { linesOf, type Document, type Paragraph, type Source } from '#formats/document/index.ts';
import { sourceOfText } from '../testing/documents.ts';
import { replyFormDocument, type ReplyForm } from './reply-form.ts';
import { supportReplyRecogniser } from './reply-recogniser.ts';

const form: ReplyForm = {
  preparation: 'nic-12a1-2025',
  contribution: 'NIC/12A1',
  title: 'Common proposals',
  conference: 'Plenipotentiary Assembly (Apia, 2025)',
  replyBy: '1 June 2025',
  member: null,
  proposals: ['1', '2', '3', '4'].map((serial) => ({
    reference: `NIC/12A1/${serial}`,
    about: `MOD Resolution ${serial}`,
  })),
};

const sourceOf = (document: Document): Source => ({ document, lines: linesOf(document) });

/** The form filled: words typed into its controls by the ends of their names, and boxes ticked. */
function filled(words: Record<string, string>, ticks: Record<string, boolean>): Document {
  const document = replyFormDocument(form);
  const nameOf = (index: number | null): string =>
    document.controls[index ?? -1]?.tag?.split('nic-12a1-2025/')[1] ?? '';
  for (const paragraph of linesOf(document).map((line): Paragraph => line.paragraph)) {
    for (const run of paragraph.runs) {
      const name = nameOf(run.control);
      const control = document.controls[run.control ?? -1];
      if (control === undefined) continue;
      if (name in words) Object.assign(run, { text: words[name] });
      if (name in words) Object.assign(control, { text: words[name], placeholder: false });
      if (name in ticks) Object.assign(control, { checked: ticks[name] });
      if (name in ticks) Object.assign(run, { text: ticks[name] === true ? '☒' : '☐' });
    }
  }
  return document;
}

const answersOf = (source: Source) =>
  supportReplyRecogniser.recognise(source).record.answers.map(({ reference, answer }) => `${reference} ${answer}`);

describe('a reply form', () => {
  const document = filled(
    { member: 'Ministry of Fish', 'NIC/12A1/2/remark': 'It costs too much.' },
    {
      'NIC/12A1/1/supporting': true,
      'NIC/12A1/2/not-supporting': true,
      'NIC/12A1/3/supporting': true,
      'NIC/12A1/3/not-supporting': true,
    },
  );

  test('is read by its boxes', () => {
    const { record, findings, placed } = supportReplyRecogniser.recognise(sourceOf(document));
    expect(supportReplyRecogniser.suits(sourceOf(document)).score).toBe(1);
    expect(record).toMatchObject({
      preparation: 'nic-12a1-2025',
      contribution: 'NIC/12A1',
      member: 'Ministry of Fish',
    });
    expect(answersOf(sourceOf(document))).toEqual([
      'NIC/12A1/1 supporting',
      'NIC/12A1/2 not-supporting',
      'NIC/12A1/3 unknown',
      'NIC/12A1/4 blank',
    ]);
    expect(record.answers[1]?.remark).toBe('It costs too much.');
    expect(findings.map(({ rule }) => rule)).toEqual(['answer-unclear']);
    expect(placed.size).toBeGreaterThan(25);
  });

  test('is read by its words where the boxes were lost', () => {
    const bare = { ...document, controls: [] };
    expect(supportReplyRecogniser.recognise(sourceOf(bare)).record).toMatchObject({
      preparation: null,
      contribution: 'NIC/12A1',
      member: 'Ministry of Fish',
    });
    expect(answersOf(sourceOf(bare))).toEqual(answersOf(sourceOf(document)));
  });

  test('that went out blank says nothing and knows no member', () => {
    const { record, findings } = supportReplyRecogniser.recognise(sourceOf(replyFormDocument(form)));
    expect(record.member).toBeNull();
    expect(record.answers.every(({ answer }) => answer === 'blank')).toBe(true);
    expect(findings.map(({ rule }) => rule)).toEqual(['member-missing']);
  });

  test.each([
    ['X', 'supporting'],
    ['[x]', 'supporting'],
    ['✓', 'supporting'],
    ['', 'blank'],
    ['with conditions', 'unknown'],
  ])('"%s" typed over a box means %s', (typed, answer) => {
    const typedOver = filled({ 'NIC/12A1/1/supporting': typed }, {});
    expect(answersOf(sourceOf(typedOver))[0]).toBe(`NIC/12A1/1 ${answer}`);
  });
});

test('other documents are not taken for replies', () => {
  expect(
    supportReplyRecogniser.suits(sourceOfText('RESOLUTION 4\n\tSupporting\tNot supporting\nNIC/12A1/1')).score,
  ).toBe(0);
});

import { describe, expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { readForm, type FilledForm, type FormToFill } from './index.ts';
import {
  application,
  bytesOf,
  changed,
  costs,
  cycle,
  filled,
  filledPlan,
  plan,
  retyped,
  unwrapped,
} from './made-forms.ts';

const essence = ({ head, answers, costs: lines, experts, leftOver }: FilledForm) => ({
  head,
  answers: Object.fromEntries(
    Object.entries(answers).map(([key, { state, text, chosen, other }]) => [key, { state, text, chosen, other }]),
  ),
  costs: lines,
  experts,
  leftOver,
});

describe('an application', () => {
  const asWritten = readForm(readDocx(bytesOf(filled), 'form.docx'), application);

  test('comes back by its controls', () => {
    expect(asWritten.identity).toEqual({
      cycle,
      kind: 'application',
      version: 1,
      online: {
        slug: 'samoa-spectrum',
        version: 4,
        revisions: {
          policy_issue: 2,
          support_action: 0,
          policy_contribution: 0,
          policy_situation: 0,
          stakeholders: 0,
          expected_outcomes: 0,
          timeline: 3,
        },
      },
      foundIn: 'control',
    });
    expect(asWritten.head).toEqual(filled.head);
    expect(asWritten.answers['policy_issue']).toMatchObject({
      state: 'given',
      text: 'Prices on the islands are high.\nNo band is set aside for community networks.',
      how: 'word-control',
      revision: 2,
      printed: { number: '1)' },
    });
    expect(asWritten.answers['expected_outcomes']).toMatchObject({
      state: 'given',
      chosen: ['training', 'others'],
      other: 'A model licence',
    });
    expect(asWritten.answers['timeline']?.times.map(({ from, to }) => [from, to])).toEqual([
      ['2027-05', '2027-05'],
      ['2027-06', '2027-07'],
    ]);
    expect(asWritten.answers['stakeholders']?.state).toBe('blank');
    expect([asWritten.leftOver, asWritten.doubts]).toEqual([[], []]);
  });

  test('comes back by its words where all controls are gone', () => {
    const read = readForm(changed(filled, unwrapped), application);
    expect(essence(read)).toEqual(essence(asWritten));
    expect(read.answers['policy_issue']?.how).toBe('question-words');
    expect(read.identity?.foundIn).toBe('data');
  });

  test('comes back when it is retyped as plain text', () => {
    const read = readForm(retyped(filled), application);
    expect(essence(read)).toEqual(essence(asWritten));
  });

  test('is read although its questions are renumbered and stand in another order', () => {
    const order = [6, 2, 4, 0, 5, 1, 3];
    const items = order.map((at, index) => ({ ...application.items[at]!, number: `${index + 8}.` }));
    const other = { ...filled, form: { ...application, items } };
    const read = readForm(changed(other, unwrapped), application);
    expect(essence(read)).toEqual(essence(asWritten));
    expect(read.answers['timeline']?.printed?.number).toBe('8.');
  });

  test('a question worded anew is known by its usual words, one without them by its place', () => {
    const anew = readForm(
      changed(filled, (xml) =>
        unwrapped(xml)
          .replace(application.items[1]!.question, 'What kind of assistance do you request?')
          .replace(application.items[0]!.question, 'Tell all about it'),
      ),
      application,
    );
    expect(anew.answers['support_action']).toMatchObject({ state: 'given', how: 'question-words' });
    expect(anew.answers['policy_issue']).toMatchObject({
      text: 'Prices on the islands are high.\nNo band is set aside for community networks.',
      how: 'order',
    });
    expect(anew.doubts).toMatchObject([{ rule: 'by-order', key: 'policy_issue' }]);
  });

  test.each([
    ['1', ['training', 'others']],
    ['true', ['training', 'others']],
    ['on', ['training', 'others']],
  ])('a tick may be written as %s', (value, chosen) => {
    const document = changed(filled, (xml) =>
      xml.replaceAll('<w14:checked w14:val="1"/>', `<w14:checked w14:val="${value}"/>`),
    );
    expect(readForm(document, application).answers['expected_outcomes']).toMatchObject({ state: 'given', chosen });
  });

  test('a tick without a value is one, and prefixes may be others', () => {
    const document = changed(filled, (xml) =>
      xml
        .replaceAll('<w14:checked w14:val="1"/>', '<w14:checked/>')
        .replaceAll('w14:', 'x:')
        .replace('xmlns:w14=', 'xmlns:x=')
        .replace('mc:Ignorable="w14 w15"', 'mc:Ignorable="x w15"')
        .replaceAll(/(<\/?)w:/gu, '$1q:')
        .replaceAll(/ w:(?=[A-Za-z]+=)/gu, ' q:')
        .replace('xmlns:w=', 'xmlns:q='),
    );
    expect(essence(readForm(document, application))).toEqual(essence(asWritten));
  });

  test('a box that says one thing and shows another leaves the answer unknown', () => {
    const document = changed(filled, (xml) => xml.replace('<w14:checked w14:val="1"/>', '<w14:checked w14:val="0"/>'));
    const read = readForm(document, application);
    expect(read.answers['expected_outcomes']).toMatchObject({
      state: 'unknown',
      chosen: [],
      candidate: ['training', 'others'],
    });
    expect(read.doubts).toMatchObject([{ rule: 'tick-disagrees', key: 'expected_outcomes' }]);
  });

  test('ticks that are gone stay unknown; a question that is gone was not received', () => {
    const document = changed(filled, (xml) => unwrapped(xml).replaceAll(/[☐☒]/gu, ''));
    const read = readForm(document, application);
    expect(read.answers['expected_outcomes']).toMatchObject({ state: 'unknown', chosen: [] });
    expect(read.doubts.map(({ rule }) => rule)).toEqual(['ticks-lost']);
    const shorter = { ...application, items: application.items.slice(0, 4) };
    const cut = readForm(readDocx(bytesOf({ ...filled, form: shorter }), 'form.docx'), application);
    expect(cut.answers['timeline']?.state).toBe('not-received');
  });

  test('controls may hold others, and tables', () => {
    const table =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Band</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Price</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>';
    const document = changed(filled, (xml) =>
      xml
        .replace(/(<w:p>(?:(?!<w:p>).)*No band is set aside)/u, `${table}$1`)
        .replace(
          /<w:r>((?:(?!<w:r>).)*)<w:t xml:space="preserve">Samoa<\/w:t><\/w:r>/u,
          '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Samoa</w:t></w:r></w:sdtContent></w:sdt>',
        ),
    );
    const read = readForm(document, application);
    expect(read.answers['policy_issue']?.text).toBe(
      'Prices on the islands are high.\nBand\nPrice\n\nNo band is set aside for community networks.',
    );
    expect(read.head.country).toBe('Samoa');
    expect(read.leftOver).toEqual([]);
  });

  test('what is written beside an empty box is the answer; beside a filled one it is left over', () => {
    const note = '<w:p><w:r><w:t>The regulator will join.</w:t></w:r></w:p>';
    const before = (question: string) => (xml: string) =>
      xml.replace(new RegExp(`(<w:p>(?:(?!<w:p>).)*${question.slice(0, 40)})`, 'u'), `${note}$1`);
    const empty = readForm(changed(filled, before(application.items[5]!.question)), application);
    expect(empty.answers['stakeholders']).toMatchObject({ state: 'given', text: 'The regulator will join.' });
    expect(empty.doubts).toMatchObject([{ rule: 'outside-the-box', key: 'stakeholders' }]);
    const full = readForm(changed(filled, before(application.items[1]!.question)), application);
    expect(full.leftOver.map(({ text }) => text)).toEqual(['The regulator will join.']);
    expect(full.doubts).toMatchObject([{ rule: 'outside-the-box', key: 'policy_issue' }]);
  });

  test('revisions count as if they were accepted, and are told', () => {
    const document = changed(filled, (xml) =>
      xml.replace(
        /<w:r>((?:(?!<w:r>).)*)<w:t xml:space="preserve">Review of the licensing rules<\/w:t><\/w:r>/u,
        '<w:del w:id="900" w:author="A"><w:r><w:delText>Review</w:delText></w:r></w:del><w:ins w:id="901" w:author="A"><w:r><w:t>New rules</w:t></w:r></w:ins>',
      ),
    );
    const read = readForm(document, application);
    expect(read.answers['support_action']?.text).toBe('New rules\nA workshop with the three operators');
    expect(read.doubts).toMatchObject([{ rule: 'tracked-changes', key: 'support_action' }]);
  });
});

describe('a plan of assistance', () => {
  test('comes back with its costs, payers and experts', () => {
    const read = readForm(readDocx(bytesOf(filledPlan), 'form.docx'), plan);
    expect(read.costs['cost']).toEqual(costs);
    expect(read.experts['experts']).toEqual(filledPlan.experts);
    expect(read.answers['requested']?.state).toBe('blank');
    expect([read.leftOver, read.doubts]).toEqual([[], []]);
  });

  test.each([
    ['without controls', (fill: FormToFill) => changed(fill, unwrapped)],
    ['as plain text', retyped],
  ])('comes back %s', (_, made) => {
    const read = readForm(made(filledPlan), plan);
    expect(read.costs['cost']).toEqual(costs);
    expect(read.experts['experts']).toEqual(filledPlan.experts);
    expect(read.answers['details']?.text).toBe('Two visits of one week each.');
    expect(read.leftOver).toEqual([]);
  });

  test('an amount that may be read in two ways is left over', () => {
    const odd = { ...filledPlan, costs: [{ ...costs[0]!, amount: { value: '1.500', currency: 'EUR' } }] };
    const read = readForm(readDocx(bytesOf(odd), 'form.docx'), plan);
    expect(read.costs['cost']?.[0]?.amount).toBeNull();
    expect(read.doubts).toMatchObject([{ rule: 'amount-not-read', key: 'cost' }]);
    expect(read.leftOver.map(({ text }) => text)).toEqual(['1.500']);
  });
});

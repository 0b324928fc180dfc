import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, type Document } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { noAnswer, type GivenAnswer } from '../answers.ts';
import type { Form, FormItem } from '../form.ts';
import { emptyForm, readForm, type FilledForm, type FormToFill } from './index.ts';
import { bytesOf, changed, given, unwrapped } from './made-forms.ts';

const alike = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
const pick = ({ state, text, chosen, other }: GivenAnswer) => ({ state, text, chosen, other });

const expectEqual = (read: FilledForm, document: Document, fill: FormToFill): void => {
  for (const { key } of fill.form.items) {
    const { state, text, chosen, other } = fill.answers[key]!;
    expect({ key, ...pick(read.answers[key]!) }).toEqual({ key, state, text, chosen, other });
  }
  expect(read.head).toEqual(fill.head);
  const inked = linesOf(document).filter(({ text }) => text.trim() !== '');
  const seen = new Set([...read.placed, ...read.leftOver.map(({ line }) => line)]);
  expect(inked.filter(({ number }) => !seen.has(number))).toEqual([]);
  expect(read.leftOver).toEqual([]);
};

describe('any form with any answers', () => {
  const letters = fc.constantFrom(...Array.from('abcdefghijklmnoprstuvz'));
  /** Words that no question has, so that answers never ask. */
  const answerWord = fc.string({ unit: letters, minLength: 2, maxLength: 8 }).map((word) => `${word}q`);
  const sentence = fc.array(answerWord, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
  const ownWord = fc.string({ unit: letters, minLength: 3, maxLength: 9 });
  const question = fc.array(ownWord, { minLength: 4, maxLength: 14 }).map((words) => `Please ${words.join(' ')}.`);
  const choices = fc
    .uniqueArray(
      fc.array(ownWord, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')),
      {
        minLength: 2,
        maxLength: 6,
        selector: (label) => label,
      },
    )
    .map((labels) => labels.map((label, at) => ({ code: `o${at}`, label, free: at === labels.length - 1 })));
  const item = fc
    .record({
      question,
      hint: fc.option(question),
      blankMeans: fc.option(question),
      options: choices,
      isChoice: fc.boolean(),
    })
    .map(({ isChoice, ...rest }): Omit<FormItem, 'key' | 'number'> => ({
      ...rest,
      type: isChoice ? 'choices' : 'text',
      options: isChoice ? rest.options : [],
      required: false,
      part: null,
    }));
  const answersTo = (one: FormItem): fc.Arbitrary<GivenAnswer> =>
    one.type === 'text'
      ? fc.option(paragraphs).map((text) => (text === null ? noAnswer : given(text)))
      : fc
          .record({ chosen: fc.subarray(one.options.map(({ code }) => code)), other: sentence })
          .map(({ chosen, other }) =>
            chosen.length === 0
              ? noAnswer
              : given('', { chosen, other: chosen.includes(one.options.at(-1)!.code) ? other : null }),
          );
  const fills = fc
    .array(item, { minLength: 1, maxLength: 7 })
    .filter((items) =>
      alike(items.flatMap((one) => [one.question, one.hint ?? one.question + 1, one.blankMeans ?? one.question + 2])),
    )
    .map((items): Form => ({
      kind: 'application',
      version: 3,
      title: 'Form of applications',
      items: items.map((one, at) => ({ ...one, key: `k${at}`, number: `${at + 1})` })),
    }))
    .chain((form) =>
      fc
        .record({
          answers: fc.tuple(...form.items.map((one) => answersTo(one))),
          head: fc.record({ country: sentence, organisation: sentence, title: sentence }),
        })
        .map(({ answers, head }): FormToFill => ({
          ...emptyForm('any-cycle', form),
          head,
          answers: Object.fromEntries(form.items.map(({ key }, at) => [key, answers[at]!])),
        })),
    );

  test('comes back equal', () => {
    fc.assert(
      fc.property(fills, (fill) => {
        const document = readDocx(bytesOf(fill), 'form.docx');
        expectEqual(readForm(document, fill.form), document, fill);
      }),
      { numRuns: 60 },
    );
  });

  test('comes back equal without controls', () => {
    fc.assert(
      fc.property(fills, (fill) => {
        const document = changed(fill, unwrapped);
        expectEqual(readForm(document, fill.form), document, fill);
      }),
      { numRuns: 60 },
    );
  });
});

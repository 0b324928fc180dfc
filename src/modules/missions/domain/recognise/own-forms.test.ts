import { describe, expect, test } from 'vitest';
import { linesOf, type Document, type Source } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { application, bytesOf, changed, filled, filledPlan, unwrapped } from '../forms/word/made-forms.ts';
import { emptyForm } from '../forms/word/index.ts';
import { assistancePlanRecogniser, missionApplicationRecogniser, missionCallRecogniser } from './recognisers.ts';

const sourceOf = (document: Document): Source => ({ document, lines: linesOf(document) });
const all = [missionCallRecogniser, missionApplicationRecogniser, assistancePlanRecogniser];
const bestOf = (source: Source): string =>
  all.map((one) => ({ kind: one.kind, score: one.suits(source).score })).sort((a, b) => b.score - a.score)[0]!.kind;

describe('forms that the workbench wrote are read in intake', () => {
  test('an application: ticks, times, head, and which request it is of', () => {
    const source = sourceOf(readDocx(bytesOf(filled), 'form.docx'));
    expect(bestOf(source)).toBe('mission-application');
    const { record, findings } = missionApplicationRecogniser.recognise(source);
    expect(record).toMatchObject({
      country: { printed: 'Samoa', iso2: 'WS' },
      organisation: 'Ministry of Works (MOW)',
      title: 'Spectrum for the outer islands',
      expectedOutcomes: { state: 'given', codes: ['training', 'others'], candidate: null },
      timeline: [
        { from: '2027-05', what: 'talks with operators' },
        { from: '2027-06', to: '2027-07' },
      ],
      form: { cycle: 'expert-mission-2027', version: 1, online: 'samoa-spectrum' },
    });
    expect(record.answers.support_action).toMatchObject({
      numberPrinted: '2)',
      question: 'Please specify the support action that you need.',
      text: ['Review of the licensing rules', 'A workshop with the three operators'],
    });
    expect(record.answers.expected_outcomes.text).toEqual(['☒ Training', '☒ Others: A model licence']);
    expect(findings.map(({ rule }) => rule)).toEqual(['answer-blank']);
  });

  test('also without controls; lost ticks stay unknown', () => {
    const source = sourceOf(changed(filled, (xml) => unwrapped(xml).replaceAll(/[☐☒]/gu, '')));
    const { record, findings } = missionApplicationRecogniser.recognise(source);
    expect(record.expectedOutcomes).toEqual({ state: 'unknown', codes: [], candidate: null });
    expect(findings.map(({ rule }) => rule)).toContain('ticks-lost');
  });

  test('a plan of assistance: costs with who pays what, experts', () => {
    const source = sourceOf(readDocx(bytesOf(filledPlan), 'form.docx'));
    expect(bestOf(source)).toBe('assistance-plan');
    const { record } = assistancePlanRecogniser.recognise(source);
    expect(record.costs).toEqual([
      {
        category: 'travel',
        description: 'Air fares for two experts',
        amount: { value: '5200', currency: 'USD' },
        payers: [
          { who: 'apt', share: 0.6 },
          { who: 'offerer', share: 0.4 },
        ],
      },
      {
        category: 'fee',
        description: 'Analysis',
        amount: { value: '4000.50', currency: 'EUR' },
        payers: [{ who: 'offerer', share: 1 }],
      },
    ]);
    expect(record.experts.map(({ name }) => name)).toEqual(['Ms Ana Moana', 'Mr Tavita Leota']);
    expect(record.requestedFromOrganiser).toEqual({ state: 'blank', items: [] });
  });

  test('an empty form is one, and says nothing', () => {
    const source = sourceOf(readDocx(bytesOf(emptyForm('expert-mission-2027', application)), 'form.docx'));
    expect(bestOf(source)).toBe('mission-application');
    expect(missionApplicationRecogniser.recognise(source).record).toMatchObject({
      title: '',
      expectedOutcomes: { state: 'blank' },
      form: { online: null },
    });
  });
});

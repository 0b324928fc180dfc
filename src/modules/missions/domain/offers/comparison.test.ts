import { describe, expect, test } from 'vitest';
import { noAnswer, type OfferContent } from '../forms/answers.ts';
import { usualOfferForm } from '../forms/house-forms.ts';
import { withImplied } from './bearing.ts';
import { compareOffers } from './comparison.ts';
import { suggestTies } from './tying.ts';

const form = usualOfferForm('OCU Expert Mission 2026', 'OCU');
const offer = (value: string, currency: string, months: [string, string]): OfferContent =>
  withImplied(
    {
      organisation: 'Lighthouse Institute',
      answers: {
        requested: noAnswer,
        schedule: {
          ...noAnswer,
          state: 'given',
          times: [{ printed: 'x', from: months[0], to: months[1], precision: 'month', what: null }],
        },
      },
      costs: [
        {
          id: 'line-1',
          category: 'fee',
          text: 'Fees',
          quantity: null,
          unit: null,
          amount: { value, currency },
          payers: [{ who: 'beneficiary', share: 2500, basis: 'asked' }],
        },
      ],
      experts: [{ name: 'Ana Vea', organisation: '', role: null, person: null }],
    },
    form,
  );

describe('offers side by side', () => {
  test('keep their currencies apart and say on which ground somebody pays', () => {
    const rows = compareOffers([
      { content: offer('1000', 'USD', ['2026-05', '2026-06']), form, organiser: 'OCU' },
      { content: offer('400', 'EUR', ['2026-05', '2026-05']), form, organiser: 'OCU' },
    ]);
    const row = (key: string) => rows.find((one) => one.key === key);
    expect(row('costs')).toMatchObject({ values: ['USD 1,000', 'EUR 400'], differs: true });
    expect(row('offerer')?.values).toEqual(['USD 750 (by the blank answer)', 'EUR 300 (by the blank answer)']);
    expect(row('beneficiary')?.values).toEqual(['USD 250 (asked)', 'EUR 100 (asked)']);
    expect(row('nobody')?.values).toEqual(['–', '–']);
    expect(row('schedule')?.values).toEqual(['2026-05 to 2026-06', '2026-05']);
    expect(row('experts')).toMatchObject({ differs: false });
    expect(row('open')?.values).toEqual(['1 of 1', '1 of 1']);
  });
});

describe('what a plan seems to answer', () => {
  const requests = [
    { id: 'a', title: 'Rules for warnings over mobile networks', country: { printed: 'FIJI', iso2: 'FJ' } },
    { id: 'b', title: 'Data centre for ports', country: { printed: 'Fiji', iso2: 'FJ' } },
    { id: 'c', title: 'Licensing of satellite terminals', country: { printed: 'Tonga', iso2: 'TO' } },
  ];

  test('is told by country and topic, with reasons', () => {
    const plan = { interest: 'Warning rules for mobile networks, Fiji', details: 'We know satellite systems.' };
    expect(suggestTies(plan, requests)).toEqual([
      {
        request: 'a',
        likely: true,
        reasons: [
          'The plan names FIJI as its country.',
          'Topic and title both say “Rules”, “warnings”, “mobile”, “networks”.',
        ],
      },
      { request: 'b', likely: false, reasons: ['The plan names Fiji as its country.'] },
      { request: 'c', likely: false, reasons: ['The details speak of “satellite”, as the title does.'] },
    ]);
  });

  test('is nothing where nothing speaks for it', () => {
    expect(suggestTies({ interest: 'Support for policy projects', details: '' }, requests)).toEqual([]);
  });
});

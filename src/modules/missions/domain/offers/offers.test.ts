import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAnswer, type CostLine, type OfferContent, type Payer } from '../forms/answers.ts';
import { usualOfferForm } from '../forms/house-forms.ts';
import { partsOf, printedAmount, product, sumsOf } from './amounts.ts';
import { countedShares, whoBears, withImplied } from './bearing.ts';
import { checksOfOffer, costOverCeiling, type OfferSurroundings } from './checks.ts';
import { agreedAsItStands, isAgreed, withShares } from './settling.ts';
import { totalsOf } from './totals.ts';
import { lineFrom, typedLine } from './typed.ts';

const form = usualOfferForm('OCU Expert Mission 2026', 'OCU');
const line = (more: Partial<CostLine> = {}): CostLine => ({
  id: 'line-1',
  category: 'travel',
  text: 'Flights',
  quantity: null,
  unit: null,
  amount: { value: '1000', currency: 'USD' },
  payers: [],
  ...more,
});
const offer = (requested: Partial<OfferContent['answers'][string]> | null, costs: CostLine[]): OfferContent => ({
  organisation: 'Lighthouse Institute',
  answers: requested === null ? {} : { requested: { ...noAnswer, ...requested } },
  costs,
  experts: [],
});

const when = (printed: string, from: string | null, to: string | null) => ({
  printed,
  from,
  to,
  precision: 'month' as const,
  what: null,
});

const amount = fc
  .record({ whole: fc.integer({ min: 0, max: 9_999_999 }), cents: fc.integer({ min: 0, max: 99 }) })
  .map(({ whole, cents }) => `${whole}.${String(cents).padStart(2, '0')}`);
const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'TOP');
const who = fc.constantFrom('organiser', 'offerer', 'beneficiary', 'Harbour Fund');
/** Some payers whose stated shares make at most the whole line. */
const payers = fc
  .uniqueArray(
    fc.record({
      who,
      share: fc.integer({ min: 1, max: 2500 }),
      basis: fc.constantFrom('asked' as const, 'offered' as const),
    }),
    { selector: (payer) => payer.who, maxLength: 4 },
  )
  .map((some): Payer[] => some);
const lines = fc
  .array(fc.record({ value: amount, currency, payers }), { maxLength: 6 })
  .map((all) =>
    all.map(({ value, currency, payers }, at) => line({ id: `line-${at + 1}`, amount: { value, currency }, payers })),
  );

describe('amounts', () => {
  test('are summed exactly, a currency at a time', () => {
    const amounts = [
      { value: '0.10', currency: 'USD' },
      { value: '0.20', currency: 'USD' },
      { value: '5', currency: 'EUR' },
    ];
    expect(sumsOf(amounts)).toEqual([
      { value: '5', currency: 'EUR' },
      { value: '0.30', currency: 'USD' },
    ]);
    expect(product('3', '250.50')).toBe('751.50');
    expect(printedAmount({ value: '1234567.5', currency: 'USD' })).toBe('USD 1,234,567.5');
  });

  test('are cut to the smallest coin without loss', () => {
    expect(partsOf({ value: '100', currency: 'USD' }, [3333, 3333, 3334]).map(({ value }) => value)).toEqual([
      '33.33',
      '33.33',
      '33.34',
    ]);
    expect(partsOf({ value: '100', currency: 'JPY' }, [3333, 3333, 3334]).map(({ value }) => value)).toEqual([
      '33',
      '33',
      '34',
    ]);
    fc.assert(
      fc.property(
        amount,
        currency,
        fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 }),
        (value, currency, some) => {
          const shares = [...some, 10_000 - some.reduce((all, share) => all + share, 0)];
          const [sum] = sumsOf(partsOf({ value, currency }, shares));
          expect(Number(sum?.value)).toBe(Number(value));
        },
      ),
    );
  });
});

describe('the meaning of a blank', () => {
  test('is that the offering organisation bears all, in the words of the form', () => {
    const content = withImplied(offer({ state: 'blank' }, [line()]), form);
    expect(content.costs[0]?.payers).toEqual([{ who: 'offerer', share: 10_000, basis: 'implied-by-blank' }]);
    expect(whoBears(content, form, 'OCU')).toMatchObject({
      words: 'The offer asks OCU for nothing. By the words of the form: The offering organisation bears all costs.',
      lines: [{ ground: 'implied', borne: 10_000 }],
    });
  });

  test.each([
    ['given', 'The offer asks OCU to pay what it names.'],
    [
      'unknown',
      'What the offer asks OCU to pay was lost. Nothing follows from that: the offering organisation has to say it again.',
    ],
    [
      null,
      'The question of what OCU should pay was not in what came. Nothing can be concluded about who bears the costs.',
    ],
  ] as const)('is none where the answer is %s', (state, words) => {
    const content = withImplied(offer(state === null ? null : { state }, [line()]), form);
    expect(content.costs[0]?.payers).toEqual([]);
    expect(whoBears(content, form, 'OCU')).toMatchObject({ words, lines: [{ ground: 'not-said' }] });
  });

  test('is none where the form gives it none', () => {
    const silent = { ...form, items: form.items.map((item) => ({ ...item, blankMeans: null })) };
    const content = offer({ state: 'blank' }, [line()]);
    expect(withImplied(content, silent)).toEqual(content);
    expect(whoBears(content, silent).words).toContain('gives an empty answer no meaning');
  });

  test('of a plan that came as a file is what was read with its cost lines', () => {
    const read = offer({ state: 'blank' }, [
      line({ payers: [{ who: 'offerer', share: 10_000, basis: 'implied-by-blank' }] }),
    ]);
    expect(whoBears(read, null, 'OCU').words).toBe(
      'The offer asks OCU for nothing. By the words of the form it came in, each cost is borne as its line says.',
    );
    expect(whoBears(offer({ state: 'blank' }, [line()]), null, 'OCU').words).toBe(
      'The offer asks OCU for nothing. It is tied to no form yet that would say who bears the costs then.',
    );
  });

  test('stays within what others stated; answering takes back what was implied and nothing else', () => {
    fc.assert(
      fc.property(lines, (costs) => {
        const blank = withImplied(offer({ state: 'blank' }, costs), form);
        expect(whoBears(blank, form).lines.every(({ borne }) => borne === 10_000)).toBe(true);
        expect(withImplied(blank, form)).toEqual(blank);
        const answered = withImplied({ ...blank, answers: offer({ state: 'given', text: 'x' }, []).answers }, form);
        expect(answered.costs).toEqual(costs);
      }),
    );
  });
});

describe('totals', () => {
  test('never mix currencies, and what each bears makes the whole', () => {
    fc.assert(
      fc.property(lines, (costs) => {
        const { all, byPayer, unborne } = totalsOf({ costs });
        const parts = sumsOf([...byPayer.flatMap(({ sums }) => sums), ...unborne]);
        const whole = new Map(all.map(({ currency, value }) => [currency, Number(value)]));
        for (const { currency, value } of parts) expect(Number(value)).toBe(whole.get(currency));
        for (const { currency, value } of all) {
          const own = costs.filter((one) => one.amount?.currency === currency);
          expect(value).toBe(sumsOf(own.flatMap((one) => one.amount ?? []))[0]?.value);
        }
      }),
    );
  });
});

describe('settling', () => {
  test('agreed shares make 100 %, exactly', () => {
    expect(() => withShares(line(), [{ who: 'offerer', share: 9999 }], 'agreed')).toThrow('make 99.99 %');
    expect(() =>
      withShares(
        line(),
        [
          { who: 'offerer', share: 9000 },
          { who: 'organiser', share: 1001 },
        ],
        'asked',
      ),
    ).toThrow('more than 100 %');
    fc.assert(
      fc.property(payers, (some) => {
        const agreed = agreedAsItStands(
          withImplied(offer({ state: 'blank' }, [line({ payers: some })]), form).costs[0]!,
        );
        expect(isAgreed(agreed)).toBe(true);
        expect(countedShares(agreed).reduce((sum, { share }) => sum + (share ?? 0), 0)).toBe(10_000);
      }),
    );
  });

  test('what is offered counts before what is asked', () => {
    const asked = withShares(line(), [{ who: 'organiser', share: 5000 }], 'asked');
    const offered = withShares(asked, [{ who: 'organiser', share: 3000 }], 'offered');
    expect(countedShares(offered)).toEqual([{ who: 'organiser', share: 3000, basis: 'offered' }]);
  });
});

describe('what should be looked at', () => {
  const around: OfferSurroundings = {
    form,
    deadlines: { survey: null, applications: null, offers: '2026-03-31', completion: '2026-12' },
    ceiling: { value: '500', currency: 'USD' },
    requests: [{ title: 'Warnings', stage: 'withdrawn' }],
  };
  const rules = (content: OfferContent, more: Partial<OfferSurroundings> = {}): string[] =>
    checksOfOffer(content, { ...around, ...more }).map(({ rule }) => rule);

  test('costs that do not add up, shares that do not make 100 %, nobody who bears', () => {
    const content = offer({ state: 'given', text: 'x' }, [
      line({ quantity: '2', price: '400', payers: [{ who: 'offerer', share: 4000, basis: 'offered' }] }),
      line({ id: 'line-2', amount: null }),
    ]);
    expect(rules(content)).toEqual(
      expect.arrayContaining(['amount-differs', 'shares-differ', 'amount-missing', 'over-the-ceiling']),
    );
    expect(costOverCeiling(content, around.ceiling)).toEqual({ value: '600', currency: 'USD' });
    expect(costOverCeiling(content, { value: '600', currency: 'USD' })).toBeNull();
    expect(costOverCeiling(content, { value: '1', currency: 'EUR' })).toBeNull();
  });

  test('times outside the cycle, requests that are no more', () => {
    const content = offer({ state: 'blank' }, [line()]);
    content.answers['schedule'] = {
      ...noAnswer,
      state: 'given',
      times: [
        when('Feb 2026', '2026-02', '2026-02'),
        when('Jan 2027', '2027-01', null),
        when('March–May', '2026-03', '2026-05'),
      ],
    };
    expect(
      checksOfOffer(content, around)
        .filter(({ field }) => field === 'schedule')
        .map(({ text }) => text),
    ).toEqual([
      '“Feb 2026” is before offers are due (2026-03-31).',
      '“Jan 2027” is after 2026-12, by which missions are completed.',
    ]);
    expect(rules(content)).toContain('request-withdrawn');
  });
});

describe('typed lines', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(
        lines,
        fc.option(amount, { nil: null }),
        fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
        (costs, price, many) => {
          for (const one of withImplied(offer({ state: 'blank' }, costs), form).costs) {
            const whole = { ...one, price, quantity: many === null ? null : String(many) };
            expect(lineFrom(typedLine(whole), whole)).toEqual(whole);
          }
        },
      ),
    );
  });

  test('an amount that was computed follows its quantity; one that was stated stays', () => {
    const computed = line({ quantity: '2', price: '500' });
    expect(lineFrom({ ...typedLine(computed), quantity: '3' }, computed).amount?.value).toBe('1500');
    const stated = line({ quantity: '2', price: '400' });
    expect(lineFrom({ ...typedLine(stated), quantity: '3' }, stated).amount?.value).toBe('1000');
  });

  test.each([
    [{ amount: '1.500' }, 'one way only'],
    [{ currency: 'XYZ' }, 'no currency'],
    [{ shares: [{ who: 'offerer', share: '101' }] }, 'no share'],
    [{ shares: [{ who: '', share: '10' }] }, 'no payer'],
    [{ amount: '', price: '5', quantity: '' }, 'needs its quantity'],
  ])('%j is refused', (more, words) => {
    expect(() => lineFrom({ ...typedLine(line()), ...more }, null)).toThrow(words);
  });
});

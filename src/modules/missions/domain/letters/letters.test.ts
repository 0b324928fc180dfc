import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { usualCategories, type Membership } from '#modules/directory/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { linesOf } from '#formats/document/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { usualSettings } from '../cycle/usual.ts';
import { emptyQuery, recipientsOf, resolveAudiences, type Audience, type KnownMembers } from './audience.ts';
import { firstWords, nextReference } from './first-words.ts';
import { footnoteProblem, paragraphsOf, plainLetter } from './letter.ts';
import { letterDocument, letterLook } from './letter-document.ts';

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const day = '2027-03-31';

/** Number, category, entitled, country, from, to. */
type Row = [number, Membership['category'], boolean | null, string | null, (string | null)?, (string | null)?];
function known(rows: readonly Row[], applicants: readonly number[] = []): KnownMembers {
  return {
    memberships: rows.map(([number, category, fellowship, , from = null, to = null], index) => ({
      id: id(900 + index),
      organisation: id(number),
      category,
      fellowship,
      from,
      to,
      confirmedBy: null,
      confirmedOn: null,
      version: 1,
    })),
    countries: new Map(rows.map(([number, , , country]) => [id(number), country])),
    applicants: applicants.map(id),
  };
}
const house = known(
  [
    [1, 'member', true, 'FJ'],
    [2, 'member', false, 'AU'],
    [3, 'member', true, 'CN'],
    [4, 'member', null, 'WS'],
    [5, 'associate', null, 'CK'],
    [6, 'affiliate', false, 'FJ'],
    [7, 'member', false, 'NZ', '2000-01-01', '2026-12-31'],
    [8, 'member', false, 'TO', '2027-04-01'],
  ],
  [1, 9],
);
const audience = (text: string, query: Partial<Audience['query']>): Audience => ({
  text,
  query: { ...emptyQuery, ...query },
});
const numbers = (to: Audience[], cc: Audience[] = [], members = house): [number, boolean][] =>
  resolveAudiences(to, cc, members, day).recipients.map(({ organisation, copy }) => [
    Number(organisation.slice(-12)),
    copy,
  ]);

describe('audiences', () => {
  test('all administrations but two, as they are on the day', () => {
    const all = audience('All Members but two', { categories: ['member'], minus: [id(2), id(3)] });
    expect(numbers([all])).toEqual([
      [1, false],
      [4, false],
    ]);
  });

  test('a circulation: not entitled, named countries, other categories, copies to applicants, each once', () => {
    const to = [
      audience('Non-fellowship Members', { categories: ['member'], fellowship: 'no' }),
      audience('China', { categories: ['member'], countries: ['CN'] }),
      audience('Associate Members', { categories: ['associate'] }),
      audience('Affiliate Members', { categories: ['affiliate'] }),
    ];
    const cc = [audience('Applicants', { applicants: true }), audience('All', { categories: ['member'] })];
    expect(numbers(to, cc)).toEqual([
      [2, false],
      [3, false],
      [5, false],
      [6, false],
      [1, true],
      [9, true],
      [4, true],
    ]);
  });

  test('whose fellowships are not known is told, not guessed', () => {
    const no = audience('Non-fellowship Members', { categories: ['member'], fellowship: 'no' });
    expect(resolveAudiences([no], [], house, day).undecided).toEqual([{ organisation: id(4), because: no.text }]);
    const named = resolveAudiences([no, audience('Samoa', { organisations: [id(4)] })], [], house, day);
    expect(named.undecided).toEqual([]);
  });

  test('without any condition an audience is nobody, never everybody', () => {
    expect(numbers([audience('Nobody', {})])).toEqual([]);
    expect(numbers([audience('Nobody', { minus: [id(1)] })])).toEqual([]);
  });

  const rows = fc.array(
    fc.tuple(
      fc.nat(6),
      fc.constantFrom('member', 'associate', 'affiliate' as const),
      fc.constantFrom(true, false, null),
      fc.constantFrom('FJ', 'AU', null),
    ) as fc.Arbitrary<Row>,
    { maxLength: 8 },
  );
  const queries = fc.record({
    categories: fc.subarray(['member', 'associate', 'affiliate'] as const),
    fellowship: fc.constantFrom('any', 'yes', 'no' as const),
    countries: fc.subarray(['FJ', 'AU']),
    organisations: fc.subarray([1, 2, 3].map(id)),
    applicants: fc.boolean(),
    minus: fc.subarray([1, 4].map(id)),
  });
  const audiences = fc
    .array(queries, { maxLength: 4 })
    .map((all) => all.map((query, index): Audience => ({ text: `Audience ${index}`, query: { ...query } })));

  test('law: each once, nobody who is taken out of all, nobody both in and undecided', () => {
    fc.assert(
      fc.property(rows, audiences, audiences, (members, to, cc) => {
        const { recipients, undecided } = resolveAudiences(to, cc, known(members, [5]), day);
        const ids = recipients.map(({ organisation }) => organisation);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { organisation } of undecided) expect(ids).not.toContain(organisation);
        const excluded = [1, 4].map(id).filter((one) => [...to, ...cc].every(({ query }) => query.minus.includes(one)));
        for (const one of excluded) expect(ids).not.toContain(one);
      }),
    );
  });

  test('law: recipients are frozen when a letter is sent; no later change of membership changes them', () => {
    fc.assert(
      fc.property(rows, rows, audiences, (then, later, to) => {
        const { recipients } = recipientsOf({ frozen: null, to, cc: [] }, known(then), day);
        const sent = { frozen: recipients, to, cc: [] };
        expect(recipientsOf(sent, known(later, [5]), '2031-01-01')).toEqual({ recipients, undecided: [] });
      }),
    );
  });
});

const content = {
  reference: 'OCU/BD-6.2/2027/14',
  date: null,
  subject: 'Survey of needs',
  body: 'Dear colleagues,\n\nPlease answer by **31 March 2027** [1]. 2 ** 3 is six.\r\n\r\nWith kind regards,',
  footnotes: ['The last day.'],
  signatory: 'Ana Reef',
  role: 'Secretary General',
  to: [audience('All Members but Fiji', {}), audience('Affiliate Members', {})],
  cc: [audience('Those who have applied', {})],
  enclosures: [{ title: 'Form for requests', address: null }],
};

describe('the text of a letter', () => {
  test('bold words in pairs of stars, footnotes at their marks, lone stars as they are', () => {
    const [, second] = paragraphsOf(content);
    expect(second).toEqual([
      { text: 'Please answer by ', bold: false, footnote: null },
      { text: '31 March 2027', bold: true, footnote: null },
      { text: '', bold: false, footnote: 1 },
      { text: '. 2 ** 3 is six.', bold: false, footnote: null },
    ]);
    expect(plainLetter(content)).toContain('31 March 2027 [1]. 2 ** 3 is six.');
  });

  test('each footnote has its mark once and in order', () => {
    expect(footnoteProblem(content)).toBeNull();
    expect(footnoteProblem({ body: 'No mark', footnotes: ['a'] })).toContain('footnote 1');
    expect(footnoteProblem({ body: 'One [2] two [1]', footnotes: ['a', 'b'] })).toContain('not in order');
    expect(footnoteProblem({ body: 'Section [3] of it', footnotes: [] })).toBeNull();
  });

  test('in Word everything is there, in the order of a letter', () => {
    const made = letterDocument({
      house: 'Oceanic Communications Union',
      date: day,
      content,
      repliesTo: null,
      name: 'Letter',
    });
    const read = readDocx(writeDocx(made, letterLook), 'Letter.docx');
    const lines = linesOf(read).map(({ text }) => text.trim());
    expect(lines.filter((line) => line !== '')).toEqual([
      'Oceanic Communications Union',
      '31 March 2027',
      'Ref.: OCU/BD-6.2/2027/14',
      'To: All Members but Fiji',
      'Affiliate Members',
      'Subject: Survey of needs',
      'Dear colleagues,',
      expect.stringMatching(/^Please answer by 31 March 2027.*2 \*\* 3 is six\.$/),
      'With kind regards,',
      'Ana Reef',
      'Secretary General',
      'Enclosed:\tForm for requests',
      'Copy to:\tThose who have applied',
    ]);
    expect(read.notes).toHaveLength(1);
  });
});

describe('letters written beforehand', () => {
  const ground = {
    programme: 'OCU Expert Mission',
    year: 2027,
    settings: usualSettings('Oceanic Communications Union', { applications: '2027-01-31', offers: '2027-03-31' }),
    categories: usualCategories,
    enclosures: [],
    applicants: ['Ministry of Tides', 'Board of Harbours'],
    references: ['OCU/BD-6.2/2027/09', 'OCU/BD-6.2/2027/13', 'Memo'],
  };

  test('a survey asks all Members by the day of the cycle', () => {
    const letter = firstWords('survey', ground);
    expect(letter.body).toContain('Requests are awaited until **31 January 2027**');
    expect(letter.to[0]).toMatchObject({ text: 'All Members', query: { categories: ['member'] } });
    expect(letter.reference).toBe('OCU/BD-6.2/2027/14');
  });

  test('a circulation counts its requests and gives copies to those who applied', () => {
    const letter = firstWords('circulation', ground);
    expect(letter.body).toContain('2 requests for the visit of an expert have been received');
    expect(letter.body).toContain('awaited until **31 March 2027**');
    expect(letter.cc[0]?.query.applicants).toBe(true);
  });

  test('references count on, with their zeros; without a number nothing is made up', () => {
    expect(nextReference(['A/009'])).toBe('A/010');
    expect(nextReference(['Memo'])).toBe('');
    expect(nextReference([])).toBe('');
  });
});

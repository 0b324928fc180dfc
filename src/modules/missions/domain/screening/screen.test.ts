import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { When } from '#kernel/reading/index.ts';
import { noAnswer, type ApplicationContent, type GivenAnswer } from '../forms/answers.ts';
import { usualApplicationForm } from '../forms/house-forms.ts';
import type { Screened } from './finding.ts';
import { draftQuestion, rules, screen } from './screen.ts';

const given = (text: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...noAnswer,
  state: 'given',
  text,
  how: 'read',
  ...more,
});
const when = (printed: string, from: string | null, to: string | null): When => ({
  printed,
  from,
  to,
  precision: from === null ? 'asap' : 'month',
  what: null,
});
const timed = (...times: When[]): GivenAnswer => given(times.map(({ printed }) => printed).join('\n'), { times });

/** A request without anything to look at. */
const sound: ApplicationContent = {
  country: { printed: 'Fiji', iso2: 'FJ' },
  organisation: 'Ministry of Works (MOW)',
  title: 'Rules for early warning',
  answers: {
    policy_issue: given('Warnings reach too few people.'),
    support_action: given('- Draft the rules\n- Train six officers'),
    policy_contribution: given('The rules become law.'),
    policy_situation: given('A first draft is ready.'),
    stakeholders: given('National Weather Office'),
    expected_outcomes: given('', { chosen: ['training'] }),
    timeline: timed(when('July 2027', '2027-07', '2027-08')),
  },
};
const request = (
  answers: Partial<Record<string, GivenAnswer>> = {},
  more: Partial<Screened> = {},
  content: Partial<ApplicationContent> = {},
): Screened => ({
  id: 'a',
  content: { ...sound, ...content, answers: { ...sound.answers, ...(answers as ApplicationContent['answers']) } },
  form: usualApplicationForm('OCU Expert Mission 2027'),
  attachments: 0,
  deadlines: { survey: null, applications: null, offers: '2027-03-31', completion: '2027-12' },
  row: null,
  others: [],
  ...more,
});
const found = (screened: Screened): string[] => screen(screened).map(({ rule }) => rule);
const asked = (screened: Screened, rule: string): string | null | undefined =>
  screen(screened).find((one) => one.rule === rule)?.ask;

test('a sound request has nothing to look at', () => {
  expect(screen(request())).toEqual([]);
});

describe('dates', () => {
  test('no date at all', () => {
    const vague = request({ timeline: timed(when('At the earliest', null, null)) });
    expect(found(vague)).toEqual(['timeline-no-date']);
    expect(asked(vague, 'timeline-no-date')).toBe(
      'Your form names no month for the mission: “At the earliest”. Could you tell us in which months, or in which quarter, it should take place?',
    );
  });
  test('words in which no time was found', () => {
    expect(found(request({ timeline: given('whenever the ministry agrees') }))).toEqual(['timeline-no-date']);
  });
  test.each([
    ['2027-02', ['timeline-before-deadline']],
    ['2027-03', []],
    ['2027-04', ['timeline-right-after-deadline']],
    ['2027-05', []],
  ])('beginning in %s, with offers due on 31 March', (from, expected) => {
    expect(found(request({ timeline: timed(when(from, from, null)) }))).toEqual(expected);
  });
  test('the month after December is January', () => {
    const deadlines = { survey: null, applications: null, offers: '2027-12-15', completion: null };
    const next = timed(when('January 2028', '2028-01', null));
    expect(found(request({ timeline: next }, { deadlines }))).toEqual(['timeline-right-after-deadline']);
  });
  test('a cycle without deadlines has none to miss', () => {
    const deadlines = { survey: null, applications: null, offers: null, completion: null };
    expect(found(request({ timeline: timed(when('1990', '1990-01', '2090-12')) }, { deadlines }))).toEqual([]);
  });
  test('ending after the cycle', () => {
    expect(found(request({ timeline: timed(when('to January 2028', '2027-11', '2028-01')) }))).toEqual([
      'timeline-after-completion',
    ]);
    expect(found(request({ timeline: timed(when('to December 2027', '2027-11', '2027-12')) }))).toEqual([]);
  });
  test('backwards', () => {
    expect(found(request({ timeline: timed(when('August to July', '2027-08', '2027-07')) }))).toEqual([
      'timeline-backwards',
    ]);
  });
});

const list = (bullet: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${bullet}policy number ${index + 1} of the list`).join('\n');

describe('many asks', () => {
  test('eight bullets are too many, seven are not', () => {
    expect(found(request({ support_action: given(list('- ', 8)) }))).toEqual(['many-asks']);
    expect(found(request({ support_action: given(list('- ', 7)) }))).toEqual([]);
  });
  test('typed one a line, each line counts; lines of a read form are prose', () => {
    expect(found(request({ support_action: given(list('', 9), { how: 'typed' }) }))).toEqual(['many-asks']);
    expect(found(request({ support_action: given(list('', 9)) }))).toEqual([]);
  });
});

test.each([
  ['We ask for help with eleven regulations, from licences to tariffs.', ['many-asks']],
  ['Seven new guidelines, and a comparison with twelve countries', []],
  ['licences; fees; numbers; tariffs; quality; complaints; approval; sharing', ['many-asks']],
])('many asks in one line: %j', (line, expected) => {
  expect(found(request({ support_action: given(line) }))).toEqual(expected);
});

test.each(['M.O.W. legal division', 'mow', 'The Ministry of Works'])('the applicant is a stakeholder as %j', (line) => {
  expect(found(request({ stakeholders: given(line) }))).toEqual(['applicant-is-stakeholder']);
});

test('British and American spellings name one organisation', () => {
  const organisation = 'Centre for Digitalisation Programmes (CDP)';
  const stakeholders = given('Center for Digitalization Programs');
  expect(found(request({ stakeholders }, {}, { organisation }))).toEqual(['applicant-is-stakeholder']);
});

test.each([
  ['A review was made by the Ministry in 2025.', []],
  ['A review was made by the Harbour Board in 2025.', ['earlier-work']],
  ['We rank 78th in the Index prepared by the Meridian Forum.', []],
])('earlier work: %j', (line, expected) => {
  expect(found(request({ policy_situation: given(line) }))).toEqual(expected);
});

describe('attachments', () => {
  test.each(['Enclosed please find our note.', 'We attach the present plan.'])('%j announces one', (line) => {
    expect(found(request({ policy_situation: given(line) }))).toEqual(['attachment-missing']);
  });
  const announcing = { policy_situation: given('The present plan is attached herewith.') };
  test('announced and absent', () => {
    expect(found(request(announcing))).toEqual(['attachment-missing']);
  });
  test('announced and there', () => {
    expect(found(request(announcing, { attachments: 1 }))).toEqual([]);
  });
  test('words of the same kind that announce nothing', () => {
    const plan = { policy_situation: given('The list will be attached to the decree.') };
    expect(found(request(plan))).toEqual([]);
  });
});

describe('others named', () => {
  test('another funder, and earlier work', () => {
    expect(found(request({ policy_situation: given('A pilot is funded by the Coral Bank.') }))).toEqual([
      'other-funder',
    ]);
    const earlier = given('An assessment was carried out by the Reef Institute in 2025.');
    expect(found(request({ policy_situation: earlier }))).toEqual(['earlier-work']);
  });
  test('what the applicant pays itself is not asked for', () => {
    expect(found(request({ policy_situation: given('It is funded by the Ministry of Works.') }))).toEqual([]);
  });
  test('the applicant among its own stakeholders', () => {
    expect(found(request({ stakeholders: given('MOW and the operators') }))).toEqual(['applicant-is-stakeholder']);
    expect(found(request({ stakeholders: given('Operators') }))).toEqual([]);
  });
  test('another applicant is named; another request of the same body links nothing', () => {
    const others = [
      { id: 'b', organisation: 'National Weather Office', inSummary: null, title: 'Radar' },
      { id: 'c', organisation: 'Ministry of Works (MOW)', inSummary: null, title: 'Roads' },
    ];
    const [linked, ...rest] = screen(request({}, { others }));
    expect(rest).toEqual([]);
    expect(linked?.text).toBe(
      'National Weather Office, named here, applies itself: “Radar”. One mission may serve both.',
    );
    expect(linked?.ask).toBeNull();
  });
});

describe('the summary against the form', () => {
  const row = { country: 'Fiji', organisation: 'Ministry of Works (MOW)', title: 'Rules for early warning' };
  test('the same, and a country under another name', () => {
    expect(found(request({}, { row }))).toEqual([]);
    expect(found(request({}, { row: { ...row, country: 'Republic of Fiji' } }))).toEqual([]);
  });
  test('other words are asked about, other capitals only told', () => {
    const other = request({}, { row: { ...row, organisation: 'Works Office', title: 'Rules for Early Warning' } });
    expect(found(other)).toEqual(['summary-differs', 'summary-capitals-differ']);
    expect(asked(other, 'summary-differs')).toBe(
      'In our summary, the organisation reads “Works Office”; in your form, “Ministry of Works (MOW)”. Which of the two should stand?',
    );
  });
});

describe('what is missing', () => {
  test('a required answer left blank, and one that may be blank', () => {
    expect(found(request({ policy_issue: noAnswer, stakeholders: noAnswer }))).toEqual(['answer-missing']);
  });
  test('lost ticks are unknown, not missing; the draft offers the weak sign as a question', () => {
    const lost = request({ expected_outcomes: { ...noAnswer, state: 'unknown', candidate: ['awareness'] } });
    expect(found(lost)).toEqual(['ticks-lost']);
    expect(asked(lost, 'ticks-lost')).toContain('Awareness programme, such as a workshop or a seminar');
    expect(asked(lost, 'ticks-lost')).toContain('Is that right?');
  });
  test('"Others" without words, and with them', () => {
    expect(found(request({ expected_outcomes: given('', { chosen: ['others'] }) }))).toEqual(['others-without-text']);
    expect(found(request({ expected_outcomes: given('', { chosen: ['others'], other: 'A talk' }) }))).toEqual([]);
  });
  test('the head', () => {
    expect(found(request({}, {}, { title: '', organisation: '' }))).toEqual(['head-incomplete']);
    expect(found(request({}, {}, { country: { printed: 'Atlantis', iso2: null } }))).toEqual(['country-unknown']);
  });
});

describe('citations', () => {
  test.each([
    ['Telecommunication Policy Clause 5.2: licences', 'Clause 5.2'],
    ['as in action D.1.3 of the plan', 'action D.1.3'],
    ['under Resolution 37 (Rev. Suva, 2026)', 'Resolution 37 (Rev. Suva, 2026)'],
    ['It serves SDG target 9.1', 'target 9.1'],
  ])('%s', (text, words) => {
    const [cites, ...rest] = screen(request({ policy_issue: given(text) }));
    expect(rest).toEqual([]);
    expect(cites).toMatchObject({ rule: 'cites', level: 'info', ask: null, words });
  });
  test('words without a number cite nothing', () => {
    expect(found(request({ policy_issue: given('A resolution and an action plan for 2027.') }))).toEqual([]);
  });
});

describe('laws', () => {
  const text = fc.constantFrom(
    '',
    'is attached herewith',
    'funded by the Coral Bank',
    'Clause 5.2 and clause 6',
    '- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h',
    'National Weather Office',
  );
  const any = fc
    .record({ policy_issue: text, support_action: text, stakeholders: text, title: text })
    .map(({ title, ...answers }) =>
      request(
        Object.fromEntries(
          Object.entries(answers).map(([key, words]) => [key, words === '' ? noAnswer : given(words)]),
        ),
        { others: [{ id: 'b', organisation: 'National Weather Office', inSummary: null, title: 'Radar' }] },
        { title },
      ),
    );

  test('findings do not depend on the order of rules, questions and other requests', () => {
    fc.assert(
      fc.property(any, fc.shuffledSubarray([...rules], { minLength: rules.length }), (one, shuffled) => {
        const turned = { ...one, form: { ...one.form, items: [...one.form.items].reverse() } };
        expect(screen(turned, shuffled)).toEqual(screen(one));
      }),
    );
  });
  test('each finding has its own key, and what is quoted stands in the form', () => {
    fc.assert(
      fc.property(any, (one) => {
        const all = screen(one);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        const written = JSON.stringify(one.content);
        for (const { words, rule } of all)
          if (words !== null && rule !== 'many-asks') expect(written).toContain(JSON.stringify(words).slice(1, -1));
      }),
    );
  });
});

test('a draft puts every question once, numbered when there are several', () => {
  const findings = screen(request({ policy_issue: noAnswer, timeline: timed(when('soon', null, null)) }));
  expect(draftQuestion(findings)).toMatch(/^1\. .*\n\n2\. /);
  expect(draftQuestion(findings.slice(0, 1))).not.toMatch(/^1\. /);
  expect(draftQuestion([])).toBe('');
});

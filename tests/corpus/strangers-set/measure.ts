/** Screening, topics, kinds of help and matching on a stranger's set, in numbers. */
import { topicsIn } from '#kernel/topics.ts';
import { kindsAt } from '#modules/missions/domain/matching/kinds.ts';
import { topicsOf } from '#modules/missions/domain/matching/theme.ts';
import {
  candidateOfActivity,
  candidateOfProfile,
  emptyProfile,
  mayBeProposed,
  needOf,
  rank,
  readLines,
  screen,
  usualApplicationForm,
  usualSettings,
  type Answers,
  type Candidate,
  type Need,
  type Ranking,
  type Screened,
  type ScreeningFinding,
} from '#modules/missions/index.ts';
import { isStatement } from '#modules/partners/domain/recognise/meeting/statements.ts';
import type { StrangersCandidate, StrangersRequest } from './form.ts';

export const cycleOfStrangers = {
  deadlines: { survey: null, applications: '2028-01-31', offers: '2028-03-31', completion: '2028-12' },
  today: '2028-03-31',
};
const form = usualApplicationForm('OCU Expert Mission 2028');

/** How many are right, of those that were found, and of those that should be. */
export interface Count {
  right: number;
  found: number;
  wanted: number;
}

export const count = (found: readonly string[], wanted: readonly string[], allowed: readonly string[] = []): Count => ({
  right: found.filter((one) => wanted.includes(one)).length,
  found: found.filter((one) => wanted.includes(one) || !allowed.includes(one)).length,
  wanted: wanted.length,
});
export const sum = (counts: readonly Count[]): Count => ({
  right: counts.reduce((all, { right }) => all + right, 0),
  found: counts.reduce((all, { found }) => all + found, 0),
  wanted: counts.reduce((all, { wanted }) => all + wanted, 0),
});

const given = (key: string, text: string): Answers => ({
  [key]: {
    state: text === '' ? 'blank' : 'given',
    text,
    chosen: [],
    other: null,
    candidate: null,
    times: key === 'timeline' ? readLines(text).flatMap(({ times }) => times) : [],
    printed: null,
    how: 'typed',
    source: null,
    lines: null,
    revision: 0,
  },
});

function answersOf(request: StrangersRequest): Answers {
  const answers = {
    ...given('policy_issue', request.issue),
    ...given('support_action', request.action),
    ...given('policy_contribution', request.contribution),
    ...given('policy_situation', request.situation),
    ...given('stakeholders', request.stakeholders),
    ...given('expected_outcomes', 'ticked'),
    ...given('timeline', request.timeline),
  };
  const ticks = answers['expected_outcomes'];
  if (ticks !== undefined) {
    ticks.text = '';
    ticks.state = request.ticks === null ? 'unknown' : 'given';
    ticks.chosen = [...(request.ticks ?? [])];
  }
  return answers;
}

const contentOf = (request: StrangersRequest): Screened['content'] => ({
  country: { printed: request.country[0], iso2: request.country[1] },
  organisation: request.organisation,
  title: request.title,
  answers: answersOf(request),
});

/** Findings on every request, each beside the others of the call. */
export function screened(requests: readonly StrangersRequest[]): ScreeningFinding[][] {
  return requests.map((request) =>
    screen({
      id: request.id,
      content: contentOf(request),
      form,
      attachments: request.attachments,
      deadlines: cycleOfStrangers.deadlines,
      row: null,
      others: requests
        .filter(({ id }) => id !== request.id)
        .map(({ id, organisation, title }) => ({ id, organisation, inSummary: null, title })),
    }),
  );
}

/** Whether a finding is the expected one: its rule, and words that stand in it. */
const fits = (wanted: string, one: ScreeningFinding): boolean => {
  const [rule, words = ''] = wanted.split(/: (.*)/su);
  return one.rule === rule && `${one.text} ${one.words ?? ''}`.includes(words);
};

/** Expected findings that appear, and those that appear without being expected. */
export function findingsOf(request: StrangersRequest, found: readonly ScreeningFinding[]) {
  const { findings } = request.expected;
  return {
    missing: findings.filter((wanted) => !found.some((one) => fits(wanted, one))),
    wrong: found.filter((one) => !findings.some((wanted) => fits(wanted, one))),
    right: findings.filter((wanted) => found.some((one) => fits(wanted, one))),
  };
}

export const needFor = (request: StrangersRequest): Need =>
  needOf({
    id: request.id,
    address: '',
    organisation: null,
    organisationNames: [],
    content: contentOf(request),
    form,
  });

export function candidateFor(one: StrangersCandidate): Candidate {
  if (one.kind === 'activity') {
    const years = [...one.words.matchAll(/\b20\d\d\b/gu)].map(([year]) => Number(year));
    return candidateOfActivity({
      id: one.id,
      organisation: one.name,
      words: one.words,
      address: '',
      isActivity: !isStatement(one.words),
      topics: topicsIn(one.words),
      years,
    });
  }
  const { id, kind, name, confirmedOn, own = [], ...profile } = one;
  return candidateOfProfile({
    kind,
    id,
    name,
    address: '',
    organisation: null,
    profile: { ...emptyProfile, ...profile },
    confirmedOn,
    own,
    missions: [],
  });
}

/** Topics of a request at its core and aside, as the score reads them. */
export function topicsFound(request: StrangersRequest): { core: string[]; side: string[] } {
  const all = [...topicsOf(needFor(request).fields)];
  return {
    core: all.filter(([, { core }]) => core).map(([code]) => code),
    side: all.filter(([, { core }]) => !core).map(([code]) => code),
  };
}

/** Kinds of help that a request asks for by its words and ticks. */
export const kindsFound = (request: StrangersRequest): string[] => [
  ...new Set(
    needFor(request)
      .fields.filter(({ use, declares }) => use !== 'words' && declares === null)
      .flatMap(({ text }) => kindsAt(text).map(({ kind }) => kind)),
  ),
];

export const ranked = (requests: readonly StrangersRequest[], candidates: readonly StrangersCandidate[]): Ranking[] =>
  rank(requests.map(needFor), candidates.map(candidateFor), usualSettings('OCU').weights, {
    nationalsBarred: true,
    profileMonths: 12,
    ceiling: null,
    today: cycleOfStrangers.today,
  });

/** All figures of a set. */
export function figures(requests: readonly StrangersRequest[], candidates: readonly StrangersCandidate[]) {
  const findings = screened(requests).map((found, at) => findingsOf(requests[at]!, found));
  const rankings = ranked(requests, candidates);
  const shown = rankings.map(({ matches }) => matches.filter(mayBeProposed).slice(0, 3));
  const grade = (at: number, id: string): number => requests[at]!.grades[id] ?? 0;
  const open = requests.map((request) =>
    Object.keys(request.grades).filter((id) => !(id in request.barred) && !stale(candidates, id)),
  );
  const best = requests.map((request, at) => Math.max(0, ...open[at]!.map((id) => request.grades[id] ?? 0)));
  const barred = rankings.flatMap(({ barred: out }, at) =>
    out.flatMap(({ candidate, bars }) => bars.map(({ rule }) => `${requests[at]!.id} ${candidate.id} ${rule}`)),
  );
  const toBar = requests.flatMap(({ id, barred: out }) => [
    ...Object.entries(out).map(([who, rule]) => `${id} ${who} ${rule}`),
    ...candidates.flatMap((one) => (stale(candidates, one.id) ? [`${id} ${one.id} old-profile`] : [])),
  ]);
  const topics = requests.map((request) => ({ request, found: topicsFound(request) }));
  return {
    screening: sum(
      findings.map(({ right, wrong, missing }) => ({
        right: right.length,
        found: right.length + wrong.length,
        wanted: right.length + missing.length,
      })),
    ),
    core: sum(topics.map(({ request, found }) => count(found.core, request.expected.core, request.expected.side))),
    all: sum(
      topics.map(({ request, found }) =>
        count([...found.core, ...found.side], [...request.expected.core, ...request.expected.side]),
      ),
    ),
    kinds: sum(requests.map((request) => count(kindsFound(request), request.expected.kinds))),
    shown: shown.flat().length,
    useful: shown.flatMap((matches, at) => matches.filter(({ candidate }) => grade(at, candidate.id) > 0)).length,
    usefulOpen: open.flat().length,
    withAny: best.filter((one) => one > 0).length,
    first: shown.filter(([one], at) => one !== undefined && grade(at, one.candidate.id) > 0).length,
    bestShown: shown.filter(
      (matches, at) => best[at]! > 0 && matches.some(({ candidate }) => grade(at, candidate.id) === best[at]),
    ).length,
    bars: count(barred, toBar),
    statements: count(
      candidates.flatMap((one) => (one.kind === 'activity' && isStatement(one.words) ? [one.id] : [])),
      candidates.flatMap((one) => (one.kind === 'activity' && !one.isActivity ? [one.id] : [])),
    ),
    details: { findings, rankings, barred, toBar },
  };
}

const stale = (candidates: readonly StrangersCandidate[], id: string): boolean =>
  candidates.some((one) => one.id === id && one.kind !== 'activity' && one.confirmedOn < '2027-03-31');

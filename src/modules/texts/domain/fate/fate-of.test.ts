import { describe, expect, test } from 'vitest';
import type { Clause, LegalText, Proposal, ProposalAction, Section } from '#kernel/reading/index.ts';
import { cleanClause, sideOfText } from '../register/sides.ts';
import { settled } from '../register/settle.ts';
import { fateOf } from './fate-of.ts';
import { textMadeOf } from './new-text.ts';
import { successBy } from './success.ts';

let line = 0;
/** "a)" with words before and after; `null` where it is not in that text. */
function clause(
  label: string,
  before: string | null,
  after: string | null,
  certainty: Clause['certainty'] = 'sure',
): Clause {
  line += 1;
  const both = { printed: label, before: before === null ? null : label, after: after === null ? null : label };
  return {
    ...settled({ label: both, before, after, runs: [], status: 'kept', certainty: 'sure', line, children: [] }),
    certainty,
  };
}
const kept = (label: string, words: string): Clause => cleanClause({ label, words, line: ++line, children: [] });
const section = (heading: string, ...clauses: Clause[]): Section => ({
  kind: 'operative',
  heading,
  status: 'changed',
  clauses,
  line: ++line,
});
const text = (title: string, ...sections: Section[]): LegalText => ({
  heading: 'RESOLUTION 5',
  title,
  opening: null,
  sections,
  annexes: [],
  footnotes: [],
});
const proposalOf = (action: ProposalAction, proposed: LegalText | null, isNew = false): Proposal => ({
  serial: 1,
  reference: 'NIC/12A1/1',
  externalId: null,
  bookmark: null,
  action,
  target: { kind: 'resolution', number: isNew ? 'NIC-1' : 5, part: null, isNew },
  title: { before: null, after: null },
  revision: { before: null, after: null },
  parts: { summary: null, introduction: null, proposal: null, reasons: null },
  text: proposed,
  plan: null,
  lines: [1, 2],
});

const charts = 'to chart the reefs of all outer islands every four years;';
const boats = 'to keep two boats ready for the survey of reefs;';
const lights = 'to repair the lights of harbours within one week;';
const base = text(
  'Reefs',
  section('resolves', kept('1', charts), kept('2', boats)),
  section('invites', kept('', lights)),
);

describe('a proposal to modify', () => {
  const proposed = text(
    'Reefs',
    section('resolves', clause('1', charts, charts.replace('four', 'two')), clause('2', boats, null)),
    section('invites', kept('', lights), clause('2', null, 'to publish the survey of reefs as open data.')),
  );
  const proposal = proposalOf('MOD', proposed);

  test('is judged change by change', () => {
    const adopted = text(
      'Reefs',
      section('resolves', kept('1', boats), kept('2', charts.replace('four', 'two'))),
      section('invites', kept('', lights)),
    );
    const { fate, changes, counts } = fateOf(proposal, base, { state: 'adopted', text: adopted });
    expect(changes.map((one) => [one.place, one.change, one.fate, one.adoptedAt?.place])).toEqual([
      ['resolves 1', 'reworded', 'adopted', 'resolves 2'],
      ['resolves 2', 'deleted', 'not-adopted', 'resolves 1'],
      ['invites, new 2', 'added', 'not-adopted', undefined],
    ]);
    expect(counts).toEqual({ adopted: 1, 'adopted-with-changes': 0, 'not-adopted': 2, unknown: 0 });
    expect(fate).toBe('adopted-in-part');
  });

  test('is adopted when its own text is', () => {
    const { fate, why } = fateOf(proposal, base, { state: 'adopted', text: sideOfText(proposed, 'proposed') });
    expect([fate, why]).toEqual(['adopted', 'Of 3 changes, 3 adopted.']);
  });

  test('is not adopted when the text was left as it was, or suppressed; unknown when nothing is known', () => {
    const fates = (['unchanged', 'suppressed', 'unknown'] as const).map((state) => fateOf(proposal, base, { state }));
    expect(fates.map(({ fate, counts }) => [fate, counts['not-adopted'], counts.unknown])).toEqual([
      ['not-adopted', 3, 0],
      ['not-adopted', 3, 0],
      ['unknown', 0, 3],
    ]);
  });

  test('that is read doubtfully is known only where its words stand exactly', () => {
    const doubtful = proposalOf(
      'MOD',
      text(
        'Reefs',
        section(
          'resolves',
          clause('1', charts, charts.replace('four', 'two'), 'guess'),
          clause('2', boats, boats.replace('two', 'nine'), 'guess'),
        ),
        section('invites', kept('', lights)),
      ),
    );
    const adopted = text(
      'Reefs',
      section('resolves', kept('1', charts.replace('four', 'two')), kept('2', boats)),
      section('invites', kept('', lights)),
    );
    expect(fateOf(doubtful, base, { state: 'adopted', text: adopted }).changes.map(({ fate }) => fate)).toEqual([
      'adopted',
      'unknown',
    ]);
  });

  test('does not claim as new what the base has already', () => {
    const misread = proposalOf(
      'MOD',
      text(
        'Reefs',
        section('resolves', kept('1', charts), clause('2', null, boats)),
        section('invites', kept('', lights)),
      ),
    );
    expect(
      fateOf(misread, base, { state: 'adopted', text: base }).changes.map(({ fate, doubtful }) => [fate, doubtful]),
    ).toEqual([['unknown', true]]);
  });

  test('moves a clause: adopted when it stands under the new heading', () => {
    const moving = proposalOf(
      'MOD',
      text(
        'Reefs',
        section('resolves', kept('1', charts), clause('2', boats, null)),
        section('invites', kept('1', lights), clause('2', null, boats)),
      ),
    );
    const moved = sideOfText(moving.text ?? base, 'proposed');
    const said = fateOf(moving, base, { state: 'adopted', text: moved });
    expect(said.changes.map(({ change, fate, place }) => [change, fate, place])).toEqual([
      ['moved', 'adopted', 'invites, new 2, from “resolves”'],
    ]);
    expect(fateOf(moving, base, { state: 'adopted', text: base }).fate).toBe('not-adopted');
  });

  test('that only renumbers asks for no words', () => {
    const renumbered = kept('1', charts);
    renumbered.label = { printed: '1', before: '1', after: '2' };
    const said = fateOf(proposalOf('MOD', text('Reefs', section('resolves', renumbered))), base, {
      state: 'adopted',
      text: base,
    });
    expect([said.fate, said.changes]).toEqual(['unknown', []]);
  });

  test('finds a new clause that was adopted inside another', () => {
    const added = 'to place warning buoys beside every charted coral head;';
    const proposing = proposalOf(
      'MOD',
      text(
        'Reefs',
        section('resolves', kept('1', charts), clause('2', null, added)),
        section('invites', kept('', lights)),
      ),
    );
    const merged = text(
      'Reefs',
      section(
        'resolves',
        kept('1', `${charts} and to place warning buoys beside every charted coral head and each wreck`),
      ),
      section('invites', kept('', lights)),
    );
    const [change] = fateOf(proposing, null, { state: 'adopted', text: merged }).changes;
    expect(change).toMatchObject({ fate: 'adopted-with-changes', share: 1, adoptedAt: { place: 'resolves 1' } });
  });
});

describe('no change and suppression', () => {
  test.each([
    ['NOC', { state: 'unchanged' }, 'adopted'],
    ['NOC', { state: 'suppressed' }, 'not-adopted'],
    ['NOC', { state: 'unknown' }, 'unknown'],
    ['NOC', { state: 'adopted', text: base }, 'adopted'],
    ['NOC', { state: 'adopted', text: text('Reefs', section('resolves', kept('1', boats))) }, 'not-adopted'],
    ['SUP', { state: 'unchanged' }, 'not-adopted'],
    ['SUP', { state: 'suppressed' }, 'adopted'],
    ['SUP', { state: 'unknown' }, 'unknown'],
    ['SUP', { state: 'adopted', text: base }, 'not-adopted'],
  ] as const)('%s, and the register knows %o', (action, outcome, fate) => {
    expect(fateOf(proposalOf(action, null), base, outcome).fate).toBe(fate);
  });
});

describe('a draft new text', () => {
  const draft = text('Buoys for reefs', section('resolves', clause('1', null, charts), clause('2', null, boats)));

  test('is found among the adopted ones by title and words', () => {
    const final = { text: text('Buoys for reefs', section('resolves', kept('1', charts), kept('2', lights))) };
    const another = { text: text('Lights', section('resolves', kept('1', lights))) };
    expect(textMadeOf(draft, [another, final])).toMatchObject({ text: final, certainty: 'sure', sameTitle: true });
    expect(textMadeOf(draft, [{ text: { ...final.text, title: 'Buoys' } }])).toMatchObject({
      certainty: 'likely',
      sameTitle: false,
    });
    expect(textMadeOf(draft, [another])).toBeNull();
    expect(textMadeOf(draft, [final, { ...final }])).toBeNull();
  });

  test('is judged clause by clause', () => {
    const final = text('Buoys for reefs', section('resolves', kept('1', charts)));
    const { fate, changes } = fateOf(proposalOf('ADD', draft, true), null, { state: 'adopted', text: final });
    expect([fate, ...changes.map((change) => change.fate)]).toEqual(['adopted-in-part', 'adopted', 'not-adopted']);
    expect(fateOf(proposalOf('ADD', draft, true), null, { state: 'unchanged' }).why).toBe(
      'The conference adopted no such text.',
    );
  });
});

test('success is counted by proposal and by change', () => {
  const fate = fateOf(proposalOf('NOC', null), null, { state: 'unchanged' });
  const part = fateOf(
    proposalOf(
      'MOD',
      text(
        'Reefs',
        section('resolves', clause('1', charts, charts.replace('four', 'two')), clause('2', boats, null)),
        section('invites', kept('', lights)),
      ),
    ),
    null,
    {
      state: 'adopted',
      text: text(
        'Reefs',
        section('resolves', kept('1', charts.replace('four', 'two')), kept('2', boats)),
        section('invites', kept('', lights)),
      ),
    },
  );
  const rows = successBy(
    [
      { by: ['SSF'], fate: part },
      { by: ['NIC', 'SSF'], fate },
      { by: [], fate },
    ],
    ({ by }) => by,
  );
  expect(
    rows.map(({ key, proposals, changes }) => [
      key,
      proposals.adopted,
      proposals['adopted-in-part'],
      changes.adopted,
      changes['not-adopted'],
    ]),
  ).toEqual([
    ['NIC', 1, 0, 0, 0],
    ['SSF', 1, 1, 1, 1],
    [null, 1, 0, 0, 0],
  ]);
});

test('thousands of equal and of different clauses and notes are judged in time', () => {
  const many = (words: (index: number) => string): LegalText => ({
    ...text(
      'Reefs',
      section('resolves', ...Array.from({ length: 1500 }, (_, index) => kept(String(index), words(index)))),
    ),
    footnotes: Array.from({ length: 1500 }, (_, index) => ({ mark: String(index), text: words(index), line: 1 })),
  });
  const changed: LegalText = {
    ...text(
      'Reefs',
      section(
        'resolves',
        ...Array.from({ length: 1500 }, (_, index) => clause(String(index), charts, `${boats} ${index}`)),
      ),
      section('invites', ...Array.from({ length: 1500 }, () => clause('', charts, null))),
    ),
    footnotes: Array.from({ length: 1500 }, (_, index) => ({
      mark: String(index),
      text: `${boats} ${index}`,
      changedText: { before: `${charts} ${index}`, after: `${boats} ${index}` },
      line: 1,
    })),
  };
  const start = performance.now();
  const said = fateOf(proposalOf('MOD', changed), null, {
    state: 'adopted',
    text: many((index) => `${lights} ${index}`),
  });
  expect(said.changes).toHaveLength(4500);
  expect(performance.now() - start).toBeLessThan(15_000);
});

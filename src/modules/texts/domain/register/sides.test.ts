import { expect, test } from 'vitest';
import { everyClause, readProposals } from '../testing/recognisers.ts';
import { sourceOfWord } from '../testing/documents.ts';
import { sidesOfText } from './sides.ts';

const text = readProposals(
  sourceOfWord([
    { text: ['MOD\tOCP/12A1/1'], style: 'Proposal' },
    { text: ['RESOLUTION 5 (Rev. ', { del: 'Lagos, 2014' }, { ins: 'Oslo, 2018' }, ')'], style: 'ResNo' },
    { text: ['Cables'], style: 'Restitle' },
    { text: ['The Assembly of the Union (', { del: 'Lagos, 2014' }, { ins: 'Oslo, 2018' }, '),'] },
    { text: ['considering'], style: 'Call' },
    { text: ['a)\tthat reefs grow;'] },
    { text: [{ del: 'b' }, { ins: 'c' }, ')\tthat cables break,'] },
    { text: [{ del: 'instructs the Director' }, { ins: 'instructs the Directors' }], style: 'Call' },
    { text: ['to report,'] },
    { text: [{ ins: 'invites members' }], style: 'Call', mark: 'ins' },
    { text: [{ ins: 'to help.' }], mark: 'ins' },
  ]),
).record.proposals[0]?.text;

test('a text with changes holds two clean texts, headings included', () => {
  if (text === undefined || text === null) throw new Error('no text');
  const { base, proposed } = sidesOfText(text);
  expect([base.heading, proposed.heading]).toEqual([
    'RESOLUTION 5 (Rev. Lagos, 2014)',
    'RESOLUTION 5 (Rev. Oslo, 2018)',
  ]);
  expect(base.opening).toBe('The Assembly of the Union (Lagos, 2014),');
  expect(base.sections.map((section) => section.heading)).toEqual(['considering', 'instructs the Director']);
  expect(proposed.sections.map((section) => section.heading)).toEqual([
    'considering',
    'instructs the Directors',
    'invites members',
  ]);
  expect(everyClause(base).map((clause) => `${clause.label.printed} ${clause.before}`)).toEqual([
    'a) that reefs grow;',
    'b) that cables break,',
    ' to report,',
  ]);
  expect(everyClause(proposed).map((clause) => clause.label.printed)).toEqual(['a)', 'c)', '', '']);
  expect(everyClause(proposed).every((clause) => clause.status === 'kept')).toBe(true);
  expect(sidesOfText(base)).toEqual({ base, proposed: base });
});

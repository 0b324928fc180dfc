import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Transform } from 'prosemirror-transform';
import { sideOfText } from '../register/sides.ts';
import { settled } from '../register/settle.ts';
import { documentOf } from './document.ts';
import { renumber } from './renumber.ts';
import { act, anyDeed, handOf } from '../../../../testing/drafts/hands.ts';
import { anyText, countingIds, reefs } from '../../../../testing/drafts/texts.ts';
import { textOfDraft } from './text.ts';

test('labels are counted anew, old ones stay beside them, references follow', () => {
  const text = reefs();
  const [considering, ...rest] = text.sections;
  if (considering === undefined) throw new Error('The text has no sections.');
  const [a, b, ...others] = considering.clauses;
  if (a === undefined || b === undefined) throw new Error('The text has no clauses.');
  const gone = settled({ ...a, after: null, label: { ...a.label, after: null } });
  const made = renumber({ ...text, sections: [{ ...considering, clauses: [gone, b, ...others] }, ...rest] });
  expect(made.sections[0]?.clauses.map(({ label, status }) => [label.before, label.after, status])).toEqual([
    ['a)', null, 'deleted'],
    ['b)', 'a)', 'renumbered'],
    ['c)', 'b)', 'renumbered'],
  ]);
  expect(made.sections[1]?.clauses[0]?.runs).toEqual([
    { text: 'the need described in considering ', change: 'same' },
    { text: 'c)', change: 'deleted' },
    { text: 'b)', change: 'inserted' },
    { text: ' above,', change: 'same' },
  ]);
  expect(made.sections[2]?.clauses[0]?.after).toBe('to chart all reefs, as considering a) demands;');
});

test('law: a clean text stays as it is; renumbering twice is renumbering once; the base text stays', () => {
  const deeds = fc.array(anyDeed(['type', 'delete', 'split', 'join', 'up', 'down', 'in', 'out']), { maxLength: 8 });
  fc.assert(
    fc.property(anyText, deeds, (text, deeds) => {
      expect(renumber(text)).toEqual(text);
      const base = documentOf(text, countingIds());
      const tr = new Transform(base);
      deeds.forEach((deed, index) => act(tr, deed, `word${index} `, handOf('Ana')));
      const drafted = textOfDraft(tr.doc, base);
      const once = renumber(drafted);
      expect(renumber(once)).toEqual(once);
      const labels = (of: typeof once) => JSON.stringify(sideOfText(of, 'base').sections.map((one) => one.clauses));
      expect(labels(once)).toBe(labels(drafted));
    }),
    { numRuns: 200 },
  );
});

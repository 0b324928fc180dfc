/** Clash maps of generated disputes against what the edits themselves say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseOf, clashMapOf, consolidate } from '#modules/texts/index.ts';
import {
  contributionOf,
  disputes,
  headings,
  isVariant,
  textOfWords,
  words,
  type ClauseEdit,
  type Proposal,
  type WordEdit,
  type Words,
} from './disputes.ts';

interface Expected {
  place: string;
  proponents: string[];
  relation: string;
}

const cleanOf = (base: Words) => textOfWords(base.map((clauses) => clauses.map((own) => own.join(' '))));
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two changes of the same words. Words beside each other are not the same; what is put between words belongs to the word
 * behind it, at the end to the last; where a neighbour is struck out, it may belong there.
 */
function meet(one: WordEdit, other: WordEdit, length: number): boolean {
  if (same(one, other)) return false;
  const [first, then] =
    one.from < other.from || (one.from === other.from && one.to <= other.to) ? [one, other] : [other, one];
  if (then.from < first.to) return true;
  if (then.from > first.to) return false;
  if (first.from === first.to || (first.from === 0 && first.given.length === 0)) return true;
  return then.from === then.to && (first.given.length === 0 || then.from === length);
}

/** By the edits alone: two different changes clash where they are of the same words. */
function relationOfEdits(touching: readonly ClauseEdit[], length: number): string {
  if (touching.length === 1) return 'single';
  const gone = touching.filter((edit) => 'delete' in edit).length;
  if (gone > 0) return gone === touching.length ? 'same' : 'deleted-and-amended';
  const edits = touching.map((edit) => ('edits' in edit ? edit.edits : []));
  const clash = edits.some((own, index) =>
    edits.slice(index + 1).some((theirs) => own.some((one) => theirs.some((other) => meet(one, other, length)))),
  );
  if (clash) return 'clash';
  return edits.every((own) => same(own, edits[0])) ? 'same' : 'compatible';
}

function expectedRows(base: Words, proposals: readonly Proposal[]): Expected[] {
  const suppressing = proposals.filter(({ suppresses }) => suppresses).map(({ proponent }) => proponent);
  const amending = proposals.filter(({ suppresses }) => !suppresses);
  const rows: Expected[] = [];
  const row = (place: string, touching: string[], relation: string): void => {
    if (touching.length === 0) return;
    rows.push({
      place,
      proponents: [...touching, ...suppressing].sort(),
      relation: suppressing.length > 0 ? 'suppressed-and-amended' : relation,
    });
  };
  base.forEach((clauses, section) => {
    const heading = headings[section] ?? '';
    const inserting = (clause: number): void => {
      const groups = amending.flatMap((proposal) => {
        const found = insertedAt(proposal, clauses.length, section, clause);
        return found.length === 0 ? [] : [{ by: proposal.proponent, found }];
      });
      row(
        `${heading} + ${clause}`,
        groups.map(({ by }) => by),
        relationOfInsertions(groups.map(({ found }) => found)),
      );
    };
    inserting(-1);
    clauses.forEach((own, clause) => {
      const touching = amending.flatMap(({ proponent, clauses: edits }) => {
        const edit = edits.get(`${section}.${clause}`);
        return edit === undefined ? [] : [{ proponent, edit }];
      });
      row(
        `${heading} ${own.join(' ')}`,
        touching.map(({ proponent }) => proponent),
        relationOfEdits(
          touching.map(({ edit }) => edit),
          own.length,
        ),
      );
      inserting(clause);
    });
  });
  return rows;
}

/** What a proponent puts behind a clause, or behind those after it that it deletes. */
function insertedAt({ clauses, insertions }: Proposal, count: number, section: number, clause: number): number[] {
  const isDeleted = (at: number): boolean => 'delete' in (clauses.get(`${section}.${at}`) ?? {});
  if (clause >= 0 && isDeleted(clause)) return [];
  const found = [...(insertions.get(`${section}.${clause}`) ?? [])];
  for (let at = clause + 1; at < count && isDeleted(at); at++)
    found.push(...(insertions.get(`${section}.${at}`) ?? []));
  return found;
}

function relationOfInsertions(groups: readonly number[][]): string {
  if (groups.length < 2) return 'single';
  if (groups.every((own) => same(own, groups[0]))) return 'same';
  const clash = groups.some((own, index) =>
    groups
      .slice(index + 1)
      .some((theirs) =>
        own.some(
          (one) => !theirs.includes(one) && theirs.some((other) => !own.includes(other) && isVariant(one, other)),
        ),
      ),
  );
  return clash ? 'clash' : 'compatible';
}

/** Rows of a map as the oracle names them; places of insertions by the row before them. */
function rowsOf(
  base: Words,
  proposals: readonly Proposal[],
  contributions = proposals.map((one) => contributionOf(base, one)),
): Expected[] {
  const clean = cleanOf(base);
  const { rows } = clashMapOf(consolidate(clean, contributions));
  return rows
    .filter(({ section }) => section !== 'whole text')
    .map(({ section, text, proponents, relation }) => ({
      place: text === null ? `${section} +` : `${section} ${text.replace(/[;,.]$/, '')}`,
      proponents,
      relation,
    }));
}

const withoutIndex = (rows: readonly Expected[]): Expected[] =>
  rows.map((one) => ({ ...one, place: one.place.replace(/ \+ -?\d+$/, ' +') }));

describe('generated disputes', () => {
  test('relations are those that the edits themselves say', () => {
    fc.assert(
      fc.property(disputes, ({ base, proposals }) => {
        expect(rowsOf(base, proposals)).toEqual(withoutIndex(expectedRows(base, proposals)));
      }),
      { numRuns: 300 },
    );
  });

  test('without a base file the map is the same: the base is what the proposals delete and keep', () => {
    fc.assert(
      fc.property(disputes, ({ base, proposals }) => {
        const contributions = proposals.map((one) => contributionOf(base, one));
        fc.pre(
          contributions.some(({ text }) => text !== null && text.sections.some(({ status }) => status !== 'kept')),
        );
        const found = clashMapOf(consolidate(baseOf(contributions), contributions));
        expect(found).toEqual(clashMapOf(consolidate(cleanOf(base), contributions)));
      }),
      { numRuns: 100 },
    );
  });

  test('the order of the files does not matter', () => {
    fc.assert(
      fc.property(disputes, ({ base, proposals }) => {
        const contributions = proposals.map((one) => contributionOf(base, one));
        const turned = [...contributions].reverse();
        expect(clashMapOf(consolidate(baseOf(turned), turned))).toEqual(
          clashMapOf(consolidate(baseOf(contributions), contributions)),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('one proponent alone gives only singles', () => {
    fc.assert(
      fc.property(disputes, ({ base, proposals: [first] }) => {
        const { rows } = clashMapOf(
          consolidate(cleanOf(base), first === undefined ? [] : [contributionOf(base, first)]),
        );
        expect(rows.filter(({ relation }) => relation !== 'single')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('a renumbering alone gives no row', () => {
    fc.assert(
      fc.property(words, (base) => {
        const text = cleanOf(base);
        for (const { clauses } of text.sections) {
          clauses.forEach((clause, index) => {
            clause.label = { printed: `${index + 2}.`, before: clause.label.before, after: `${index + 2}.` };
            clause.status = 'renumbered';
          });
        }
        const contribution = { proponent: 'NORTH', reference: 'NORTH/1/1', action: 'MOD' as const, text };
        expect(clashMapOf(consolidate(cleanOf(base), [contribution])).rows).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

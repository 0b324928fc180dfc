/** Explanations are faithful: a part rests on the passages it quotes, on all of them and on nothing else. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, rarityOf } from '#modules/missions/index.ts';
import { given, quotedIn, touches, without } from './passages.ts';
import { candidate, need } from './requests.ts';

const weights = { theme: 50, help: 15, place: 10, time: 10, language: 5, record: 10 };

test('quotes are the words that stand at their place', () => {
  fc.assert(
    fc.property(need, candidate, (asked, offered) => {
      for (const part of partsOf(asked, offered, weights, rarityOf([asked, offered]))) {
        for (const [thing, side] of [
          [asked, 'need'],
          [offered, 'candidate'],
        ] as const) {
          for (const { field, from, to, quote } of quotedIn(part, side)) {
            expect(thing.fields.find(({ key }) => key === field)?.text.slice(from, to)).toBe(quote);
            expect(quote).not.toBe('');
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('without the quoted passages a part gives nothing', () => {
  let shown = 0;
  fc.assert(
    fc.property(need, candidate, (asked, offered) => {
      const rarity = rarityOf([asked, offered]);
      for (const part of partsOf(asked, offered, weights, rarity)) {
        if (given(part) === 0) continue;
        shown++;
        const after = partsOf(
          { ...asked, fields: without(asked.fields, touches(quotedIn(part, 'need'))) },
          { ...offered, fields: without(offered.fields, touches(quotedIn(part, 'candidate'))) },
          weights,
          rarity,
        ).find((one) => one.part === part.part)!;
        expect(given(after)).toBe(0);
      }
    }),
    { numRuns: 1000 },
  );
  expect(shown).toBeGreaterThan(1000);
});

test('without any other words a part stays as it is', () => {
  fc.assert(
    fc.property(need, candidate, fc.infiniteStream(fc.boolean()), (asked, offered, chance) => {
      const rarity = rarityOf([asked, offered]);
      for (const part of partsOf(asked, offered, weights, rarity)) {
        if (given(part) === 0) continue;
        const kept = touches(quotedIn(part, 'need'));
        const keptThere = touches(quotedIn(part, 'candidate'));
        const some = (quoted: boolean): boolean => !quoted && chance.next().value === true;
        const after = partsOf(
          { ...asked, fields: without(asked.fields, (...at) => some(kept(...at))) },
          { ...offered, fields: without(offered.fields, (...at) => some(keptThere(...at))) },
          weights,
          rarity,
        ).find((one) => one.part === part.part)!;
        expect(after.points).toBe(part.points);
      }
    }),
    { numRuns: 1000 },
  );
});

test('points are whole, within the weight, and the sum of the reasons', () => {
  const some = fc.integer({ min: 0, max: 100 });
  const chosen = fc.record({ theme: some, help: some, place: some, time: some, language: some, record: some });
  fc.assert(
    fc.property(need, candidate, chosen, (asked, offered, by) => {
      for (const part of partsOf(asked, offered, by, rarityOf([asked, offered]))) {
        expect(Number.isInteger(part.points)).toBe(true);
        expect(part.points).toBeGreaterThanOrEqual(0);
        expect(part.points).toBeLessThanOrEqual(part.most);
        expect(part.most).toBe(by[part.part]);
        expect(given(part) + (part.assumed?.points ?? 0)).toBe(part.points);
      }
    }),
    { numRuns: 500 },
  );
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChain, type ChainItem } from './chain.ts';
import { coreAt, type Family } from './label.ts';

/** "a; fg; h," – cores with the sign their clause ends with; "!" marks words younger than the base. */
function read(family: Family, list: string, prefix = { before: '', after: '' }): string {
  const items = list.split(' ').map((one): ChainItem => {
    const [, core = '', ending = ''] = /^([a-z0-9.]*)([^a-z0-9!]*)/.exec(one) ?? [];
    return { core, ending, repeated: false, seamed: false, dated: one.includes('!'), outdated: false, moved: null };
  });
  return readChain(items, { family, prefix, insertedFirst: false, printedFirst: 'deleted' })
    .map(({ before, after }) => `${before ?? '-'}>${after ?? '-'}`)
    .join(' ');
}

function certainties(family: Family, list: string): string[] {
  const items = list.split(' ').map((one): ChainItem => {
    const [, core = '', ending = ''] = /^([a-z0-9.]*)([^a-z0-9!]*)/.exec(one) ?? [];
    return { core, ending, repeated: false, seamed: false, dated: false, outdated: false, moved: null };
  });
  return readChain(items, {
    family,
    prefix: { before: '', after: '' },
    insertedFirst: false,
    printedFirst: 'deleted',
  }).map((one) => one.certainty);
}

describe('fused labels', () => {
  test('an inserted clause shifts those after it', () => {
    expect(read('letter', 'a; b; c; cd; de,')).toBe('a>a b>b ->c c>d d>e');
    expect(read('number', '1; 2; 3; 34; 45,')).toBe('1>1 2>2 ->3 3>4 4>5');
  });

  test('a deleted clause is the one whose label the next takes over', () => {
    expect(read('letter', 'a; b; cb; dc,')).toBe('a>a b>- c>b d>c');
    expect(read('number', '1; 21; 32,')).toBe('1>- 2>1 3>2');
  });

  test('two digits are two labels or one, as the whole list says', () => {
    const long = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((number) => `${number};`).join(' ');
    expect(read('number', long).endsWith('11>11 12>12 13>13')).toBe(true);
    expect(read('number', '1; 12; 23; 34,')).toBe('->1 1>2 2>3 3>4');
    expect(read('number', '1; 2; 3; 4; 5; 6; 7; 8; 9; 910; 1011; 1112,')).toBe(
      '1>1 2>2 3>3 4>4 5>5 6>6 7>7 8>8 ->9 9>10 10>11 11>12',
    );
  });

  test('the new label may be printed first, or only a digit of it changed', () => {
    expect(read('number', '1; 2; 32; 43,')).toBe('1>1 2>- 3>2 4>3');
    expect(read('letter', 'a; ba; cb,')).toBe('a>- b>a c>b');
    expect(read('number', '9; 10; 101; 112,').split(' ').slice(1).join(' ')).toBe('->10 10>11 11>12');
  });

  test('roman numbers and sub-numbers run as well', () => {
    expect(read('roman', 'i; ii; iiiii; iiiiv,')).toBe('i>i ->ii ii>iii iii>iv');
    expect(read('decimal', '5.16.1; 5.26.2,', { before: '5.', after: '6.' })).toBe('5.1>6.1 5.2>6.2');
  });
});

describe('two clauses with one label', () => {
  test('the one that cites what came later is the new one, in either order', () => {
    expect(read('letter', 'a; b;! b; c,')).toBe('a>a ->b b>- c>c');
    expect(read('letter', 'a; b; b;! c,')).toBe('a>a b>- ->b c>c');
  });

  test('where nothing tells them apart, it is a guess', () => {
    expect(certainties('letter', 'a; b; b; c,')).toEqual(['sure', 'guess', 'guess', 'sure']);
  });
});

describe('ends of lists', () => {
  test('",;" before more clauses: they were added', () => {
    expect(read('letter', 'a; b,; c; d,')).toBe('a>a b>b ->c ->d');
    expect(read('letter', 'a; b;, c,')).toBe('a>a b>b ->c');
  });

  test('plain endings leave a plain list alone', () => {
    expect(read('letter', 'a; b; c; d,')).toBe('a>a b>b c>c d>d');
    expect(read('letter', 'a; b, c; d,')).toBe('a>a b>b c>c d>d');
  });
});

describe('laws', () => {
  const family = fc.constantFrom<Family>('letter', 'number', 'roman');

  test('a list that runs plainly is kept, whatever its length and kind', () => {
    fc.assert(
      fc.property(family, fc.integer({ min: 1, max: 40 }), (kind, length) => {
        const items = Array.from({ length }, (_, index): ChainItem => ({
          core: coreAt(kind, index + 1),
          ending: index === length - 1 ? ',' : ';',
          repeated: false,
          seamed: false,
          dated: false,
          outdated: false,
          moved: null,
        }));
        const readings = readChain(items, {
          family: kind,
          prefix: { before: '', after: '' },
          insertedFirst: false,
          printedFirst: 'deleted',
        });
        expect(readings.map((one) => [one.before, one.after])).toEqual(items.map((one) => [one.core, one.core]));
      }),
    );
  });

  test('one added clause inside a list is found with its shift', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Family>('letter', 'number'),
        fc.integer({ min: 3, max: 20 }),
        fc.nat(),
        (kind, old, at) => {
          const place = 1 + (at % (old - 1));
          const cores = [
            ...Array.from({ length: place - 1 }, (_, index) => coreAt(kind, index + 1)),
            coreAt(kind, place),
            ...Array.from(
              { length: old - place + 1 },
              (_, index) => coreAt(kind, place + index) + coreAt(kind, place + index + 1),
            ),
          ];
          const items = cores.map((core, index): ChainItem => ({
            core,
            ending: index === cores.length - 1 ? ',' : ';',
            repeated: false,
            seamed: false,
            dated: false,
            outdated: false,
            moved: null,
          }));
          const readings = readChain(items, {
            family: kind,
            prefix: { before: '', after: '' },
            insertedFirst: false,
            printedFirst: 'deleted',
          });
          expect(readings[place - 1]).toMatchObject({ before: null, after: coreAt(kind, place) });
          expect(readings.at(-1)).toMatchObject({ before: coreAt(kind, old), after: coreAt(kind, old + 1) });
        },
      ),
    );
  });

  test('any labels whatever get a reading each', () => {
    fc.assert(
      fc.property(family, fc.array(fc.stringMatching(/^[a-z0-9]{0,4}$/), { maxLength: 30 }), (kind, cores) => {
        const items = cores.map((core): ChainItem => ({
          core,
          ending: ';',
          repeated: false,
          seamed: false,
          dated: false,
          outdated: false,
          moved: null,
        }));
        const readings = readChain(items, {
          family: kind,
          prefix: { before: '', after: '' },
          insertedFirst: false,
          printedFirst: 'deleted',
        });
        expect(readings).toHaveLength(cores.length);
        for (const reading of readings) expect(reading.before !== null || reading.after !== null).toBe(true);
      }),
    );
  });
});

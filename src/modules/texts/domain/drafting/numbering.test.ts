import { describe, expect, test } from 'vitest';
import { labelsOfList, type ListPlace, type Member } from './numbering.ts';

const operative: ListPlace = { kind: 'operative', depth: 0, parent: null };
const preamble: ListPlace = { kind: 'preamble', depth: 0, parent: null };
const annex: ListPlace = { kind: 'annex', depth: 0, parent: null };
const under = (before: string | null, after: string): ListPlace => ({
  kind: 'operative',
  depth: 1,
  parent: { before, after },
});

/** "a) new c)": the members of a list; a label is that of the base, "new" is new, "=x" was brought with label x. */
function members(written: string): Member[] {
  return written.split(' ').map((word, index) => {
    const id = word === 'new' || word.startsWith('=') ? `${word}${index}` : word;
    if (word === 'new') return { id, base: null, hint: null };
    if (word.startsWith('=')) return { id, base: null, hint: word.slice(1) };
    return { id, base: word === '-' ? '' : word, hint: null };
  });
}

const counted = (now: string, before: string, place: ListPlace): string =>
  labelsOfList(members(now), before === '' ? [] : members(before), place)
    .map((label) => label || '-')
    .join(' ');

describe('a list is counted in its own way', () => {
  test.each([
    ['letters', 'a) new b) c)', 'a) b) c)', preamble, 'a) b) c) d)'],
    ['numbers', '1 3', '1 2 3', operative, '1 2'],
    ['numbers with a stop', 'new 1. 2.', '1. 2.', operative, '1. 2. 3.'],
    ['letters in brackets', '(b) (a) new', '(a) (b)', preamble, '(a) (b) (c)'],
    ['roman numbers', 'i) new ii)', 'i) ii)', under('2', '2'), 'i) ii) iii)'],
    ['decimals', '5.1 new 5.2', '5.1 5.2', under('5', '5'), '5.1 5.2 5.3'],
    ['dashes', '– new –', '– –', under('2', '2'), '– – –'],
    ['more than an alphabet', 'new a) b)', 'a) b)', preamble, 'a) b) c)'],
  ])('%s', (_, now, before, place, then) => {
    expect(counted(now, before, place)).toBe(then);
  });

  test('sub-numbers follow the clause they stand under, also where nothing else changed', () => {
    expect(counted('5.1 5.2', '5.1 5.2', under('5', '6'))).toBe('6.1 6.2');
  });

  test('beyond z come aa and ab', () => {
    const letters = Array.from({ length: 27 }, (_, index) => `${String.fromCharCode(97 + (index % 26))})`);
    const list = letters.slice(0, 26).map((base, index) => ({ id: String(index), base, hint: null }));
    const fresh = ['x', 'y'].map((id) => ({ id, base: null, hint: null }));
    expect(labelsOfList([...list, ...fresh], list, preamble).slice(-3)).toEqual(['z)', 'aa)', 'ab)']);
  });
});

describe('a list in which nothing came or went', () => {
  test('keeps its labels, slips included', () => {
    expect(counted('a) b) d)', 'a) b) d)', preamble)).toBe('a) b) d)');
  });
  test('is counted anew once something does', () => {
    expect(counted('a) b) d) new', 'a) b) d)', preamble)).toBe('a) b) c) d)');
  });
});

describe('a clause alone under its heading', () => {
  test('has no label', () => {
    expect(counted('b)', 'a) b)', preamble)).toBe('-');
    expect(counted('new', '', operative)).toBe('-');
  });
  test('gets one when a second one comes', () => {
    expect(counted('- new', '-', preamble)).toBe('a) b)');
    expect(counted('- new', '-', operative)).toBe('1 2');
    expect(counted('- new', '-', annex)).toBe('- -');
  });
});

test('a line that leads into a list stays without a label, paragraphs without labels too', () => {
  expect(counted('- 1 new 2', '- 1 2', operative)).toBe('- 1 2 3');
  expect(counted('- new -', '- -', annex)).toBe('- - -');
});

test('numbers that are names stay, what is new gets bis and ter', () => {
  expect(counted('474 new new 475', '474 475', operative)).toBe('474 474 bis 474 ter 475');
  const twice = [
    { id: 'a', base: '3 bis', hint: null },
    { id: 'b', base: '4', hint: null },
  ];
  const fresh = { id: 'n', base: null, hint: null };
  expect(labelsOfList([...twice.slice(0, 1), fresh, ...twice.slice(1)], twice, operative)).toEqual([
    '3 bis',
    '3 ter',
    '4',
  ]);
});

test('a new list is counted as its place asks, or as it was brought', () => {
  expect(counted('new new', '', under('2', '3'))).toBe('3.1 3.2');
  expect(counted('new new', '', { ...under('a)', 'a)'), kind: 'preamble' })).toBe('i) ii)');
  expect(counted('new new', '', under('', ''))).toBe('– –');
  expect(counted('=(i) new =(ii)', '', annex)).toBe('(i) (ii) (iii)');
});

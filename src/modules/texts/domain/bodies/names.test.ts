import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onCalendar } from './known.ts';
import { alikeBodies, bodyNamed, bodyNameOf, keyOfBody } from './names.ts';

const assembly = { names: ['Plenipotentiary Assembly of the Oceanic Communications Union'] };
const council = { names: ['Council of the Oceanic Communications Union'] };
const other = { names: ['Plenipotentiary Assembly of the Northern Cables Union'] };

describe('a printed name is of a known body', () => {
  test.each([
    ['THE PLENIPOTENTIARY ASSEMBLY OF THE OCEANIC COMMUNICATIONS UNION', assembly],
    ['Plenipotentiary Assembly of the Oceanic Communication Union (OCU)', assembly],
    ['OCU Plenipotentiary Assembly', assembly],
    ['Plenipotentiary Assembly', assembly],
    ['Council of the Oceanic Communications Union (Suva, 2021)', council],
    ['Council', null],
    ['Plenipotentiary Assembly of the Northern Cables Union', null],
    ['Plenipotentiary Conference of the Oceanic Communications Union', null],
    ['', null],
  ])('%s', (printed, expected) => {
    expect(bodyNamed(printed, [assembly, council])).toBe(expected);
  });

  test('a name without its organisation is nobody’s when two could be meant', () => {
    expect(bodyNamed('Plenipotentiary Assembly', [assembly, other])).toBeNull();
    expect(bodyNamed('Plenipotentiary Assembly of the Northern Cables Union', [assembly, other])).toBe(other);
    const plain = { names: ['Plenipotentiary Assembly'] };
    expect(bodyNamed('plenipotentiary assembly', [assembly, other, plain])).toBe(plain);
  });

  test('by its short key, where it has one', () => {
    const conference = { names: ['Plenipotentiary Conference of the International Telecommunication Union'] };
    expect(bodyNamed('PP', [assembly, conference])).toBe(conference);
    expect(bodyNamed('ITU PP', [assembly, conference])).toBe(conference);
    expect(keyOfBody(conference.names)).toBe('PP');
    expect(keyOfBody(['World Telecommunication Standardisation Assembly'])).toBe('WTSA');
    expect(keyOfBody(assembly.names)).toBeNull();
    expect(keyOfBody(['Congress'])).toBeNull();
    expect(keyOfBody(['Congress of the Universal Postal Union'])).toBe('UPU');
  });

  test('nothing that is printed throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300 }),
        (printed) => void bodyNamed(printed, [assembly, { names: [printed] }]),
      ),
    );
  });
});

test('bodies that may be one are offered, those of two organisations are not', () => {
  const short = { names: ['Assembly'] };
  expect(alikeBodies(short, [assembly, council, other])).toEqual([assembly, other]);
  expect(alikeBodies(assembly, [council, other])).toEqual([]);
});

test('reads the organisation from either end of a name', () => {
  expect(bodyNameOf('Council of the Oceanic Communications Union')).toEqual({
    core: 'council',
    organisation: 'oceanic communication union',
  });
  expect(bodyNameOf('OCU Council')).toEqual({ core: 'council', organisation: 'ocu' });
  expect(bodyNameOf('World Conference on International Telecommunications').organisation).toBeNull();
});

test('a conference is found on the calendar by body, place and year, never by the place alone', () => {
  expect(onCalendar('PP', 'Dubai', 2018)?.dates?.[1]).toBe('2018-11-16');
  expect(onCalendar('WTDC', 'Dubai', 2018)).toBeNull();
  expect(onCalendar('WTSA', 'Florianopolis', 2004)?.place).toBe('Florianópolis');
});

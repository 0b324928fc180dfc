import { expect, test } from 'vitest';
import { englishWords } from '#data/english-words.ts';
import { conferences } from '#data/conferences.ts';
import { properName, revisionIn } from './revision.ts';

test.each([
  ['RESOLUTION 5 (Rev. Busan, 2014)', { place: 'Busan', year: 2014, revised: true }],
  ['RESOLUTION 5 (REV. DUBAI, 2018)', { place: 'Dubai', year: 2018, revised: true }],
  ['(dubAi, 2018)', { place: 'Dubai', year: 2018, revised: false }],
  ['(Rev. Buenos Aires,2017)', { place: 'Buenos Aires', year: 2017, revised: true }],
  ['(Rev. Hammamet 2016)', { place: 'Hammamet', year: 2016, revised: true }],
  ['(SHARM EL-SHEIKH, 2019)', { place: 'Sharm el-Sheikh', year: 2019, revised: false }],
  ['(REV.WRC-15)', { place: 'WRC', year: 2015, revised: true }],
  ['(Rev Busan, 2014)', { place: 'Busan', year: 2014, revised: true }],
  ['(revised in Busan, 2014)', { place: 'Busan', year: 2014, revised: true }],
  ['(Revel, 1980)', { place: 'Revel', year: 1980, revised: false }],
  ['(1999)', null],
  ['Resolution 5', null],
])('%j names %j', (text, revision) => {
  expect(revisionIn(text)).toEqual(revision);
});

test('names are left alone where nothing is odd about them', () => {
  expect(properName('San José')).toBe('San José');
  expect(properName('Rio de Janeiro')).toBe('Rio de Janeiro');
  expect(properName('BUENOS AIRES')).toBe('Buenos Aires');
});

test('the word list unpacks to common words, and no conference is entered twice', () => {
  const words = englishWords();
  expect(words.size).toBe(65_381);
  expect(['aardvark', 'programme', 'organization', 'zoo', 'studying'].every((word) => words.has(word))).toBe(true);
  expect(['evaluationreview', 'busan', ''].some((word) => words.has(word))).toBe(false);
  const keys = conferences.map(({ body, place, year }) => `${body} ${place} ${year}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(conferences.filter(({ place }) => place === 'Dubai').map(({ body, year }) => `${body} ${year}`)).toEqual(
    expect.arrayContaining(['PP 2018', 'WTDC 2014', 'WTSA 2012', 'WCIT 2012']),
  );
});

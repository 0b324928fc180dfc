import { expect, test } from 'vitest';
import { topics } from '#data/topics.ts';
import { topicsIn } from './topics.ts';

test('34 topics, each with its own code and words', () => {
  expect(new Set(topics.map((topic) => topic.code)).size).toBe(34);
  expect(topics.filter((topic) => topic.words.length === 0)).toEqual([]);
});

test('every word of the list speaks for its topic', () => {
  const silent = topics.flatMap(({ code, words }) =>
    words.filter(
      (word) =>
        !topicsIn(`On ${word.replace('[sz]', 's').replace('… ', 'our new ').replace('*', '')} in Suva.`).includes(code),
    ),
  );
  expect(silent).toEqual([]);
});

test.each([
  ['Smart islands with solar power', ['smart_cities']],
  ['A CERT for small-island states', ['cyber_technical', 'ldc_sids']],
  ['We are certain; the sme of it', []],
  ['Training and capacity building in partnership', []],
  ['Drones and the digital divide', ['emerging_tech', 'digital_inclusion']],
  ['transported', ['ict_sectors']],
  ['Security of the government data centre', ['cyber_technical', 'data_centres']],
  ['An AI policy', ['emerging_tech']],
  ['There is no AI policy', ['emerging_tech']],
  ['The control tower', []],
  ['This is not about spectrum, and no work on drones is asked', []],
  ['Not only about spectrum', ['spectrum']],
])('%j', (text, expected) => {
  expect(topicsIn(text)).toEqual(expected);
});

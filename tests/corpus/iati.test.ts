/** IATI 2.03, out: what is written is valid by the schema whatever an activity holds. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { describe, expect, test } from 'vitest';
import { iatiOf, isWritable, type Activity, type ActivityFile } from '#formats/iati/index.ts';

const folder = '../shared/standards/iati-2.03/xsd';
const hasSchema = existsSync(`${folder}/iati-activities-schema.xsd`);
const without = '(../shared/standards is absent: nothing is validated)';
const named = (fileName: string) => ({ fileName, contents: readFileSync(`${folder}/${fileName}`, 'utf8') });

/** What the schema complains of; empty where the file is valid. */
async function complaints(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'activities.xml', contents: xml }],
    schema: [named('iati-activities-schema.xsd')],
    preload: [named('iati-common.xsd'), named('xml.xsd')],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('Study of <tariffs> & "prices"', 'é\u0000x', 'Licences'),
);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const currency = fc.constantFrom('USD', 'CHF', 'THB');
const value = fc.integer({ min: 0, max: 10_000_000 }).map((minor) => (minor / 100).toFixed(2));

const anyActivity: fc.Arbitrary<Activity> = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/),
  title: words,
  description: words,
  participating: fc.array(
    fc.record({
      name: words,
      ref: fc.constantFrom(null, 'XM-DAC-00000'),
      type: fc.constantFrom(null, 10, 40),
      role: fc.constantFrom('funding', 'accountable', 'extending', 'implementing'),
    }),
    { maxLength: 3 },
  ),
  status: fc.constantFrom(1, 2, 3, 4, 5),
  dates: fc.array(
    fc.record({ type: fc.constantFrom('planned-start', 'actual-start', 'planned-end', 'actual-end'), day }),
    { maxLength: 4 },
  ),
  countries: fc.uniqueArray(fc.constantFrom('FJ', 'TO', 'WS', 'VU'), { maxLength: 3 }),
  topics: fc.uniqueArray(fc.record({ code: fc.constantFrom('licensing', 'spectrum', 'broadband'), name: words }), {
    selector: ({ code }) => code,
    maxLength: 3,
  }),
  budgets: fc.array(fc.record({ value, currency, from: day, to: day }), { maxLength: 2 }),
  spent: fc.array(fc.record({ value, currency, day, what: words }), { maxLength: 2 }),
});

const file = (activities: Activity[]): ActivityFile => ({
  reporting: { name: 'Oceanic Communications Union', ref: 'XX-OCU', type: 40 },
  language: 'en',
  made: new Date('2027-05-01T08:00:00Z'),
  topicsAddress: 'https://ocu.example/open-data#topics',
  activities,
});

describe('activities', () => {
  test.skipIf(!hasSchema)(`are valid whatever they hold ${without}`, async () => {
    expect(await complaints(iatiOf(file(fc.sample(anyActivity, 80))))).toEqual([]);
  });

  test.skipIf(!hasSchema)(`the judge complains of what is wrong ${without}`, async () => {
    const [activity] = fc.sample(anyActivity.filter(isWritable), 1);
    const xml = iatiOf(file(activity === undefined ? [] : [activity]));
    expect(await complaints(xml.replace(/<activity-status[^>]*>/, ''))).not.toEqual([]);
  });

  test('without a date, or without anybody taking part, are left out', () => {
    const [activity] = fc.sample(anyActivity, 1);
    const whole = { ...activity!, name: 'whole', dates: [{ type: 'planned-start' as const, day: '2027-05-01' }] };
    const taking = { name: 'Ministry', ref: null, type: 10, role: 'accountable' as const };
    const xml = iatiOf(
      file([
        { ...whole, participating: [taking] },
        { ...whole, name: 'undated', dates: [], participating: [taking] },
        { ...whole, name: 'nobody', participating: [] },
      ]),
    );
    expect([...xml.matchAll(/<iati-identifier>([^<]*)/g)].map(([, id]) => id)).toEqual(['XX-OCU-whole']);
  });

  test('several countries and topics share an activity to the last hundredth', () => {
    const [activity] = fc.sample(anyActivity.filter(isWritable), 1);
    const xml = iatiOf(file([{ ...activity!, countries: ['FJ', 'TO', 'WS'], topics: [] }]));
    expect(
      [...xml.matchAll(/recipient-country code="(..)" percentage="([\d.]+)"/g)].map(([, , share]) => share),
    ).toEqual(['33.34', '33.33', '33.33']);
  });
});

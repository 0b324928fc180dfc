/** Akoma Ntoso, out and in again: valid by the schema, and the same record. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aknOfTexts, readAkn } from '#formats/akn/index.ts';
import type { InstrumentsRecord, LegalText, ProposalsRecord } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { understand } from '../../src/modules/intake/domain/understand.ts';
import { identityOf } from '../../src/modules/texts/domain/register/identity.ts';
import { textsOf, type TextOf } from '../../src/modules/texts/domain/register/texts-of.ts';
import { anyText, complaints, contentOf, hasSchema, oddText } from './akn-texts.ts';
import { readExamples } from './example-readings.ts';

const options = { writtenOn: '2026-05-04' };
const alone = (text: LegalText): TextOf => ({ identity: identityOf(text), text, by: null });
const written = (text: LegalText): string => aknOfTexts([alone(text)], options);
const readBack = (xml: string): ReturnType<typeof understand> =>
  understand(readAkn(new TextEncoder().encode(xml), 'text.akn.xml'));

/** What says which proposals a contribution holds. */
const codes = (one: ProposalsRecord): unknown =>
  one.proposals.map(({ action, reference, externalId, target }) => [action, reference, externalId, target.number]);

const without = '(../shared/standards is absent: nothing is validated)';

describe('what is written reads as the same record', () => {
  test('for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const back = understand(readAkn(new TextEncoder().encode(written(text)), 'x'), 'instrument');
        expect(contentOf(back.record as LegalText)).toEqual(contentOf(text));
      }),
      { numRuns: 150 },
    );
  });

  test.skipIf(!hasSchema)(`the judge complains of what is wrong ${without}`, async () => {
    const [text] = fc.sample(anyText, 1);
    const xml = text === undefined ? '' : written(text);
    expect(await complaints([xml.replace('<preface>', '<preface><recital/>')])).not.toEqual([]);
    expect(await complaints([xml.replace('<preface>', '<preface eId="tlc_body">')])).not.toEqual([]);
  });

  test.skipIf(!hasSchema)(`and is valid ${without}`, async () => {
    const texts = fc.sample(anyText, 40).map(alone);
    const many = aknOfTexts(texts, { ...options, title: 'Adopted & "amended" <texts>' });
    expect(await complaints([many, ...texts.slice(0, 10).map((text) => aknOfTexts([text], options))])).toEqual([]);
  });
});

describe('whatever a text holds', () => {
  test.skipIf(!hasSchema)(`its file is valid ${without}`, async () => {
    const odd = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\0', ' ', '<', '&', '"', '\ud800', 'é', '1', 'a)', '\n', '\u2028'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      maxLength: 12,
    });
    const texts = fc.sample(oddText(odd), 60).map((text, index): TextOf => ({
      identity:
        index % 3 === 0
          ? identityOf(text)
          : {
              kind: 'recommendation',
              number: text.title,
              revision: { place: text.heading ?? '', year: index * 97 - 300, revised: true },
              body: text.opening,
            },
      text: index % 10 === 9 ? null : text,
      by: null,
    }));
    expect(await complaints([aknOfTexts(texts, { ...options, title: texts[0]?.text?.title ?? '' })])).toEqual([]);
  });
});

describe('the examples', () => {
  let texts: TextOf[] = [];
  let contributions: { record: ProposalsRecord; texts: TextOf[] }[] = [];
  beforeAll(async () => {
    const read = await readExamples();
    const lone = read.filter(({ kind }) => kind === 'instrument').map(({ record }) => record as LegalText);
    contributions = read
      .filter(({ kind }) => kind === 'proposals')
      .map(({ record }) => ({ record: record as ProposalsRecord, texts: textsOf(record as ProposalsRecord) }));
    texts = [...lone.map(alone), ...contributions.flatMap((one) => one.texts)];
  });

  test('read back as they were, changes and footnotes included', () => {
    const given = texts.flatMap(({ text }) => text ?? []);
    expect(given.length).toBeGreaterThan(12);
    for (const text of given) {
      const back = understand(readAkn(new TextEncoder().encode(written(text)), 'x'), 'instrument');
      expect(contentOf(back.record as LegalText)).toEqual(contentOf(text));
    }
  });

  test('a contribution reads back as the contribution that it is', () => {
    for (const { record, texts } of contributions) {
      const back = readBack(aknOfTexts(texts, options));
      expect(back.kind).toBe('proposals');
      expect(codes(back.record as ProposalsRecord)).toEqual(codes(record));
    }
  });

  test.skipIf(!hasSchema)(`are valid, one by one and together ${without}`, async () => {
    const files = [
      ...texts.map((text) => aknOfTexts([text], options)),
      ...contributions.map((one) => aknOfTexts(one.texts, options)),
    ];
    expect(await complaints(files)).toEqual([]);
  });
});

const proposals = '../shared/sources/003_e6762f12f0311554.txt';
describe.skipIf(!existsSync(proposals))('the 25 real proposals (../shared is absent)', () => {
  let texts: TextOf[] = [];
  beforeAll(async () => {
    texts = textsOf((await readFile(readFileSync(proposals), '003.txt')).record as ProposalsRecord);
  });

  test('read back as they were', () => {
    for (const text of texts.flatMap((one) => one.text ?? [])) {
      const back = understand(readAkn(new TextEncoder().encode(written(text)), 'x'), 'instrument');
      expect(contentOf(back.record as LegalText)).toEqual(contentOf(text));
    }
  });

  test.skipIf(!hasSchema)(`are valid ${without}`, async () => {
    expect(await complaints([aknOfTexts(texts, options)])).toEqual([]);
  });
});

const acts = '../shared/sources/pp18-final-acts.akn.xml';
describe.skipIf(!existsSync(acts))('the real final acts (../shared is absent)', () => {
  let record: InstrumentsRecord = { texts: [] };
  beforeAll(async () => {
    record = (await readFile(readFileSync(acts), 'acts.xml')).record as InstrumentsRecord;
  });

  test.skipIf(!hasSchema)(`come out valid, all 64 ${without}`, async () => {
    expect(await complaints([aknOfTexts(record.texts.map(alone), options)])).toEqual([]);
  });

  test('and read back as they were', () => {
    const back = readBack(aknOfTexts(record.texts.map(alone), options));
    expect(back.kind).toBe('instruments');
    expect((back.record as InstrumentsRecord).texts.map(contentOf)).toEqual(record.texts.map(contentOf));
  });
});

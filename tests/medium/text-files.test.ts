/** Texts of the register as files: each format holds the words, and nothing is handed out that may not be seen. */
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAkn } from '#formats/akn/index.ts';
import { sideParagraphs } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { readExamples } from '#modules/intake/server/index.ts';
import { draftFile, openDraft, proposalFile, revisionFile, type TextFile } from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0]) => database.context(viewerWith(role));
const words = ({ content }: TextFile): string =>
  typeof content === 'string' ? content : new TextDecoder('latin1').decode(content);
const bytes = ({ content }: TextFile): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** The recitals of a file: beginning of the words to permanent name and label. */
const named = (xml: string | undefined): Map<string, string> =>
  new Map(
    [...(xml ?? '').matchAll(/<recital eId="[^"]+" wId="([^"]+)"[^>]*>\s*<num>([^<]+)<\/num>\s*<p>([^<]{20,40})/g)].map(
      ([, id = '', label = '', text = '']) => [text, `${id} ${label}`],
    ),
  );

beforeAll(async () => {
  const folder = path.resolve(import.meta.dirname, '../../examples/files');
  await readExamples(as('administrator'), folder, () => undefined);
});

describe('a revision', () => {
  const slug = 'resolution-4-suva-2021';

  test('as Word, HTML and JSON', async () => {
    const word = await revisionFile(as('public'), slug, 'docx');
    expect(word.name).toBe('resolution-4-rev-suva-2021.docx');
    const lines = sideParagraphs(readDocx(bytes(word), word.name), 'proposed').map(({ text }) => text);
    expect(lines).toContain('resolves');
    expect(lines.find((line) => line.startsWith('1\t'))).toContain('shall remain a priority of the Union');
    expect(words(await revisionFile(as('public'), slug, 'html'))).toContain('shall remain a priority of the Union');
    expect(JSON.parse(words(await revisionFile(as('public'), slug, 'json')))).toMatchObject({
      instrument: 'Resolution 4',
      revision: { place: 'Suva', year: 2021, revised: true },
    });
  });

  test('as PDF', async () => {
    const { content, type } = await revisionFile(as('public'), slug, 'pdf');
    expect(type).toBe('application/pdf');
    expect(words({ name: '', type, content }).slice(0, 5)).toBe('%PDF-');
  });

  test('as Akoma Ntoso, in which a clause has the same name in the next revision, whatever its label', async () => {
    const [before, after] = await Promise.all(
      [slug, 'resolution-4-apia-2025'].map(async (one) => words(await revisionFile(as('public'), one, 'akn'))),
    );
    const [old, young] = [named(before), named(after)];
    const mast = [...old.keys()].find((text) => text.startsWith('that a single mast')) ?? '';
    const [oldId, oldLabel] = old.get(mast)?.split(' ') ?? [];
    const [youngId, youngLabel] = young.get(mast)?.split(' ') ?? [];
    expect(oldId).toBe(youngId);
    expect([oldLabel, youngLabel]).toEqual(['c)', 'd)']);
    expect(readAkn(new TextEncoder().encode(before), 'x.akn.xml').blocks.length).toBeGreaterThan(30);
  });
});

test('a proposal keeps both texts in Word', async () => {
  const word = await proposalFile(as('public'), 'nic-12a1-2', 'docx');
  const document = readDocx(bytes(word), word.name);
  const line = (side: 'base' | 'proposed') =>
    sideParagraphs(document, side).find(({ text }) => text.startsWith('2\tthat the state of connection'))?.text;
  expect(line('base')).toContain('surveyed every four years');
  expect(line('proposed')).toContain('surveyed every two years');
});

test('a draft is handed out to those who see it', async () => {
  const { slug } = await openDraft(as('secretariat'), 'resolution-4-suva-2021', 'My draft');
  expect((await draftFile(as('secretariat'), slug, 'html')).name).toBe('my-draft.html');
  await expect(draftFile(as('public'), slug, 'html')).rejects.toMatchObject({ problem: { code: 'not-found' } });
});

/** Checking a draft against the register, and mending it in one click. */
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readExamples } from '#modules/intake/server/index.ts';
import {
  addressedClauses,
  checkDraft,
  draft,
  mendDraft,
  openDraft,
  proposeChange,
} from '#modules/texts/server/index.ts';
import { useDatabase, viewerWith } from '../../src/testing/database.ts';

const database = useDatabase();
const as = (role: Parameters<typeof viewerWith>[0]) => database.context(viewerWith(role));

const isStale = ({ rule, message }: { rule: string; message: string }): boolean =>
  rule === 'citation-stale' && message.includes('Port Vila, 2017');

beforeAll(async () => {
  const folder = path.resolve(import.meta.dirname, '../../examples/files');
  await readExamples(as('administrator'), folder, () => undefined);
});

test('a citation of an older revision is found, and mended as a suggestion', async () => {
  const context = as('secretariat');
  const { slug } = await openDraft(context, 'resolution-12-suva-2021', 'Warnings');
  const { text, blocks, draft: opened } = await draft(context, slug);
  const first = addressedClauses(text)[0]?.clause;
  const block = blocks.get(first?.line ?? 0) ?? '';
  const words = 'Resolution 9 (Port Vila, 2017) of this Assembly, on exchanges;';
  await proposeChange(context, slug, opened.version, { block, what: 'reword', words, reason: '' });

  const { findings, draft: now, wordsAt } = await checkDraft(context, slug);
  const stale = findings.find(isStale);
  expect(wordsAt(stale?.lines?.[0] ?? 0)).toContain(words);
  if (stale?.mend === undefined) throw new Error('The finding has no mend.');
  await mendDraft(context, slug, now.version, stale.mend);

  const after = await draft(context, slug);
  const clause = addressedClauses(after.text).find(({ clause }) => clause.line === first?.line)?.clause;
  expect(clause?.after).toMatch(/^Resolution 9 \(Rev\. Apia, 2025\) of this Assembly/);
  expect(clause?.status).toBe('changed');
  expect((await checkDraft(context, slug)).findings.some(isStale)).toBe(false);
  await expect(mendDraft(context, slug, after.draft.version, stale.mend)).rejects.toMatchObject({
    problem: { code: 'changed-meanwhile' },
  });
});

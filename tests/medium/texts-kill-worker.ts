/** Drafts, prepares and consolidates as fast as it can, and says on standard output what was acknowledged. */
import { writeSync } from 'node:fs';
import { Fragment, Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { system } from '#modules/access/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { schema } from '#modules/texts/drafting.ts';
import * as texts from '#modules/texts/server/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { openFiles } from '#platform/files/index.ts';
import { openLog } from '#platform/log/index.ts';

const [folder = '', round = '0'] = process.argv.slice(2);
const { connection } = await openDatabase(readConfig(), openLog('silent'));
const context: Context = {
  viewer: system,
  via: 'start',
  hear,
  db: connection,
  files: await openFiles(folder),
  now: () => new Date(),
};
const head = { proponent: 'NIC', conference: 'A', place: 'Apia', year: 2025, number: 1, addendum: null };
const words = { symbol: 'NOC', title: null, summary: 's', introduction: '', reasons: 'r' } as const;
const about = { name: 'Resolution 4', revision: null, draft: null, text: null };

/** Written at once: a line is either whole in the pipe or was never said. */
const tell = (what: string, slug: string, count: number): void =>
  void writeSync(1, `${JSON.stringify({ what, slug, count })}\n`);
writeSync(1, 'ready\n');

/** As many steps as are taken at once, each a letter before the title. */
async function type(slug: string, version: number, count: number): Promise<void> {
  const { document } = await texts.draftDocument(context, slug);
  const tr = new Transform(Node.fromJSON(schema, document));
  const at = (tr.doc.firstChild?.nodeSize ?? 0) + 1;
  for (let step = 0; step < count; step++) tr.replace(at, at, new Slice(Fragment.from(schema.text('a')), 0, 0));
  await texts.takeSteps(context, slug, {
    version,
    client: 'x',
    steps: tr.steps.map((step) => step.toJSON() as unknown),
  });
}

for (let turn = 0; ; turn++) {
  const { slug } = await texts.openDraft(context, 'resolution-4-suva-2021', `Draft ${round} ${turn}`);
  tell('draft', slug, 0);
  await type(slug, 0, 60);
  tell('draft', slug, 60);
  // The whole document is kept within these.
  await type(slug, 60, 60);
  tell('draft', slug, 120);
  const contribution = { ...head, title: `Contribution ${round} ${turn}`, template: 'conference' };
  const preparation = await texts.openPreparation(context, contribution);
  for (let count = 1; count <= 3; count++) {
    await texts.addPreparedProposal(context, preparation, about, words);
    tell('preparation', preparation, count);
  }
  await texts.movePreparedProposal(context, preparation, 3, 1);
  const consolidation = await texts.openConsolidation(context, 'resolution-4');
  tell('consolidation', consolidation, 1);
  const { layout } = await texts.consolidation(context, consolidation);
  for (const [index, { id }] of layout.conflicts.entries()) {
    await texts.settleConflict(context, consolidation, index + 1, id, { take: 0 });
    tell('consolidation', consolidation, index + 2);
  }
}

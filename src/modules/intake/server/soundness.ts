import type { Context } from '#modules/access/server/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { allHashes } from '../store/sources.ts';
import { countHalfDone, countSources } from '../store/examples.ts';

/** What a look at everything that is kept found. */
export interface Soundness {
  sources: number;
  files: number;
  /** Hashes of originals that the register refers to and that are not there. */
  missing: string[];
  /** Hashes of originals whose content changed. */
  damaged: string[];
  /** Sources without lines or without a reading, and accepted readings without a record: there must be none. */
  halfDone: number;
}

/** Looks at every original and at every import. */
export async function soundness(context: Context): Promise<Soundness> {
  mustMay(context, 'see-history');
  const hashes = await allHashes(context.db);
  const kept = await Promise.all(hashes.map(async (hash) => ((await context.files.get(hash)) === null ? hash : null)));
  const { examples, own } = await countSources(context.db);
  const missing = kept.filter((hash) => hash !== null);
  return {
    sources: examples + own,
    files: hashes.length - missing.length,
    missing,
    damaged: await context.files.damaged(),
    halfDone: await countHalfDone(context.db),
  };
}

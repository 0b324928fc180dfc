import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { refuse } from '#kernel/problem.ts';
import { Visibility } from '#modules/access/index.ts';
import { historyOf, mustMay, remember, together, type Context } from '#modules/access/server/index.ts';
import { countSources, removeEverything } from '../store/examples.ts';
import { accept } from './accept.ts';
import { reading, showTo } from './readings.ts';
import { takeIn } from './take-in.ts';

/** Which examples there are, and what becomes of them. */
const Manifest = z.array(
  z.object({
    file: z.string(),
    /** To whom the record is shown; the kind's own rule where it is absent. */
    visibility: Visibility.exactOptional(),
    /** Left on the check screen, to be tried. */
    leaveOpen: z.boolean().default(false),
  }),
);

/** The history speaks of the examples as of one thing. */
const examples = { kind: 'source', id: 'examples' } as const;

/**
 * Reads the examples through the same intake as everything else, once: not where own files are in, not where they were
 * removed. What a killed process left half done is taken up again.
 * @returns how many files were read now
 */
export async function readExamples(
  context: Context,
  folder: string,
  report: (done: number, of: number, name: string) => void,
): Promise<number> {
  mustMay(context, 'start-empty');
  const list = path.join(folder, 'manifest.json');
  if (!existsSync(list) || (await historyOf(context, examples)).length > 0) return 0;
  if ((await countSources(context.db)).own > 0) return 0;
  const manifest = Manifest.parse(JSON.parse(await readFile(list, 'utf8')));
  let count = 0;
  for (const [index, { file, visibility, leaveOpen }] of manifest.entries()) {
    report(index, manifest.length, file);
    const bytes = await readFile(path.join(folder, file));
    const taken = await takeIn(context, { bytes, name: file, example: true });
    if (taken.state === 'new') count++;
    if (taken.reading !== null && !leaveOpen) await acceptExample(context, taken.reading, visibility);
  }
  report(manifest.length, manifest.length, '');
  await remember(context, 'read examples', examples);
  return count;
}

/**
 * Plays on with what the examples hold, once, all of it or nothing: not before they were read, not beside own work.
 * @returns whether it was played now
 */
export async function playExamples(context: Context, play: (context: Context) => Promise<void>): Promise<boolean> {
  mustMay(context, 'start-empty');
  const deeds = new Set((await historyOf(context, examples)).map(({ action }) => action));
  if (!deeds.has('read examples') || deeds.has('played examples') || deeds.has('removed examples')) return false;
  if ((await countSources(context.db)).own > 0) return false;
  await together(context, async (context) => {
    await play(context);
    await remember(context, 'played examples', examples);
  });
  return true;
}

async function acceptExample(context: Context, id: string, visibility: Visibility | undefined): Promise<void> {
  const { reading: row } = await reading(context, id);
  if (row.state !== 'open' || row.record === null) return;
  if (visibility !== undefined && visibility !== row.visibility) await showTo(context, id, row.version, visibility);
  const { reading: now } = await reading(context, id);
  await accept(context, id, now.version);
}

/** Whether the register holds examples, and whether it holds anything else. */
export async function whatIsIn(context: Context): Promise<{ examples: boolean; own: boolean }> {
  const { examples: ofExamples, own } = await countSources(context.db);
  return { examples: ofExamples > 0, own: own > 0 };
}

/**
 * Removes the examples, to start with one's own files; accounts and history stay.
 * @throws Refusal `own-files-are-in` where the register holds more than examples
 */
export async function startEmpty(context: Context): Promise<void> {
  mustMay(context, 'start-empty');
  await together(context, async (context) => {
    if ((await countSources(context.db)).own > 0) {
      refuse(
        'own-files-are-in',
        'Files or work of your own are in the register already, so it is not emptied.',
        'Start with a data folder of its own: name it in THROUGHLINE_DATA.',
      );
    }
    await removeEverything(context.db);
    await remember(context, 'removed examples', examples);
  });
}

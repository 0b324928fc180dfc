import { refuse } from '#kernel/problem.ts';
import type { Finding } from '#kernel/reading/index.ts';
import { mustMay, refuseStale, remember, together, type Context } from '#modules/access/server/index.ts';
import { mustFit, nameOf } from '../domain/fields.ts';
import { reapply } from '../domain/kept-corrections.ts';
import { dropCorrection, moveCorrection, updateReading } from '../store/readings.ts';
import { readWithRegister } from './read-with-register.ts';
import { mustBeOpen, reading, settleAround } from './readings.ts';

/** What became of the corrections when a file was read again. */
export interface ReadAgain {
  kept: number;
  /** Names of those that found no place in the new reading; a finding tells each. */
  lost: string[];
}

/**
 * Reads the file of an open reading again, with the texts that the register has by now. What people settled and corrected
 * is kept: it is found again by its lines.
 */
export async function readAgain(context: Context, id: string, version: number): Promise<ReadAgain> {
  mustMay(context, 'accept-readings');
  const { reading: row, source } = await reading(context, id);
  mustBeOpen(row);
  const bytes = await context.files.get(source.sha256);
  if (bytes === null) refuse('not-found', 'The original of this reading is not there.', 'Take the file in again.');
  const read = await readWithRegister(context, {
    bytes,
    name: source.name,
    only: row.kind === 'unknown' ? null : row.kind,
  });
  const { record } = read.reading;
  if (record === null || read.reading.kind !== row.kind)
    refuse(
      'other-kind',
      'The file is now read as something else.',
      'Lay this reading aside and take the file in again.',
    );
  return together(context, async (context) => {
    const { reading: now, corrections } = await reading(context, id);
    mustBeOpen(now);
    const again = reapply(corrections, now.record ?? record, record, (made, path) => settleAround(made, path) ?? made);
    mustFit(row.kind, again.record);
    const lost = again.lost.map(({ path }) => nameOf(path));
    const made = { ...read.reading, findings: [...lost.map(lostFinding), ...read.reading.findings] };
    if (!(await updateReading(context.db, id, version, { reading: made, record: again.record })))
      refuseStale('The reading');
    for (const one of again.kept) await moveCorrection(context.db, one.id, one.path, one.before);
    for (const one of again.lost) await dropCorrection(context.db, one.id);
    await remember(
      context,
      'read again',
      { kind: 'reading', id },
      {
        before: { corrections: again.lost.map(({ path, after }) => ({ path, after })) },
        after: { kept: again.kept.length },
      },
    );
    return { kept: again.kept.length, lost };
  });
}

function lostFinding(name: string): Finding {
  return {
    rule: 'correction-lost',
    level: 'warning',
    lines: null,
    message: `${name} was corrected, and has no place in the text as it was read again. Look at it once more.`,
  };
}

import type { Reference } from '#kernel/reference.ts';
import { listHistory, type HistoryEntry } from '../store/history.ts';
import { mustMay, type Context } from './context.ts';

export type { HistoryEntry };

/** What was done to one thing (or to anything, `null`), newest first, a page at a time. */
export async function historyOf(
  context: Context,
  subject: Reference | null,
  page: { before: number | null; most: number } = { before: null, most: 50 },
): Promise<HistoryEntry[]> {
  mustMay(context, 'see-history');
  return listHistory(context.db, subject, page);
}

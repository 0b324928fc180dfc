/** Mail to those who made a request: it waits until the secretariat has looked at it. */
import type { Context } from '#modules/access/server/index.ts';
import { queueMessage } from '#modules/post/server/index.ts';
import type { Application } from '../../store/missions.ts';

/**
 * Lets a message wait for the applicant; in the caller's transaction. A request without an organisation in the
 * directory has nobody to write to.
 */
export async function writeToApplicant(
  context: Context,
  { id, organisation }: Application,
  mail: { kind: 'question' | 'decision'; subjectLine: string; text: string },
): Promise<void> {
  if (organisation === null) return;
  await queueMessage(context, { ...mail, to: { organisations: [organisation] }, about: { kind: 'application', id } });
}

/** Paragraphs of a message, the empty ones left out. */
export const paragraphs = (...parts: string[]): string => parts.filter((part) => part.trim() !== '').join('\n\n');

/** Messages that leave the house: their states, and when one that failed is tried again. */
import { z } from 'zod';
import { oneLine } from '#kernel/words.ts';

/**
 * `waiting`: somebody looks first; `cleared`: may go; `sent`: handed to the mail server; `by-hand`: a person sent it;
 * `failed`: handing it over did not work; `taken-back`: it never leaves.
 */
export const MessageState = z.enum(['waiting', 'cleared', 'sent', 'by-hand', 'failed', 'taken-back']);
export type MessageState = z.infer<typeof MessageState>;

export const stateNames: Record<MessageState, string> = {
  waiting: 'waits to be looked at',
  cleared: 'cleared',
  sent: 'sent',
  'by-hand': 'sent by hand',
  failed: 'failed',
  'taken-back': 'taken back',
};

/** A file that leaves with a message; its bytes stand in the store of originals. */
export const MessageAttachment = z.object({
  name: z.string().trim().min(1).max(200),
  media: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
});
export type MessageAttachment = z.infer<typeof MessageAttachment>;

/** What a new message says. */
export const MessageWords = z.object({
  /** Stable kebab-case name: "letter", "decision", "invitation". */
  kind: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  subjectLine: z.string().overwrite(oneLine).min(1, 'Enter a subject.').max(300),
  text: z.string().trim().min(1, 'Enter the text.').max(100_000),
});

/** Minutes between one attempt and the next: a short trouble is over soon, a long one is not made worse. */
const pauses = [1, 5, 15, 60, 240, 720, 1440] as const;

/**
 * When a message that failed is tried again.
 * @param attempts made so far, at least 1
 * @returns `null` when it is left to a person
 */
export function nextTry(attempts: number, at: Date): Date | null {
  const minutes = pauses[attempts - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000);
}

/** States in which a message can still be stopped. */
export const openStates: readonly MessageState[] = ['waiting', 'cleared', 'failed'];

/** How many messages of a batch stand where. */
export type Tally = Record<MessageState, number>;

export const noTally: Tally = { waiting: 0, cleared: 0, sent: 0, 'by-hand': 0, failed: 0, 'taken-back': 0 };

/** "3 wait to be looked at, 1 failed": the states that there are, the pressing ones first. */
export function tallyInWords(tally: Tally): string {
  const words: Record<MessageState, string> = {
    waiting: tally.waiting === 1 ? 'waits to be looked at' : 'wait to be looked at',
    failed: 'failed',
    cleared: 'cleared',
    sent: 'sent',
    'by-hand': 'sent by hand',
    'taken-back': 'taken back',
  };
  return Object.entries(words)
    .flatMap(([state, said]) => {
      const number = tally[state as MessageState];
      return number === 0 ? [] : [`${number} ${said}`];
    })
    .join(', ');
}

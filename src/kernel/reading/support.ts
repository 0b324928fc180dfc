import { z } from 'zod';
import { LineNumber } from './common.ts';

/** What one member answers on one proposal. */
export const SupportAnswer = z.object({
  /** "NIC/12A1/3". */
  reference: z.string(),
  /** `blank`: nothing is marked; `unknown`: the marks contradict each other or cannot be read. */
  answer: z.enum(['supporting', 'not-supporting', 'blank', 'unknown']),
  /** The words beside the answer; the empty string where there are none. */
  remark: z.string(),
  line: LineNumber,
});
export type SupportAnswer = z.infer<typeof SupportAnswer>;

/** A filled reply form on support; a kind of document beyond the contract of `throughline read --json`. */
export const SupportReply = z.object({
  /** Address of the contribution in preparation, from the hidden name of the form; `null` where it was lost. */
  preparation: z.string().nullable(),
  /** "NIC/12A1", from the form or from the references of its proposals. */
  contribution: z.string().nullable(),
  /** The administration that answers, as printed; `null` where the field is empty. */
  member: z.string().nullable(),
  answers: z.array(SupportAnswer),
});
export type SupportReply = z.infer<typeof SupportReply>;

import { z } from 'zod';
import { LineNumber } from './common.ts';

export const OutcomeKind = z.enum([
  'fact',
  'view',
  'agreement',
  'offer',
  'announcement',
  'invitation',
  'problem',
  'consideration',
]);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

/** The report of a meeting. Addresses of participants are never part of it: `contacts` only counts what was withheld. */
export const MeetingRecord = z.object({
  series: z.string(),
  number: z.int().nullable(),
  date: z.string(),
  place: z.string().nullable(),
  host: z.string().nullable(),
  organisations: z.array(z.object({ key: z.string(), name: z.string(), variants: z.array(z.string()) })),
  participants: z.array(
    z.object({
      name: z.string(),
      honorific: z.string().nullable(),
      organisation: z.string(),
      role: z.string().nullable(),
      online: z.boolean(),
      contacts: z.int(),
      line: LineNumber,
    }),
  ),
  outcomes: z.array(
    z.object({
      number: z.int(),
      text: z.string(),
      kind: OutcomeKind,
      organisations: z.array(z.string()),
      line: LineNumber,
    }),
  ),
  activities: z.array(
    z.object({
      key: z.string(),
      organisation: z.string(),
      text: z.string(),
      isActivity: z.boolean(),
      countries: z.array(z.string()),
      years: z.array(z.int()),
      topics: z.array(z.string()),
      partners: z.array(z.string()),
      line: LineNumber,
    }),
  ),
  agenda: z.array(
    z.object({
      start: z.string().nullable(),
      end: z.string().nullable(),
      title: z.string(),
      organisations: z.array(z.string()),
      line: LineNumber,
    }),
  ),
  next: z.object({ number: z.int(), year: z.int().nullable(), host: z.string().nullable() }).nullable(),
});
export type MeetingRecord = z.infer<typeof MeetingRecord>;

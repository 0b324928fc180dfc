/** What the roster knows of an expert or of an organisation that helps; matching reads it. */
import { z } from 'zod';

/** Kinds of help. They are no topics: as topics they would make everything match everything. */
export const Modality = z.enum([
  'training',
  'workshop',
  'study',
  'policy_draft',
  'policy_review',
  'standard',
  'software',
  'assessment',
  'mentoring',
  'event',
  'publication',
  'funding',
  'equipment',
  'office',
  'other',
]);
export type Modality = z.infer<typeof Modality>;

export const modalityNames: Record<Modality, string> = {
  training: 'training',
  workshop: 'workshop or seminar',
  study: 'study or analysis',
  policy_draft: 'drafting a policy or regulation',
  policy_review: 'review of a policy or regulation',
  standard: 'standards',
  software: 'software or systems',
  assessment: 'assessment or audit',
  mentoring: 'mentoring or advice over time',
  event: 'event',
  publication: 'publication or guideline',
  funding: 'funding',
  equipment: 'equipment',
  office: 'office or secondment',
  other: 'other help',
};

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Enter a month, such as 2027-05.');
/** When one cannot come. */
const Away = z
  .object({ from: Month, to: Month })
  .refine(({ from, to }) => from <= to, 'The last month is before the first one.');

const languageLevels = ['work', 'fluent', 'native'] as const;
export type LanguageLevel = (typeof languageLevels)[number];
export const languageLevelNames: Record<LanguageLevel, string> = {
  work: 'able to work in it',
  fluent: 'fluent',
  native: 'first language',
};

export const Profile = z.object({
  /** Codes of `data/topics.ts`; `core`: what they are known for. */
  topics: z.array(z.object({ code: z.string(), weight: z.enum(['core', 'side']) })).max(40),
  modalities: z.array(Modality),
  /** ISO 639-1. */
  languages: z.array(z.object({ code: z.string().length(2), level: z.enum(languageLevels) })).max(20),
  /** ISO 3166-1: where they worked, and where they must not go. */
  places: z.array(z.object({ country: z.string().length(2), kind: z.enum(['worked', 'barred', 'conflict']) })).max(200),
  /** ISO 3166-1; where nationals are barred from their own country, this counts. */
  nationality: z.string().length(2).nullable(),
  /** Organisations for which they must not work, as they are called. */
  interests: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
  /** When they cannot come, whole months. */
  unavailable: z.array(Away).max(50, 'Name at most 50 times.'),
  /** In their own words; quoted by the matching. */
  summary: z.string().trim().max(5000, 'Write at most 5,000 characters.'),
  /** Earlier work, one a line; quoted by the matching. */
  experience: z.string().trim().max(20000, 'Write at most 20,000 characters.'),
  /** Earlier missions, one a line; quoted by the matching. */
  missions: z.string().trim().max(20000, 'Write at most 20,000 characters.').default(''),
});
export type Profile = z.infer<typeof Profile>;

export const emptyProfile: Profile = {
  topics: [],
  modalities: [],
  languages: [],
  places: [],
  nationality: null,
  interests: [],
  unavailable: [],
  summary: '',
  experience: '',
  missions: '',
};

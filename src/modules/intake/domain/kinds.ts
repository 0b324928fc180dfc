import type { ReadingKind } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';

/** What the kinds of documents are called on pages, and to whom their records are shown unless the officer says otherwise. */
export const kinds: Record<ReadingKind, { name: string; plural: string; shownTo: Visibility }> = {
  proposals: { name: 'Contribution with proposals', plural: 'Contributions', shownTo: 'public' },
  instrument: { name: 'Legal text', plural: 'Legal texts', shownTo: 'public' },
  instruments: { name: 'Adopted texts of a conference', plural: 'Collections of adopted texts', shownTo: 'public' },
  plan: { name: 'Plan', plural: 'Plans', shownTo: 'public' },
  'mission-call': { name: 'Call for expert missions', plural: 'Mission calls', shownTo: 'members' },
  'mission-application': { name: 'Mission application', plural: 'Mission applications', shownTo: 'parties' },
  'assistance-plan': { name: 'Plan of assistance', plural: 'Plans of assistance', shownTo: 'parties' },
  'meeting-report': { name: 'Meeting report', plural: 'Meeting reports', shownTo: 'partners' },
  'support-reply': { name: 'Reply on support', plural: 'Replies on support', shownTo: 'members' },
  unknown: { name: 'Unknown kind', plural: 'Files of unknown kind', shownTo: 'secretariat' },
};

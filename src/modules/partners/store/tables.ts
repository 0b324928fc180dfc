import type { ColumnType, Generated } from 'kysely';
import type { MeetingRecord, OutcomeKind } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';

/** What a meeting holds beside the rows of its own: agenda, next meeting, and how it names organisations. */
export type MeetingFrame = Pick<MeetingRecord, 'agenda' | 'next' | 'organisations'>;

export type PartnersTables = {
  'partners.meeting': {
    id: string;
    slug: string;
    series: string;
    number: number | null;
    date: string;
    place: string | null;
    host: string | null;
    frame: ColumnType<MeetingFrame, string, string>;
    source: string;
    visibility: Visibility;
    parties: string[];
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'partners.attendance': {
    meeting: string;
    position: number;
    person: string;
    organisation: string | null;
    printed: string;
    role: string | null;
    online: boolean;
    line: number;
  };
  'partners.outcome': {
    id: string;
    meeting: string;
    number: number;
    words: string;
    kind: OutcomeKind;
    organisations: string[];
    line: number;
  };
  'partners.activity': {
    id: string;
    meeting: string;
    position: number;
    key: string;
    organisation: string | null;
    organisation_key: string;
    words: string;
    is_activity: boolean;
    countries: string[];
    years: number[];
    topics: string[];
    partners: string[];
    line: number;
  };
};

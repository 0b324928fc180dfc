import type { ColumnType, Generated } from 'kysely';
import type { Visibility } from '#modules/access/index.ts';
import type { LinkType } from '#kernel/register.ts';

/** Why two things are tied: a sentence, and the passages it rests on where there are any. */
export interface TieReason {
  why: string;
  passages: { field: string | null; text: string; from: number; to: number }[];
}

export type TraceTables = {
  'trace.link': {
    id: Generated<number>;
    from_kind: string;
    from_id: string;
    to_kind: string;
    to_id: string;
    type: LinkType;
    source: string | null;
    first_line: number | null;
    last_line: number | null;
    made_at: ColumnType<Date, Date | undefined, never>;
    standing: Generated<'said' | 'confirmed' | 'refused'>;
    reason: ColumnType<TieReason | null, string | null, string | null>;
    made_by: string | null;
  };
  'trace.entry': {
    kind: string;
    id: string;
    address: string;
    title: string;
    body: string;
    year: number | null;
    organisation: string | null;
    visibility: Visibility;
    parties: string[];
    found_by: ColumnType<string, unknown, unknown>;
  };
  'trace.word': { word: string; times: number };
};

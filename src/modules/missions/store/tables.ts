import type { ColumnType, Generated } from 'kysely';
import type { AssistancePlan, MissionApplication, MissionCallRecord } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';

/** What a call holds beside its applications. */
export type CallFrame = Omit<MissionCallRecord, 'applications'>;

/** JSON columns take a string and give the value. */
type Json<T> = ColumnType<T, string, string>;

interface Kept {
  id: string;
  slug: string;
  source: string;
  visibility: Visibility;
  parties: string[];
  version: Generated<number>;
  made_at: ColumnType<Date, Date | undefined, never>;
}

export type MissionsTables = {
  'missions.call': Kept & { programme: string; year: number; frame: Json<CallFrame> };
  'missions.application': Kept & {
    call: string | null;
    position: number;
    country: string | null;
    organisation: string | null;
    title: string;
    record: Json<MissionApplication>;
  };
  'missions.assistance_plan': Kept & { title: string; record: Json<AssistancePlan> };
};

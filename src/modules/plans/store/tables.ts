import type { ColumnType, Generated } from 'kysely';
import type { PlanNode, PlanRecord } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';

/** What a plan holds beside its nodes. */
export type PlanFrame = Omit<PlanRecord, 'nodes'>;

/** JSON columns take a string and give the value. */
type Json<T> = ColumnType<T, string, string>;

export type PlansTables = {
  'plans.plan': {
    id: string;
    slug: string;
    title: string;
    from_year: number | null;
    to_year: number | null;
    frame: Json<PlanFrame>;
    source: string;
    visibility: Visibility;
    parties: string[];
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'plans.node': {
    id: string;
    plan: string;
    position: number;
    key: string;
    level: string;
    parent: string | null;
    code_printed: string | null;
    code: string | null;
    words: string;
    bracketed: boolean;
    supports: ColumnType<PlanNode['supports'] | null, string | null, string | null>;
    line: number;
    version: Generated<number>;
  };
};

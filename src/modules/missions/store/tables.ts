import type { ColumnType, Generated } from 'kysely';
import type { AssistancePlan, MissionApplication, MissionCallRecord } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';
import type { CycleSettings } from '../domain/cycle/cycle.ts';
import type { ApplicationContent, OfferContent } from '../domain/forms/answers.ts';
import type { Form, FormKind } from '../domain/forms/form.ts';

/** What a call holds beside its applications. */
export type CallFrame = Omit<MissionCallRecord, 'applications'>;

/** JSON columns take a string and give the value. */
export type Json<T> = ColumnType<T, string, string>;
export type NullableJson<T> = ColumnType<T | null, string | null, string | null>;
export type MadeAt = ColumnType<Date, Date | undefined, never>;

interface Kept {
  id: string;
  slug: string;
  visibility: Visibility;
  parties: string[];
  version: Generated<number>;
  made_at: MadeAt;
}

/** A decision that is taken and not yet told. */
export interface PendingDecision {
  stage: string;
  reason: string;
  by: string;
  /** ISO time. */
  at: string;
}

/** What requests and offers have in common while they are worked on. */
interface Worked<Content> {
  cycle: string | null;
  form_version: Generated<number>;
  stage: string;
  content: Json<Content>;
  pending: NullableJson<PendingDecision>;
  came_by: 'browser' | 'word' | 'call';
  changed_at: ColumnType<Date, Date | undefined, Date>;
}

export type MissionsTables = {
  'missions.call': Kept & { source: string; programme: string; year: number; frame: Json<CallFrame> };
  'missions.cycle': Kept & {
    programme: string;
    year: number;
    plan: string | null;
    call: string | null;
    settings: Json<CycleSettings>;
  };
  'missions.form': { cycle: string; kind: FormKind; version: number; definition: Json<Form>; made_at: MadeAt };
  'missions.application': Kept &
    Worked<ApplicationContent> & {
      source: string | null;
      call: string | null;
      position: number;
      country: string | null;
      organisation: string | null;
      title: string;
      record: NullableJson<MissionApplication>;
    };
  'missions.assistance_plan': Kept &
    Worked<OfferContent> & {
      source: string | null;
      title: string;
      record: NullableJson<AssistancePlan>;
      organisation: string | null;
      applications: string[];
    };
};

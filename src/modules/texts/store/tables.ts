import type { ColumnType, Generated } from 'kysely';
import type { ConsolidatedText, InstrumentKind, LegalText, Proposal, ProposalAction } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';
import type { RevisionStatus } from '../domain/history/in-force.ts';
import type { ProposalSymbol } from '../domain/contributions/contribution.ts';
import type { Answer, SupportRule } from '../domain/support/support.ts';

type Json<T> = ColumnType<T, string | null, string | null>;

interface Kept {
  id: string;
  slug: string;
  visibility: Visibility;
  parties: string[];
  version: Generated<number>;
  made_at: ColumnType<Date, Date | undefined, never>;
}

export type TextsTables = {
  'texts.body': {
    id: string;
    slug: string;
    merged_into: string | null;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'texts.body_name': {
    body: string;
    name: string;
    source: string | null;
    visibility: Visibility;
    parties: string[];
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'texts.conference': {
    id: string;
    body: string;
    place: string;
    year: number;
    first_day: string | null;
    last_day: string | null;
    confirmed: boolean;
    complete: boolean;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'texts.instrument': Kept & {
    /** The body as the first source printed it. */
    body: string | null;
    /** The body itself. */
    adopted_by: string | null;
    kind: InstrumentKind;
    number: string | null;
    title: string | null;
  };
  'texts.revision': Kept & {
    instrument: string;
    place: string | null;
    year: number | null;
    revised: boolean;
    title: string | null;
    text: Json<LegalText | null>;
    source: string | null;
    status: ColumnType<RevisionStatus, RevisionStatus | undefined, RevisionStatus>;
  };
  'texts.clause': { id: string; instrument: string };
  'texts.clause_text': {
    revision: string;
    position: number;
    clause: string;
    path: string;
    heading: string | null;
    label: string;
    words: string;
    line: number;
  };
  'texts.contribution': Kept & {
    proponent: string | null;
    number: number | null;
    addendum: number | null;
    title: string;
    source: string;
    /** The conference it goes to, as far as its proposals say. */
    body: string | null;
    place: string | null;
    year: number | null;
  };
  'texts.proposal': Kept & {
    contribution: string;
    serial: number;
    reference: string;
    action: ProposalAction;
    instrument: string | null;
    title: string | null;
    record: Json<Proposal>;
  };
  'texts.preparation': Kept & {
    proponent: string;
    organisation: string | null;
    conference: string;
    place: string;
    year: number;
    number: number | null;
    addendum: number | null;
    title: string;
    template: string;
    stage: PreparationStage;
    members: string[];
    /** ISO date. */
    reply_by: string | null;
    rule: Json<SupportRule>;
  };
  'texts.prepared_proposal': {
    id: string;
    preparation: string;
    serial: number;
    symbol: ProposalSymbol;
    revision: string | null;
    about: string;
    title: string | null;
    summary: string;
    introduction: string;
    reasons: string;
    text: Json<LegalText | null>;
    draft: string | null;
    version: Generated<number>;
  };
  'texts.draft': Kept & {
    title: string;
    revision: string | null;
    instrument: string | null;
    base: Json<object | null>;
    opened_by: string;
    account: string | null;
    changed_at: ColumnType<Date, Date | undefined, Date>;
  };
  'texts.draft_step': {
    draft: string;
    version: number;
    step: Json<unknown>;
    client: string;
    account: string | null;
    author: string;
    note: string | null;
    at: ColumnType<Date, Date | undefined, never>;
  };
  'texts.draft_state': { draft: string; version: number; document: Json<object> };
  'texts.consolidation': Kept & { instrument: string; revision: string; proposals: string[] };
  'texts.consolidation_state': {
    consolidation: string;
    number: number;
    text: Json<ConsolidatedText>;
    what: string;
    actor: string;
    at: ColumnType<Date, Date | undefined, never>;
  };
  'texts.support_reply': {
    id: Generated<number>;
    proposal: string;
    organisation: string;
    answer: Answer;
    remark: string;
    account: string | null;
    came_by: ReplyWay;
    source: string | null;
    at: ColumnType<Date, Date | undefined, never>;
  };
};

/** How far a contribution in preparation has come. */
export type PreparationStage = 'drafting' | 'asked' | 'concluded' | 'submitted';

/** By which way an answer came. */
export type ReplyWay = 'browser' | 'word' | 'recorded';

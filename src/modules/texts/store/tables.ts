import type { ColumnType, Generated } from 'kysely';
import type { InstrumentKind, LegalText, Proposal, ProposalAction } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';
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
  'texts.instrument': Kept & { body: string | null; kind: InstrumentKind; number: string | null; title: string | null };
  'texts.revision': Kept & {
    instrument: string;
    place: string | null;
    year: number | null;
    revised: boolean;
    title: string | null;
    text: Json<LegalText | null>;
    source: string | null;
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

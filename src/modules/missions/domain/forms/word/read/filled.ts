/** What was read of a form that came back. */
import type { CostLine, GivenAnswer, Nomination } from '../../answers.ts';
import type { FormIdentity } from '../identity.ts';
import type { HeadField } from '../names.ts';

/** What a person should look at, with a stable name for the rule behind it. */
export interface Doubt {
  rule:
    | 'tick-disagrees'
    | 'ticks-lost'
    | 'control-twice'
    | 'outside-the-box'
    | 'outside-the-table'
    | 'by-order'
    | 'question-unknown'
    | 'second-form'
    | 'prompt-overwritten'
    | 'tracked-changes'
    | 'amount-not-read'
    | 'quantity-not-read'
    | 'other-version'
    | 'other-cycle'
    | 'other-kind'
    | 'no-identity';
  /** The question, or the field of the head, that it is about. */
  key: string | null;
  line: number | null;
  message: string;
}

export interface LeftOver {
  line: number;
  text: string;
}

export interface FilledForm {
  /** What the file says it is; `null` where it says nothing. */
  identity: FormIdentity | null;
  /** By field; `null` where the field is not in the file, the empty string where it is empty. */
  head: Record<HeadField, string | null>;
  /** For every question of the form. Those for costs and experts say only whether there are any. */
  answers: Record<string, GivenAnswer>;
  /** By the key of their question. */
  costs: Record<string, CostLine[]>;
  experts: Record<string, Nomination[]>;
  /** Words that fit nowhere. */
  leftOver: LeftOver[];
  doubts: Doubt[];
  /** Lines whose words are in the record, or are the form's own. With those left over, all lines that hold words. */
  placed: number[];
}

import type { ColumnType, Generated } from 'kysely';
import type { AnyRecord, Media, Reading, ReadingKind } from '#kernel/reading/index.ts';
import type { Visibility } from '#modules/access/index.ts';
import type { KeptLine } from '../domain/read-file.ts';

type Json<T> = ColumnType<T, string | null, string | null>;
type Given = ColumnType<Date, Date | undefined, never>;

export type ReadingState = 'open' | 'accepted' | 'dismissed';

export type IntakeTables = {
  'intake.source': {
    id: string;
    sha256: string;
    name: string;
    media: Media;
    bytes: number;
    replaces: string | null;
    example: boolean;
    account: string | null;
    came_by: string;
    came_at: Given;
  };
  'intake.line': { source: string; number: number; words: string; runs: Json<KeptLine['runs']>; cell: number | null };
  'intake.reading': {
    id: string;
    source: string;
    kind: ReadingKind;
    state: ReadingState;
    reading: Json<Reading>;
    record: Json<AnyRecord | null>;
    contacts: Json<[number, { kind: 'e-mail' | 'telephone'; value: string }[]][]>;
    visibility: Visibility;
    address: string | null;
    version: Generated<number>;
    made_at: Given;
  };
  'intake.correction': {
    id: Generated<number>;
    reading: string;
    path: string;
    before: Json<unknown>;
    after: Json<unknown>;
    account: string | null;
    corrected_by: string;
    corrected_at: Given;
  };
  'intake.passage': {
    subject_kind: string;
    subject_id: string;
    field: string;
    source: string;
    first_line: number;
    last_line: number;
  };
};

import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../domain/policy.ts';

type Given = ColumnType<Date, Date | undefined, Date>;

/** A type rather than an interface: Kysely wants an index signature of it. */
export type AccessTables = {
  'access.account': {
    id: string;
    sign_in_name: string;
    name: string;
    password_hash: string;
    role: Role;
    organisation: string | null;
    disabled: Generated<boolean>;
    made_at: Given;
    version: Generated<number>;
  };
  'access.session': {
    token_hash: string;
    account: string;
    see_as: Role | null;
    made_at: Given;
    expires_at: Date;
  };
  'access.sign_in_failure': {
    sign_in_name: string;
    failures: number;
    last_at: Date;
  };
  'access.history': {
    id: Generated<number>;
    at: Given;
    account: string | null;
    actor: string;
    via: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    before: unknown;
    after: unknown;
    note: string | null;
  };
};

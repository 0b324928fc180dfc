import type { ColumnType, Generated } from 'kysely';
import type { Consent, ContactKind } from '../domain/contacts.ts';
import type { Category, OrganisationKind } from '../domain/memberships.ts';

export type DirectoryTables = {
  'directory.organisation': {
    id: string;
    slug: string;
    key: string;
    name: string;
    variants: Generated<string[]>;
    country: string | null;
    kind: OrganisationKind | null;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'directory.organisation_name': { folded: string; organisation: string };
  'directory.person': {
    id: string;
    name: string;
    honorific: string | null;
    organisation: string | null;
    apart: Generated<boolean>;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'directory.contact': {
    person: string;
    kind: ContactKind;
    value: string;
    source: string | null;
    consent: Generated<Consent>;
    delete_after: string | null;
  };
  'directory.organisation_contact': {
    organisation: string;
    kind: ContactKind;
    value: string;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'directory.category': { key: Category; one: string; many: string };
  'directory.membership': {
    id: string;
    organisation: string;
    category: Category;
    fellowship: boolean | null;
    from_day: string | null;
    to_day: string | null;
    confirmed_by: string | null;
    confirmed_on: string | null;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
};

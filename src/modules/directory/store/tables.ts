import type { ColumnType, Generated } from 'kysely';

export type DirectoryTables = {
  'directory.organisation': {
    id: string;
    slug: string;
    key: string;
    name: string;
    variants: Generated<string[]>;
    country: string | null;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'directory.organisation_name': { folded: string; organisation: string };
  'directory.person': {
    id: string;
    name: string;
    honorific: string | null;
    organisation: string | null;
    version: Generated<number>;
    made_at: ColumnType<Date, Date | undefined, never>;
  };
  'directory.contact': { person: string; kind: 'e-mail' | 'telephone'; value: string; source: string };
};

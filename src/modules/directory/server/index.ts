/** Organisations under all their names, and people. */
export {
  changeOrganisation,
  organisation,
  organisationNamed,
  organisationNames,
  organisations,
  organisationWritten,
  type NamedOrganisation,
  type Organisation,
} from './organisations.ts';
export { contacts, personNamed, type Contact, type Person } from './people.ts';

/** Organisations under all their names, and people. */
export {
  changeOrganisation,
  knownOrganisation,
  organisation,
  organisationBearing,
  organisationNamed,
  organisationNames,
  organisations,
  organisationWritten,
  type NamedOrganisation,
  type Organisation,
} from './organisations.ts';
export {
  addOrganisationContact,
  contacts,
  forgetExpiredContacts,
  forgetPersonApart,
  keepContact,
  keepPersonApart,
  peopleNamed,
  personNamed,
  removeContact,
  removeOrganisationContact,
  type Contact,
  type ContactTerms,
  type Person,
} from './people.ts';
export {
  addMembership,
  categories,
  changeKind,
  changeMembership,
  memberships,
  nameCategory,
  removeMembership,
  type TypedMembership,
} from './memberships.ts';
export { forgetNominated, nominatedPerson } from './nominated.ts';
export { importMemberships, type ImportedMember, type MemberImport } from './import-memberships.ts';

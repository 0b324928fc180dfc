/** The directory: organisations, people, memberships. What of it is pure. */
export { Consent, ContactKind, TypedContact, type Contact, type ContactTerms } from './domain/contacts.ts';
export {
  Category,
  inForce,
  kindNames as organisationKindNames,
  OrganisationKind,
  usualCategories,
  type CategoryNames,
  type CategoryWords,
  type Membership,
} from './domain/memberships.ts';

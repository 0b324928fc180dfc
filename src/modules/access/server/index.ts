/** Accounts, sessions, history, and the context that every service is called with. */
export {
  accounts,
  changeAccount,
  changeOwnPassword,
  firstAdministrator,
  openAccount,
  type Account,
} from './accounts.ts';
export { announce, mustMay, mustSee, refuseStale, remember, together, type Context } from './context.ts';
export { historyOf, type HistoryEntry } from './history.ts';
export { seeAs, sessionDays, sessionOf, signIn, signOut, type Session, type SignedIn } from './sign-in.ts';
export { freeSlug } from '../store/slugs.ts';
export { visibleRows } from '../store/visible.ts';

/** What may be asked of the search. */
export { SearchRequest } from './domain/query.ts';

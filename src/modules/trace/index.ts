/** What may be asked of the search. */
export { SearchRequest } from './domain/query.ts';
export { piecesOf, plainSnippet, type SnippetPiece } from './domain/snippet.ts';

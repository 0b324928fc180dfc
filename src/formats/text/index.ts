/** Plain text as document converters write it: tables by leading tab, inline notes and bookmarks, page breaks. */
export { textReader } from './reader.ts';

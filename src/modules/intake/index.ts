/** Reading without storing, and what the kinds of documents are called: the half of intake that needs no database. */
export { kinds } from './domain/kinds.ts';
export { citationsIn, plainText, type PlainText } from './domain/plain-text.ts';
export { readDocument, readFile, readFileWhole, type KeptLine, type ReadFile } from './domain/read-file.ts';

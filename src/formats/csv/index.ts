/** Comma-separated values, in and out. */
export { readCsv } from './reader.ts';
export { writeCsv } from './write.ts';

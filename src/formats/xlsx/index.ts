/** Workbooks (.xlsx, ECMA-376 SpreadsheetML), in and out. */
export { readXlsx } from './reader.ts';
export { writeXlsx, type WrittenCell, type WrittenSheet } from './write.ts';

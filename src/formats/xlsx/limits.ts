/** How much of a workbook is read before it is refused, beside the limits of every Office package (docx/limits). */
export const limits = {
  sheets: 1_000,
  /** Cells that say anything, of all sheets. */
  cells: 1_000_000,
  /** Characters of all cells: one shared text may stand in a million of them. */
  characters: 64 * 1024 * 1024,
  /** Merged ranges and links of a sheet. */
  ranges: 100_000,
} as const;

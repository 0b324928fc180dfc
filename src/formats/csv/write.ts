/** Tables as comma-separated values. */

/**
 * Beginnings that a spreadsheet takes for a formula (OWASP, CSV injection), also in full width and after blanks; and
 * those that already have an apostrophe, so that taking one away again gives the same words.
 */
const formulaStart = /^'*\s*[=+\-@＝＋－＠\t\r]/;

/**
 * Rows as comma-separated values (RFC 4180) with a byte order mark, so that spreadsheets take them for UTF-8. Words that
 * they would compute get an apostrophe in front; numbers stay numbers; `null` is blank.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

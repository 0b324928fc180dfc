/** How dates, numbers and counts are printed on pages. */
import { monthNames } from '#kernel/dates.ts';

/** "13 March 2023" from a date, or from an ISO date such as "2023-03-13" or "2023-03"; other words stay as they are. */
export function day(value: Date | string): string {
  const text = typeof value === 'string' ? value : value.toISOString();
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text);
  if (match === null) return text;
  const month = monthNames[Number(match[2]) - 1] ?? '';
  return `${match[3] === undefined ? '' : `${Number(match[3])} `}${month} ${match[1]}`;
}

/** "13 March 2023, 14:05 UTC". */
export function moment(value: Date): string {
  return `${day(value)}, ${value.toISOString().slice(11, 16)} UTC`;
}

/** "1 proposal", "25 proposals", "no proposals", "2 annexes". */
export function count(number: number, one: string, many = /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`): string {
  return `${number === 0 ? 'no' : number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** "12 KB", "3.4 MB". */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "line 12" or "lines 12–14". */
export function lines(range: readonly [number, number]): string {
  return range[0] === range[1] ? `line ${range[0]}` : `lines ${range[0]}–${range[1]}`;
}

/** "report.docx, word/document.xml, line 12": where something is wrong, as far as it is known. */
export function wherein({ file, part, line }: { file?: string | undefined; part?: string; line?: number }): string {
  return [file, part, line === undefined ? undefined : `line ${line}`].filter((one) => one !== undefined).join(', ');
}

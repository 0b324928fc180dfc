/** How dates, numbers and counts are printed on pages. */
import { printedDay } from '#kernel/dates.ts';

export { printedDay as day };

/** "13 March 2023, 14:05 UTC". */
export function moment(value: Date): string {
  return `${printedDay(value)}, ${value.toISOString().slice(11, 16)} UTC`;
}

/** The plural of a name: "annexes"; of "request in the summary" its first words have it: "requests in the summary". */
function plural(one: string): string {
  const [, head = one, rest = ''] = /^(\S.*?)( (?:in|of|for|with) .*)$/.exec(one) ?? [];
  return `${head}${/(?:s|x|ch|sh)$/.test(head) ? 'es' : 's'}${rest}`;
}

/** "1 proposal", "25 proposals", "no proposals", "2 annexes". */
export function count(number: number, one: string, many = plural(one)): string {
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

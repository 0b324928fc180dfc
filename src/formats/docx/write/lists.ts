/**
 * Automatic numbers. The tree knows what each side prints and not how it was counted, so a number is written as a list
 * item that prints exactly those characters; where the two sides print different ones, the change of the number is a
 * revision of the paragraph's properties, which Word takes back or keeps like any other.
 */
import type { Paragraph } from '../../document/index.ts';
import { valued } from './xml.ts';

/** More characters than a level of a list may print. */
const longest = 255;

export class Lists {
  /** The list that each item belongs to. */
  readonly #items: number[] = [];
  /** Lists by what their items print. */
  readonly #lists = new Map<string, number>();

  /** Reference to a list item that prints this; "no list" for `null`. */
  reference(printed: string | null): string {
    if (printed === null || printed === '') return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
    const list = this.#lists.get(printed) ?? this.#lists.size + 1;
    this.#lists.set(printed, list);
    // No two paragraphs share an item: programs that count for themselves would count on from one to the other.
    this.#items.push(list);
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${this.#items.length}"/></w:numPr>`;
  }

  /** The XML inside w:numbering; `null` where nothing is numbered. */
  xml(): string | null {
    if (this.#items.length === 0) return null;
    // A list of its own for each number: LibreOffice knows nothing of levels that one item overrides.
    const lists = [...this.#lists].map(
      ([printed, list]) =>
        `<w:abstractNum w:abstractNumId="${list}"><w:multiLevelType w:val="singleLevel"/>` +
        `<w:lvl w:ilvl="0">${levelXml(printed.slice(0, longest))}</w:lvl></w:abstractNum>`,
    );
    const items = this.#items.map(
      (list, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${list}"/></w:num>`,
    );
    return [...lists, ...items].join('');
  }
}

/** Prints the characters as they are; start and format say the same to programs that count for themselves. */
function levelXml(printed: string): string {
  const { format, start } = countOf(printed);
  return `${valued('start', start)}${valued('numFmt', format)}${valued('lvlText', printed)}<w:lvlJc w:val="left"/>`;
}

function countOf(printed: string): { format: string; start: string } {
  if (!/[\p{L}\p{N}]/u.test(printed)) return { format: 'bullet', start: '1' };
  const letter = /^\(?([a-z])[.)]?$/.exec(printed)?.[1];
  if (letter !== undefined) return { format: 'lowerLetter', start: String(letter.charCodeAt(0) - 96) };
  return { format: 'decimal', start: /(?:^|\D)(\d{1,4})[.)]?$/.exec(printed)?.[1] ?? '1' };
}

/** The numbers of a paragraph that its own revisions leave: one that is not in a side has none there. */
export function numbersOf({ number }: Paragraph, inBase: boolean, inProposed: boolean): Paragraph['number'] {
  return {
    base: inBase ? number.base : number.proposed,
    proposed: inProposed ? number.proposed : number.base,
  };
}

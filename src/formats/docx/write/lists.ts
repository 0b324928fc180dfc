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
  readonly #ids = new Map<string, number>();

  /** Reference to the list item that prints this; "no list" for `null`. */
  reference(printed: string | null): string {
    if (printed === null || printed === '') return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
    let id = this.#ids.get(printed);
    if (id === undefined) {
      id = this.#ids.size + 1;
      this.#ids.set(printed, id);
    }
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
  }

  /** The XML inside w:numbering; `null` where nothing is numbered. */
  xml(): string | null {
    if (this.#ids.size === 0) return null;
    const abstract =
      '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>' +
      `<w:lvl w:ilvl="0">${levelXml('•')}</w:lvl></w:abstractNum>`;
    const items = [...this.#ids].map(
      ([printed, id]) =>
        `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">${levelXml(printed.slice(0, longest))}</w:lvl></w:lvlOverride></w:num>`,
    );
    return abstract + items.join('');
  }
}

const levelXml = (printed: string): string =>
  `<w:start w:val="1"/><w:numFmt w:val="bullet"/>${valued('lvlText', printed)}<w:lvlJc w:val="left"/>`;

/** The numbers of a paragraph that its own revisions leave: one that is not in a side has none there. */
export function numbersOf({ number }: Paragraph, inBase: boolean, inProposed: boolean): Paragraph['number'] {
  return {
    base: inBase ? number.base : number.proposed,
    proposed: inProposed ? number.proposed : number.base,
  };
}

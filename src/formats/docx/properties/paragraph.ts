/** The paragraph properties (w:pPr) that are read, as one place sets them (a style, a paragraph, a list level). */
import { child, childValue, descend, integer, onOff, type Element } from '../xml/element.ts';

/** Absent fields leave the decision to the next place. */
export interface ParagraphSettings {
  /** 0–8; `null` where body text is set explicitly. */
  outlineLevel?: number | null;
  rightToLeft?: boolean;
  /** Left (leading) indent in twentieths of a point. */
  indent?: number;
  /** The list; 0 takes the paragraph out of any list. */
  listId?: number;
  listLevel?: number;
  pageBreakBefore?: boolean;
}

/** Reads w:pPr. */
export function paragraphSettings(pPr: Element | undefined): ParagraphSettings {
  const settings: ParagraphSettings = {};
  if (pPr === undefined) return settings;
  const outline = integer(childValue(pPr, 'w:outlineLvl'));
  if (outline !== null) settings.outlineLevel = outline >= 0 && outline < 9 ? outline : null;
  const rightToLeft = onOff(child(pPr, 'w:bidi'));
  if (rightToLeft !== undefined) settings.rightToLeft = rightToLeft;
  const indent = indentOf(pPr);
  if (indent !== null) settings.indent = indent;
  const listId = integer(descend(pPr, 'w:numPr', 'w:numId')?.attributes['w:val']);
  if (listId !== null) settings.listId = listId;
  const listLevel = integer(descend(pPr, 'w:numPr', 'w:ilvl')?.attributes['w:val']);
  if (listLevel !== null) settings.listLevel = listLevel;
  const pageBreakBefore = onOff(child(pPr, 'w:pageBreakBefore'));
  if (pageBreakBefore !== undefined) settings.pageBreakBefore = pageBreakBefore;
  return settings;
}

/** Left indent of w:pPr in twentieths of a point; `null` when it sets none. */
export function indentOf(pPr: Element | undefined): number | null {
  const attributes = child(pPr, 'w:ind')?.attributes;
  return integer(attributes?.['w:start'] ?? attributes?.['w:left']);
}

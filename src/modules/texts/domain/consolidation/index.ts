/** Consolidated drafts: the proposals on one instrument merged into one working text, settled conflict by conflict. */
export { documentOfDraft } from './document.ts';
export { baseOf, consolidate, type Contribution } from './gather.ts';
export {
  layoutOf,
  standingWords,
  type Alternative,
  type Conflict,
  type LaidClause,
  type LaidPassage,
  type LaidSection,
  type Layout,
} from './layout.ts';
export type { Piece } from './pieces.ts';
export { bracketed, settledText, workingText } from './legal-text.ts';
export { isFlattened } from './printed-sides.ts';
export { reopen, settle, unsettled, withoutProponent } from './settle.ts';

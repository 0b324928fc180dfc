/** From records to documents: texts and proposals with real revisions, as the tree that every writer takes. */
export { withRealRevisions } from './in-place.ts';
export {
  documentOf,
  documentOfProposal,
  documentOfText,
  plainParagraph,
  proposalBlocks,
  type About,
} from './document.ts';
export { keepLastMark, paragraphOf, runsOf, type By, type Published } from './paragraphs.ts';
export { textBlocks } from './text.ts';

/** The third face of the texts module: what the editor in the browser needs, and nothing that weighs more. */
export { batchOf, receive, unconfirmed, type Confirmed, type Unconfirmed } from './domain/drafting/collaboration.ts';
export { standOnce } from './domain/drafting/once.ts';
export { edit } from './domain/drafting/edit.ts';
export { addComment, addNote, commentsIn, resolveComment } from './domain/drafting/notes.ts';
export { labelsOf } from './domain/drafting/outline.ts';
export { endingsToMend } from './domain/drafting/punctuation.ts';
export { followedLabel, isStray, markReferences, targetsIn } from './domain/drafting/references.ts';
export { idOf, isAdded, schema } from './domain/drafting/schema.ts';
export {
  addAnnex,
  addSection,
  blockAt,
  blocksOf,
  changeDepth,
  joinBlock,
  moveClause,
  splitBlock,
} from './domain/drafting/structure.ts';
export { stepOfJson } from './domain/drafting/step-json.ts';
export { putIn, settle, strike, suggestionsIn } from './domain/drafting/suggest.ts';

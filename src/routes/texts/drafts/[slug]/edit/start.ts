/** The script of the editor's page: it brings the rules of drafting and the editor together. */
import {
  addAnnex,
  addComment,
  addNote,
  addSection,
  batchOf,
  blockAt,
  blocksOf,
  changeDepth,
  commentsIn,
  edit,
  endingsToMend,
  followedLabel,
  idOf,
  isAdded,
  isStray,
  joinBlock,
  labelsOf,
  markReferences,
  moveClause,
  putIn,
  receive,
  resolveComment,
  schema,
  stepOfJson,
  settle,
  splitBlock,
  standOnce,
  strike,
  suggestionsIn,
  targetsIn,
  unconfirmed,
} from '#modules/texts/drafting.ts';
import { openEditor, type Drafting } from '#ui/editor/editor.ts';

const drafting: Drafting = {
  addAnnex,
  addComment,
  addNote,
  addSection,
  batchOf,
  blockAt,
  blocksOf,
  changeDepth,
  commentsIn,
  edit,
  endingsToMend,
  followedLabel,
  idOf,
  isAdded,
  isStray,
  joinBlock,
  labelsOf,
  linkReferences: (tr, at, labels) => markReferences(tr, at, targetsIn(tr.doc, labels)),
  moveClause,
  putIn,
  receive,
  resolveComment,
  schema,
  stepOfJson,
  settle,
  splitBlock,
  standOnce,
  strike,
  suggestionsIn,
  unconfirmed,
};

const root = document.querySelector<HTMLElement>('[data-editor]');
if (root !== null) {
  const { address = '', journal = '', author = '' } = root.dataset;
  openEditor({ root, address, journal, author, drafting }).catch((cause: unknown) => {
    const waiting = root.querySelector('[data-part="waiting"]');
    if (waiting !== null) {
      waiting.textContent = `The editor could not be opened: ${cause instanceof Error ? cause.message : 'unknown'} Load the page again.`;
    }
  });
}

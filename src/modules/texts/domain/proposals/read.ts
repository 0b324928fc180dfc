import type { Proposal } from '#kernel/reading/index.ts';
import type { Changes } from '../legal/changes.ts';
import type { DraftText } from '../legal/draft.ts';
import type { Passage } from '../words/passages.ts';
import type { Bounds } from './bounds.ts';

/** A proposal with what the lint needs to know beyond the record. */
export interface ReadProposal {
  proposal: Proposal;
  bounds: Bounds;
  draft: DraftText;
  changes: Changes;
  /** Lines after the end of its text. */
  left: Passage[];
  /** False where nothing said what the proposal is about and the kind is a stand-in. */
  targeted: boolean;
}

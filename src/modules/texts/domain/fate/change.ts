/** One change that a proposal asks for, and what became of it. */
import type { PlacedClause } from '../comparison/aligned.ts';
import { placeOf } from './counterparts.ts';
import { judge, type Judgement } from './judge.ts';
import { sameWords, wordsIn } from './words.ts';

export interface ChangeFate extends Judgement {
  of: 'clause' | 'title' | 'heading' | 'footnote';
  change: 'added' | 'reworded' | 'deleted' | 'moved';
  /** Address of the clause within the proposal's text; `null` for what is no clause. */
  path: string | null;
  /** "resolves 2", "title", "footnote 1". */
  place: string;
  /** Words in the base text, in the proposed and in the adopted one; `null` where it is not in that text, or no text is known. */
  before: string | null;
  proposed: string | null;
  adopted: string | null;
  /** The adopted clause: its address in the adopted text, and its place in words. */
  adoptedAt: { path: string; place: string } | null;
  /** The reading of the change is a guess, so what became of it is known only where the words stand exactly. */
  doubtful: boolean;
  /** Line of the proposal's source. */
  line: number;
}

/** A change as it is asked for. */
export type Asked = Pick<ChangeFate, 'of' | 'path' | 'place' | 'before' | 'proposed' | 'doubtful' | 'line'>;

/** The change with the judgement of its words. @param adopted `null` where it is not there; `undefined` where no adopted text is known */
export function judged(asked: Asked, adopted: PlacedClause | string | null | undefined): ChangeFate {
  const words = typeof adopted === 'string' ? adopted : (adopted?.words ?? null);
  const said: Judgement =
    adopted === undefined
      ? { fate: 'unknown', share: null, standing: [], missing: [] }
      : judge(asked.before, asked.proposed, words);
  // Words that stand exactly prove a doubtful reading right; nothing else does.
  const known = !asked.doubtful || (said.fate === 'adopted' && asked.proposed !== null);
  return {
    ...asked,
    change: asked.before === null ? 'added' : asked.proposed === null ? 'deleted' : 'reworded',
    adopted: words,
    adoptedAt: placed(adopted),
    ...said,
    fate: known ? said.fate : 'unknown',
  };
}

/** A clause that is to stand elsewhere with the same words: adopted when it stands under the heading proposed. */
export function judgedMove(
  asked: Asked & { from: string | null; to: string | null },
  adopted: PlacedClause | null | undefined,
): ChangeFate {
  const { from, to, ...own } = asked;
  const stands = adopted === undefined || adopted === null ? null : adopted.heading;
  const there = stands !== null && to !== null && sameWords(stands, to);
  const words = judge(null, own.proposed, adopted?.words ?? null);
  return {
    ...own,
    ...words,
    change: 'moved',
    place: `${own.place}, from “${from ?? 'text'}”`,
    adopted: adopted?.words ?? null,
    adoptedAt: placed(adopted),
    fate: adopted === undefined || own.doubtful ? 'unknown' : there ? words.fate : 'not-adopted',
  };
}

/** A change of words; labels, signs and capitals are no change of their own. */
export function isChange(before: string | null, proposed: string | null): boolean {
  if (before === null || proposed === null) return wordsIn(before ?? proposed ?? '').length > 0;
  return !sameWords(before, proposed);
}

function placed(clause: PlacedClause | string | null | undefined): ChangeFate['adoptedAt'] {
  if (clause === null || clause === undefined || typeof clause === 'string') return null;
  return { path: clause.path, place: placeOf(clause) };
}

/** The signs at the ends of clauses: ";" inside a list, "," before the next heading, "." at the end of the text. */
import type { Node } from 'prosemirror-model';
import { isGone, isStruck, liveWords, schema } from './schema.ts';
import { blocksOf, type BlockAt } from './structure.ts';

/** An ending that differs from the usual: offered, never made by itself. */
export interface Ending {
  /** Id of the clause. */
  id: string;
  /** Place of the sign that stands there, or where the usual one would stand. */
  from: number;
  to: number;
  now: string;
  usual: ';' | ',' | '.';
}

/** The clauses of the body whose last sign is not the usual one. A line that leads into a list ends as it likes. */
export function endingsToMend(doc: Node): Ending[] {
  const blocks = blocksOf(doc).filter(({ block }) => !isGone(block) && liveWords(block).trim() !== '');
  const annex = blocks.findIndex(({ block }) => block.type === schema.nodes.annex);
  const body = blocks
    .slice(0, annex === -1 ? undefined : annex)
    .filter(({ block }) => block.type === schema.nodes.clause || block.type === schema.nodes.section);
  return body.flatMap((one, index) => {
    if (one.block.type !== schema.nodes.clause) return [];
    const next = body[index + 1];
    const usual = next === undefined ? '.' : next.block.type === schema.nodes.section ? ',' : ';';
    return endingOf(one, usual);
  });
}

function endingOf({ block, at }: BlockAt, usual: Ending['usual']): Ending[] {
  const last = lastLive(block);
  if (last === null) return [];
  const words = last.words.trimEnd();
  const now = /[.;,:]$/u.exec(words)?.[0] ?? '';
  if (now === ':' || now === usual || /[.;,:]["”’)]$|[-–—]$/u.test(words)) return [];
  const end = at + 1 + last.offset + words.length;
  return [{ id: String(block.attrs['id']), from: end - now.length, to: end, now, usual }];
}

/** The last words of a block that stand in the proposed text; a sign for a note behind them says nothing. */
function lastLive(block: Node): { words: string; offset: number } | null {
  let last: { words: string; offset: number } | null = null;
  block.forEach((inline, offset) => {
    if (inline.text !== undefined && inline.text.trim() !== '' && !isStruck(inline))
      last = { words: inline.text, offset };
  });
  return last;
}

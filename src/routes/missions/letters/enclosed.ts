/** Enclosures that the workbench makes: asked for at their addresses, with the eyes of whoever sends the letter. */
import { refuse } from '#kernel/problem.ts';
import type { Enclosure } from '#modules/missions/index.ts';
import type { LetterFile } from '#modules/missions/server/index.ts';

/**
 * The document at the address of an enclosure; `null` for one that goes on paper.
 * @throws Refusal `no-enclosure` when nothing is made there, or a page
 */
export async function documentAt(ask: typeof fetch, { title, address }: Enclosure): Promise<LetterFile | null> {
  if (address === null) return null;
  const answer = await ask(address, { redirect: 'error' }).catch(() => null);
  const media = (answer?.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (answer === null || !answer.ok || media === '' || media === 'text/html') {
    refuse('no-enclosure', `No document is made at ${address} (“${title}”).`, 'Correct the address of the enclosure.', {
      field: 'enclosures',
    });
  }
  const ending = /\.[a-z0-9]{2,5}$/i.exec(new URL(address, 'http://here.invalid').pathname)?.[0] ?? '';
  const name = `${title.replace(/[/\\]/g, '-')}${ending}`;
  return { name, media, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

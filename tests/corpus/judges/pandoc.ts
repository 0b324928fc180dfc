/** Pandoc, where it is installed: reads a Word file with all revisions rejected or accepted. */
import { execFileSync } from 'node:child_process';
import type { Side } from '#formats/document/index.ts';

export const pandoc: string | null = version();

function version(): string | null {
  try {
    return execFileSync('pandoc', ['--version'], { encoding: 'utf8' }).split('\n', 1)[0] ?? null;
  } catch {
    return null;
  }
}

interface Node {
  t?: string;
  c?: unknown;
}

/** The words of the body, without notes, in document order. */
export function pandocText(file: string, side: Side): string {
  const change = side === 'base' ? 'reject' : 'accept';
  const json = execFileSync('pandoc', ['--from=docx', `--track-changes=${change}`, '--to=json', file], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  let text = '';
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const { t, c } = value as Node;
    if (t === 'Note' || t === 'Image') return;
    if (t === 'Str' && typeof c === 'string') text += c;
    else if (t === 'Math' || t === 'Code') text += Array.isArray(c) ? String(c.at(-1)) : '';
    else if (t === 'Link' || t === 'Span') walk((c as unknown[])[1]);
    else walk(c);
  };
  const { blocks, meta } = JSON.parse(json) as { blocks: unknown; meta: Record<string, Node> };
  // Paragraphs of the styles Title, Author and the like are moved to the metadata.
  for (const one of Object.values(meta)) walk(one);
  walk(blocks);
  return text;
}

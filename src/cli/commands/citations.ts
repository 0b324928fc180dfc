import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { citationsIn } from '#modules/intake/index.ts';
import { given } from '../input.ts';
import { print } from '../output.ts';

export const help = `throughline citations FILE [--json]

Lists the citations in a file: other texts, their articles and provisions, goals and action lines,
documents of the United Nations, and clauses of the same text.

  --json  one JSON array`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1)
    refuse('no-file', 'One file is needed.', 'Call: throughline citations FILE');
  const { bytes, name: shown } = await given(name);
  const citations = await citationsIn(bytes, shown);
  if (values.json) {
    print(JSON.stringify(citations));
    return 0;
  }
  for (const { line, kind, body, number, revision, text } of citations) {
    const named = [
      body,
      kind,
      number,
      revision === null ? null : `(${revision.revised ? 'Rev. ' : ''}${revision.place}, ${revision.year})`,
    ];
    print(`${String(line).padStart(6)}  ${named.filter((part) => part !== null).join(' ')}  —  ${text}`);
  }
  return 0;
}

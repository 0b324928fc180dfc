import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { plainText } from '#modules/intake/index.ts';
import { given } from '../input.ts';
import { print, say } from '../output.ts';

export const help = `throughline text FILE [--base | --proposed] [--notes]

Prints the plain text of a file: as it stands, with all revisions rejected (--base), or with all
accepted (--proposed). One line a paragraph; the first paragraph of a table cell begins with a tab.
Automatic numbers are not part of the text.

  --notes  adds the footnotes and endnotes after the text`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      base: { type: 'boolean', default: false },
      proposed: { type: 'boolean', default: false },
      notes: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1)
    refuse('no-file', 'One file is needed.', 'Call: throughline text FILE');
  if (values.base && values.proposed) refuse('bad-option', '--base and --proposed exclude each other.', 'Choose one.');
  const { bytes, name: shown } = await given(name);
  const text = await plainText(bytes, shown, values.base ? 'base' : values.proposed ? 'proposed' : null);
  if ((values.base || values.proposed) && !text.marked) {
    say(
      'The file carries no marked revisions, so this is the text as it stands. "throughline read" finds flattened ones.',
    );
  }
  process.stdout.write(text.text);
  if (values.notes) for (const note of text.notes) print(note);
  return 0;
}

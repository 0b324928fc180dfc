import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { asContract, type Reading } from '#kernel/reading/index.ts';
import { aknOfTexts } from '#formats/akn/index.ts';
import { documentOnSide, type Document, type ReaderNote, type Side } from '#formats/document/index.ts';
import { remarksOnWriting, writeDocx } from '#formats/docx/write/index.ts';
import { writeHtml } from '#formats/html/index.ts';
import { typstSource } from '#formats/typst/index.ts';
import { readDocument } from '#modules/intake/index.ts';
import { sideOfText, textsOf, withRealRevisions } from '#modules/texts/index.ts';
import { printPdf } from '#platform/print/index.ts';
import { given } from '../input.ts';
import { say } from '../output.ts';

export const help = `throughline convert FILE --to docx|akn|html|pdf|json [-o OUT] [--side base|proposed]

Writes a file of any format that is read in another one. Changes stay changes: in Word as real
revisions with author and date, in HTML and PDF underlined and struck out. Where a text was copied
without its marks, the recovered changes become real revisions by the proponent.

  --to FORMAT   docx, html, pdf: any document; akn (Akoma Ntoso 3.0): legal texts and proposals;
                json: what was understood of the file, as "throughline read --json" prints it.
                Without it the ending of OUT says the format
  -o OUT        the file to write; without it the result goes to standard output
  --side SIDE   the clean text of one side: base (all changes rejected) or proposed (all accepted)

"-" reads standard input.`;

const formats = ['docx', 'akn', 'html', 'pdf', 'json'] as const;
type Format = (typeof formats)[number];

/** What was written, and what of the source had no room in it. */
interface Written {
  content: Uint8Array | string;
  remarks: readonly ReaderNote[];
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { to: { type: 'string' }, output: { type: 'string', short: 'o' }, side: { type: 'string' } },
  });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1)
    refuse('no-file', 'One file is needed.', 'Call: throughline convert FILE --to docx');
  const format = formatOf(values.to, values.output);
  const side = sideNamed(values.side, format);
  const isBinary = format === 'docx' || format === 'pdf';
  if (isBinary && values.output === undefined && process.stdout.isTTY) {
    refuse('no-output', `A ${format} file is nothing to show here.`, 'Name the file to write with -o.', {
      field: '-o',
    });
  }
  if (values.output !== undefined && name !== '-' && path.resolve(values.output) === path.resolve(name)) {
    refuse('bad-option', 'This would overwrite the file that is read.', 'Name another file with -o.', { field: '-o' });
  }
  const { bytes, name: shown } = await given(name);
  const { document, reading } = await readDocument(bytes, shown);
  const { content, remarks } = written(format, document, reading, side);
  await deliver(content, values.output);
  for (const { message, line } of remarks) say(`${line === null ? '' : `line ${line}: `}${message}`);
  return remarks.length > 0 ? 1 : 0;
}

function formatOf(to: string | undefined, output: string | undefined): Format {
  const wanted = (to ?? (output === undefined ? '' : path.extname(output).slice(1))).toLowerCase();
  const format = formats.find((one) => one === wanted) ?? (to === undefined && wanted === 'xml' ? 'akn' : undefined);
  if (format !== undefined) return format;
  const said = wanted === '' ? 'No format was named.' : `There is no format "${wanted}" to write.`;
  refuse('bad-option', said, `Formats: ${formats.join(', ')}.`, { field: '--to' });
}

function sideNamed(name: string | undefined, format: Format): Side | null {
  if (name === undefined) return null;
  if (name !== 'base' && name !== 'proposed')
    refuse('bad-option', `There is no side "${name}".`, 'Choose base or proposed.', { field: '--side' });
  if (format === 'json') refuse('bad-option', 'A reading tells both sides.', 'Leave --side out.', { field: '--side' });
  return name;
}

function written(format: Format, document: Document, reading: Reading, side: Side | null): Written {
  if (format === 'json') return { content: `${JSON.stringify(asContract(reading))}\n`, remarks: [] };
  if (format === 'akn') return { content: aknOf(reading, side), remarks: [] };
  const marked = withRealRevisions(document, reading.record);
  const shown = side === null ? marked : documentOnSide(marked, side);
  if (format === 'docx') return { content: writeDocx(shown), remarks: remarksOnWriting(shown) };
  return { content: format === 'html' ? writeHtml(shown) : printPdf(typstSource(shown)), remarks: [] };
}

function aknOf({ record, kind, source }: Reading, side: Side | null): string {
  if (record === null || !('proposals' in record || 'texts' in record || 'annexes' in record)) {
    const what = kind === 'unknown' ? 'a document of no known kind' : `a document of the kind "${kind}"`;
    const message = `Akoma Ntoso holds legal texts, and this is ${what}.`;
    refuse('no-legal-text', message, 'Choose docx, html, pdf or json.', { file: source.name });
  }
  const texts = textsOf(record).map((one) =>
    side === null || one.text === null ? one : { ...one, text: sideOfText(one.text, side) },
  );
  return aknOfTexts(texts, { writtenOn: new Date().toISOString().slice(0, 10) });
}

async function deliver(content: Uint8Array | string, output: string | undefined): Promise<void> {
  if (output === undefined) {
    await new Promise<void>((resolve) => process.stdout.write(content, () => resolve()));
    return;
  }
  try {
    writeFileSync(output, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    refuse(
      'not-written',
      `The file cannot be written (${code ?? 'unknown error'}).`,
      'Check the folder and its permissions.',
      {
        file: output,
      },
    );
  }
}

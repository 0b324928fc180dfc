import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { asContract, type LegalText, type Reading, type ReadingKind } from '#kernel/reading/index.ts';
import type { KnownTexts } from '#formats/document/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { sideOfText, type TextSide } from '#modules/texts/index.ts';
import { atLeastOne, given } from '../input.ts';
import { complainOf, print } from '../output.ts';
import { summaryOf } from '../reading-summary.ts';
import { textsOfFile } from '../texts-of-file.ts';

export const help = `throughline read FILE… [--json] [--kind KIND] [--base FILE]… [--adopted FILE]…

Tells what is understood of each file: its kind, what is in it, what is doubtful, what was left over.
Needs no database and writes nothing. "-" reads standard input.

  --json       one reading a file, as one JSON line each, in the order given
  --kind KIND  read it as this kind, whatever the signs say: proposals, plan, mission-call,
               mission-application, assistance-plan, meeting-report, instrument, instruments
  --base FILE  a text that is proposed to change, in any format; give it once for each file. Copies that lost their
               revision marks are read with it: what the base does not have was inserted, exactly
  --adopted FILE
               a text adopted later, as a second witness: it tells what was struck out`;

const kinds: ReadingKind[] = [
  'proposals',
  'plan',
  'mission-call',
  'mission-application',
  'assistance-plan',
  'meeting-report',
  'instrument',
  'instruments',
];

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      kind: { type: 'string' },
      base: { type: 'string', multiple: true, default: [] },
      adopted: { type: 'string', multiple: true, default: [] },
    },
  });
  const only = kindNamed(values.kind);
  let code = 0;
  let known: KnownTexts | null;
  try {
    known = await knownTexts(values.base, values.adopted);
  } catch (error) {
    return complainOf(error);
  }
  for (const name of atLeastOne(positionals, 'throughline read FILE…')) {
    try {
      const { bytes, name: shown } = await given(name);
      const reading = await readFile(bytes, shown, only, known);
      print(values.json ? JSON.stringify(asContract(reading)) : summaryOf(reading));
    } catch (error) {
      code = Math.max(code, complainOf(error));
    }
  }
  return code;
}

/** The texts of the files named; of a text with revision marks both sides, of which the copy names one. */
async function knownTexts(base: readonly string[], adopted: readonly string[]): Promise<KnownTexts | null> {
  if (base.length === 0 && adopted.length > 0)
    refuse('bad-option', 'An adopted text is a second witness only.', 'Name the base text as well, with --base.', {
      field: '--adopted',
    });
  if (base.length === 0) return null;
  return { base: await sidesIn(base, ['base', 'proposed']), adopted: await sidesIn(adopted, ['proposed']) };
}

async function sidesIn(files: readonly string[], sides: readonly TextSide[]): Promise<LegalText[]> {
  const read = await Promise.all(files.map(textsOfFile));
  return read.flatMap(({ texts }) =>
    texts.flatMap(({ text }) => (text === null ? [] : sides.map((side) => sideOfText(text, side)))),
  );
}

function kindNamed(name: string | undefined): Reading['kind'] | null {
  if (name === undefined) return null;
  const kind = kinds.find((kind) => kind === name);
  if (kind === undefined)
    refuse('bad-option', `There is no kind "${name}".`, `Kinds: ${kinds.join(', ')}.`, { field: '--kind' });
  return kind;
}

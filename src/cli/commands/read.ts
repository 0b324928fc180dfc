import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { asContract, type Reading, type ReadingKind } from '#kernel/reading/index.ts';
import { readFile } from '#modules/intake/index.ts';
import { atLeastOne, given } from '../input.ts';
import { complainOf, print } from '../output.ts';
import { summaryOf } from '../reading-summary.ts';

export const help = `throughline read FILE… [--json] [--kind KIND]

Tells what is understood of each file: its kind, what is in it, what is doubtful, what was left over.
Needs no database and writes nothing. "-" reads standard input.

  --json       one reading a file, as one JSON line each, in the order given
  --kind KIND  read it as this kind, whatever the signs say: proposals, plan, mission-call,
               mission-application, assistance-plan, meeting-report, instrument`;

const kinds: ReadingKind[] = [
  'proposals',
  'plan',
  'mission-call',
  'mission-application',
  'assistance-plan',
  'meeting-report',
  'instrument',
];

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, kind: { type: 'string' } },
  });
  const only = kindNamed(values.kind);
  let code = 0;
  for (const name of atLeastOne(positionals, 'throughline read FILE…')) {
    try {
      const { bytes, name: shown } = await given(name);
      const reading = await readFile(bytes, shown, only);
      print(values.json ? JSON.stringify(asContract(reading)) : summaryOf(reading));
    } catch (error) {
      code = Math.max(code, complainOf(error));
    }
  }
  return code;
}

function kindNamed(name: string | undefined): Reading['kind'] | null {
  if (name === undefined) return null;
  const kind = kinds.find((kind) => kind === name);
  if (kind === undefined)
    refuse('bad-option', `There is no kind "${name}".`, `Kinds: ${kinds.join(', ')}.`, { field: '--kind' });
  return kind;
}

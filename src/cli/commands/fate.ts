import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { fatesInFiles, fateNames, nameOfInstrument, nameOfRevision, type FateInFiles } from '#modules/texts/index.ts';
import { print, say } from '../output.ts';
import { textsOfFile } from '../texts-of-file.ts';

export const help = `throughline fate PROPOSALS ADOPTED… [--changes] [--complete] [--json]

Tells what became of each proposal in a file, and of each of its changes, in the texts that were adopted
afterwards: adopted, adopted with changes, adopted in part, not adopted, or not known. The adopted texts
stand in one file (final acts) or several; older texts among them serve as the base of the proposals.

  --changes   each change with the words that stand and those that do not
  --complete  the files hold all that the conference adopted: what is not in them was not adopted
  --json      one JSON array with every change and its words`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      changes: { type: 'boolean', default: false },
      complete: { type: 'boolean', default: false },
    },
  });
  const [first, ...others] = positionals;
  if (first === undefined || others.length === 0) {
    refuse('no-file', 'Two files or more are needed.', 'Call: throughline fate PROPOSALS ADOPTED…');
  }
  const { texts: proposals } = await textsOfFile(first);
  if (proposals.every(({ by }) => by === null)) {
    refuse('no-proposals', 'The first file holds no proposals.', 'Name the file with the proposals first.', {
      file: first,
    });
  }
  const adopted = [];
  for (const name of others) adopted.push(...(await textsOfFile(name)).texts);
  const fates = fatesInFiles(proposals, adopted, values.complete);
  if (values.json) {
    print(JSON.stringify(fates.map(asJson)));
    return 0;
  }
  for (const one of fates) show(one, values.changes);
  say(tally(fates));
  return 0;
}

function asJson({ proponent, proposal, instrument, adopted, found, fate }: FateInFiles): unknown {
  const { reference, action, revision } = proposal;
  return { reference, proponent, action, instrument, revision, adopted, found, ...fate };
}

function show({ proposal, instrument, adopted, found, fate }: FateInFiles, changes: boolean): void {
  const against =
    adopted === null
      ? ''
      : ` → ${nameOfInstrument(adopted)}${adopted.revision === null ? '' : ` ${nameOfRevision(adopted.revision)}`}`;
  print(`${proposal.reference}  ${proposal.action} ${instrument}${against}${found === 'likely' ? ' (likely)' : ''}`);
  print(`    ${fateNames[fate.fate]}. ${fate.why}`);
  if (!changes) return;
  for (const change of fate.changes) {
    print(`    ${fateNames[change.fate].padEnd(21)} ${change.place} (${change.change})`);
    if (change.fate !== 'adopted-with-changes') continue;
    if (change.standing.length > 0) print(`        stands: ${change.standing.join(' … ')}`);
    if (change.missing.length > 0) print(`        not:    ${change.missing.join(' … ')}`);
  }
}

function tally(fates: readonly FateInFiles[]): string {
  const counts = Map.groupBy(fates, ({ fate }) => fate.fate);
  const said = [...counts].map(([name, all]) => `${all.length} ${fateNames[name]}`);
  return `${fates.length} ${fates.length === 1 ? 'proposal' : 'proposals'}: ${said.join(', ')}.`;
}

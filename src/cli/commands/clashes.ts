import { parseArgs } from 'node:util';
import type { ClashMap, ClashRow } from '#kernel/reading/index.ts';
import { clashMaps } from '#modules/texts/index.ts';
import { atLeastOne } from '../input.ts';
import { print } from '../output.ts';
import { proposalsOfFiles } from '../proposals-of-files.ts';

export const help = `throughline clashes FILE… [--base FILE]… [--json]

Puts the proposals in all files together by instrument and tells, clause by clause of the base text,
who touches it and how that goes together: the same change, compatible changes, a clash, a clause that
one deletes and another amends, a text that one suppresses and another amends, one proponent only.
A new label, a new sign at the end of a clause or a reference that follows a renumbering touches nothing.

  --base FILE  the text in force; without it the base is what the proposals themselves delete and keep
  --json       one JSON array, one entry an instrument`;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, base: { type: 'string', multiple: true, default: [] } },
  });
  const names = atLeastOne(positionals, 'throughline clashes FILE…');
  const { proposals, bases } = await proposalsOfFiles(names, values.base);
  const maps = clashMaps(proposals, bases);
  if (values.json) print(JSON.stringify(maps));
  else for (const map of maps) show(map);
  return 0;
}

function show({ instrument, proponents, rows }: ClashMap): void {
  const met = rows.filter(({ relation }) => relation !== 'single').length;
  const counts = `${rows.length} ${rows.length === 1 ? 'place' : 'places'} touched, ${met} by several`;
  print(`${instrument}  –  ${proponents.join(', ')}  –  ${rows.length === 0 ? 'no change proposed' : counts}`);
  for (const row of rows) {
    print(`  ${row.relation.padEnd(22)}  ${placeOf(row)}`);
    print(`  ${' '.repeat(22)}  ${row.why}`);
  }
  print('');
}

function placeOf({ section, label, text }: ClashRow): string {
  if (text === null) return label === null ? `${section}, inserted` : `${section} ${label}`;
  return `${section} ${label ?? ''}`.trim();
}

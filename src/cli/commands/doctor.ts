import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serverVersion } from '#platform/workbench/index.ts';
import { soundness } from '#modules/intake/server/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import { projectRoot, readConfig } from '#platform/config/index.ts';
import { openWorkbench } from '#platform/workbench/index.ts';
import { print } from '../output.ts';
import { operator } from '../register.ts';

export const help = `throughline doctor [--json]

Tells what is installed, where the data is, and whether it is sound: every original file is read and
compared with the hash it is kept under. Exit code 1 when something is wrong.`;

interface Line {
  what: string;
  value: string;
  wrong: boolean;
}

/** How many, and which: "1: f6b7…", by the hash that names the file in the data folder. */
const listed = (hashes: readonly string[]): string =>
  hashes.length === 0 ? '0' : `${hashes.length}: ${hashes.join(', ')}`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const config = readConfig();
  const workbench = await openWorkbench(config);
  try {
    const { db, files } = workbench;
    const found = await soundness({ viewer: operator, via: 'command line', db, files, now: () => new Date(), hear });
    const lines: Line[] = [
      { what: 'Node', value: process.version, wrong: Number(process.versions.node.split('.')[0]) < 24 },
      { what: 'Project', value: projectRoot, wrong: false },
      {
        what: 'Pages',
        value: existsSync(path.join(projectRoot, 'build', 'handler.js')) ? 'built' : 'not built: npm run build',
        wrong: false,
      },
      { what: 'Data', value: config.dataFolder, wrong: false },
      { what: 'Database', value: `${workbench.databaseDescription}, version ${await serverVersion(db)}`, wrong: false },
      { what: 'Files', value: `${found.sources} in the register, ${found.files} originals kept`, wrong: false },
      { what: 'Missing originals', value: listed(found.missing), wrong: found.missing.length > 0 },
      { what: 'Damaged originals', value: listed(found.damaged), wrong: found.damaged.length > 0 },
      { what: 'Half-done imports', value: String(found.halfDone), wrong: found.halfDone > 0 },
    ];
    const wrong = lines.filter((line) => line.wrong);
    if (values.json)
      print(
        JSON.stringify({
          sound: wrong.length === 0,
          ...Object.fromEntries(lines.map((line) => [line.what, line.value])),
          ...found,
        }),
      );
    else {
      for (const line of lines) print(`${line.wrong ? '✗' : '·'} ${line.what.padEnd(18)} ${line.value}`);
      print(
        wrong.length === 0
          ? 'Everything is sound.'
          : `Wrong: ${wrong.map((line) => line.what).join(', ')}. Put the files back from a copy of the data folder.`,
      );
    }
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await workbench.close();
  }
}

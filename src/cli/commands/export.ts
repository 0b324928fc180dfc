import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { exportRegister } from '#modules/trace/server/index.ts';
import { say } from '../output.ts';
import { viewerOf, withRegister } from '../register.ts';

export const help = `throughline export [--role ROLE] [-o FILE]

Writes everything that a role may see (the public, unless --role says otherwise) as JSON lines, one
record a line: its kind, its address, the record. To standard output, or to a file.`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { role: { type: 'string' }, output: { type: 'string', short: 'o' } } });
  const out: NodeJS.WritableStream = values.output === undefined ? process.stdout : createWriteStream(values.output);
  const count = await withRegister(viewerOf(values.role), async (context) => {
    let count = 0;
    for await (const record of exportRegister(context)) {
      if (!out.write(`${JSON.stringify(record)}\n`)) await new Promise((resolve) => out.once('drain', resolve));
      count++;
    }
    return count;
  });
  if (out !== process.stdout) {
    out.end();
    await finished(out);
  }
  say(`${count} records.`);
  return 0;
}

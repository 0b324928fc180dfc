import { parseArgs } from 'node:util';
import { refuse } from '#kernel/problem.ts';
import { Visibility } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { accept, reading, showTo, takeIn } from '#modules/intake/server/index.ts';
import { atLeastOne, given } from '../input.ts';
import { complainOf, print, progress } from '../output.ts';
import { operator, withRegister } from '../register.ts';

export const help = `throughline import FILE… [--accept] [--visibility WHO] [--new-version] [--json]

Takes files into the register: each is read, and stored with its reading, which waits on the check
screen. The same file twice is recognised and left alone.

  --accept          accept what was understood at once
  --visibility WHO  to whom accepted records are shown: public, members, partners, parties, secretariat
  --new-version     keep a file that is there already as a new version
  --json            one JSON line a file`;

interface Options {
  accept: boolean;
  newVersion: boolean;
  visibility: Visibility | null;
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      accept: { type: 'boolean', default: false },
      'new-version': { type: 'boolean', default: false },
      visibility: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const names = atLeastOne(positionals, 'throughline import FILE…');
  const visibility = values.visibility === undefined ? null : Visibility.safeParse(values.visibility);
  if (visibility?.success === false) {
    refuse('bad-option', `"${values.visibility}" is nobody.`, `Choose one of: ${Visibility.options.join(', ')}.`, {
      field: '--visibility',
    });
  }
  const options: Options = {
    accept: values.accept,
    newVersion: values['new-version'],
    visibility: visibility?.data ?? null,
  };
  return withRegister(operator, async (context) => {
    let code = 0;
    const bar = progress('Importing');
    for (const [index, name] of names.entries()) {
      if (names.length > 1) bar.at(index, names.length, name);
      try {
        const result = await one(context, name, options);
        print(values.json ? JSON.stringify({ file: name, ...result }) : `${name}: ${result.words}`);
      } catch (error) {
        code = Math.max(code, complainOf(error));
      }
    }
    bar.end(null);
    return code;
  });
}

async function one(
  context: Context,
  name: string,
  options: Options,
): Promise<{ state: string; address: string; words: string }> {
  const taken = await takeIn(context, { ...(await given(name)), asNewVersion: options.newVersion });
  const known = { state: 'known', words: 'already in the register, left alone' };
  if (taken.reading === null) return { ...known, address: `/sources/${taken.source}` };
  const waiting = `/intake/${taken.reading}`;
  const { reading: row } = await reading(context, taken.reading);
  const accepts = options.accept && row.record !== null && row.state === 'open';
  if (taken.state === 'known' && !accepts) return { ...known, address: waiting };
  if (accepts) {
    if (options.visibility !== null && options.visibility !== row.visibility) {
      await showTo(context, taken.reading, row.version, options.visibility);
    }
    const { reading: now } = await reading(context, taken.reading);
    const address = await accept(context, taken.reading, now.version);
    return { state: 'accepted', address, words: `${row.kind}, accepted: ${address}` };
  }
  return { state: 'open', address: waiting, words: `${row.kind}, waits to be checked: ${waiting}` };
}

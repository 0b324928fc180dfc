import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { system } from '#modules/access/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import { firstAdministrator, type Context } from '#modules/access/server/index.ts';
import { playExamples, readExamples } from '#modules/intake/server/index.ts';
import { projectRoot, readConfig } from '#platform/config/index.ts';
import { openWorkbench } from '#platform/workbench/index.ts';
import { listen } from '../http-server.ts';
import { progress, say } from '../output.ts';

export const help = `throughline serve [--port N] [--host NAME] [--empty]

Opens the workbench and prints its address. On the first start it makes the first administrator and
reads the examples and plays a cycle of missions with them, unless --empty is given. Stops on Ctrl-C.`;

/** Runs until it is told to stop. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, host: { type: 'string' }, empty: { type: 'boolean', default: false } },
  });
  if (values.port !== undefined) process.env['PORT'] = values.port;
  if (values.host !== undefined) process.env['HOST'] = values.host;
  const config = readConfig();
  await firstStart(values.empty || process.env['THROUGHLINE_EMPTY'] === '1');
  const { server, address } = await listen(config);
  say(`The workbench is open at ${address}`);

  return new Promise<number>((resolve) => {
    let leaving = false;
    const leave = (): void => {
      if (leaving) return;
      leaving = true;
      server.close();
      server.closeIdleConnections();
      process.emit('sveltekit:shutdown' as 'disconnect');
      setTimeout(() => process.exit(0), 15_000).unref();
      resolve(0);
    };
    process.once('SIGTERM', leave).once('SIGINT', leave);
  });
}

/** What only the first start does. The pages open the database for themselves afterwards. */
async function firstStart(empty: boolean): Promise<void> {
  const workbench = await openWorkbench();
  const context: Context = {
    viewer: system,
    via: 'start',
    db: workbench.db,
    files: workbench.files,
    now: () => new Date(),
    hear,
  };
  try {
    say(`Database: ${workbench.databaseDescription}`);
    const first = await firstAdministrator(context);
    if (first !== null) {
      const file = path.join(workbench.config.dataFolder, 'first-administrator.txt');
      writeFileSync(file, `${first.signInName}\n${first.password}\n`, { mode: 0o600 });
      say(`First administrator: sign in as "${first.signInName}" with the password "${first.password}"`);
      say(`(also in ${file}; change it after signing in)`);
    }
    if (empty) return;
    const bar = progress('Reading the examples');
    const read = await readExamples(context, path.join(projectRoot, 'examples', 'files'), (done, of, name) =>
      bar.at(done, of, name),
    );
    bar.end(
      read === 0 ? null : `${read} example files were read. Remove them on the home page when you start with your own.`,
    );
    if (process.env['THROUGHLINE_EXAMPLES'] !== 'files') await playExampleCycle(context);
  } finally {
    await workbench.close();
  }
}

/** What the examples hold of missions goes on where their files end; who runs without the folder goes without. */
async function playExampleCycle(context: Context): Promise<void> {
  const script = path.join(projectRoot, 'examples', 'cycle', 'play.ts');
  if (!existsSync(script)) return;
  const example = (await import(pathToFileURL(script).href)) as { playExampleCycle: typeof playExampleCycle };
  await playExamples(context, example.playExampleCycle);
}

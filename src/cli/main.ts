/** The command line: finds the command, runs it, turns refusals into words and exit codes. */
import { complain, complainOf, print } from './output.ts';

interface Command {
  /** One line for the list of commands. */
  summary: string;
  load: () => Promise<{ help: string; run: (args: string[]) => Promise<number> }>;
}

const commands: Record<string, Command> = {
  read: { summary: 'what is understood of files, without storing anything', load: () => import('./commands/read.ts') },
  text: {
    summary: 'the plain text of a file, revisions rejected or accepted',
    load: () => import('./commands/text.ts'),
  },
  citations: { summary: 'the citations in a file', load: () => import('./commands/citations.ts') },
  compare: { summary: 'two texts, clause by clause', load: () => import('./commands/compare.ts') },
  clashes: {
    summary: 'who proposes to change which clause, and where that clashes',
    load: () => import('./commands/clashes.ts'),
  },
  consolidate: {
    summary: 'proposals merged into one working text',
    load: () => import('./commands/consolidate.ts'),
  },
  check: { summary: 'what a careful reader would notice in files', load: () => import('./commands/check.ts') },
  fate: {
    summary: 'what became of proposals in the texts adopted afterwards',
    load: () => import('./commands/fate.ts'),
  },
  convert: {
    summary: 'a file as Word with real revisions, Akoma Ntoso, HTML, PDF or JSON',
    load: () => import('./commands/convert.ts'),
  },
  import: { summary: 'take files into the register', load: () => import('./commands/import.ts') },
  search: { summary: 'search the register', load: () => import('./commands/search.ts') },
  export: { summary: 'the register as open data', load: () => import('./commands/export.ts') },
  serve: { summary: 'open the workbench in the browser', load: () => import('./commands/serve.ts') },
  doctor: {
    summary: 'what is installed, where the data is, whether it is sound',
    load: () => import('./commands/doctor.ts'),
  },
};

const exitCodes = `Exit codes: 0 done · 1 done, with something to look at · 2 a file or a request was refused · 3 failed`;

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const list = Object.entries(commands).map(([name, command]) => `  ${name.padEnd(width)}  ${command.summary}`);
  return ['throughline COMMAND [OPTIONS]', '', ...list, '', 'throughline help COMMAND tells more.', exitCodes].join(
    '\n',
  );
}

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    const command = args[0] === undefined ? undefined : commands[args[0]];
    print(command === undefined ? overview() : `${(await command.load()).help}\n\n${exitCodes}`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    complain(`there is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const { help, run } = await command.load();
  if (args.includes('--help') || args.includes('-h')) {
    print(`${help}\n\n${exitCodes}`);
    return 0;
  }
  return run(args);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    complain(error.message);
    process.exitCode = 2;
  } else {
    process.exitCode = complainOf(error);
  }
}

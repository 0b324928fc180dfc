/** The thin HTTP entry: `npm start` and `throughline serve` are the same. */
import { run } from './src/cli/commands/serve.ts';

process.exitCode = await run([]);

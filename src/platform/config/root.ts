import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of the project: the nearest one upwards whose package is Throughline, whether run from source or from the build. */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file) && /"name":\s*"throughline"/.test(readFileSync(file, 'utf8'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`No package.json of Throughline above ${from}.`);
  }
}

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '#kernel/problem.ts';

/** Nothing larger is even opened; each format has its own, smaller limit. */
const largestFile = 128 * 1024 * 1024;

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * The bytes of a file named on the command line; "-" is standard input.
 * @throws Refusal when there is no such file, or it is larger than anything that is read
 */
export async function given(name: string): Promise<GivenFile> {
  return name === '-'
    ? { name: 'standard input', bytes: await standardInput() }
    : { name: path.basename(name), bytes: file(name) };
}

function file(name: string): Uint8Array {
  let handle: number;
  try {
    handle = openSync(name, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    refuse(
      'no-file',
      code === 'ENOENT' ? 'There is no such file.' : `The file cannot be opened (${code ?? 'unknown error'}).`,
      'Check its name and its permissions.',
      { file: name },
    );
  }
  try {
    const found = fstatSync(handle);
    if (found.isDirectory()) refuse('no-file', 'This is a folder.', 'Name the files in it.', { file: name });
    if (found.size > largestFile) tooLarge(name);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function standardInput(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size > largestFile) tooLarge('standard input');
  }
  return Buffer.concat(pieces);
}

function tooLarge(name: string): never {
  refuse('too-large', `The file is larger than ${largestFile / 1024 / 1024} MB.`, 'Split it into several files.', {
    file: name,
  });
}

/** The names given, or a refusal that says how to call the command. */
export function atLeastOne(names: string[], usage: string): string[] {
  if (names.length === 0) refuse('no-file', 'No file was named.', `Call: ${usage}`);
  return names;
}

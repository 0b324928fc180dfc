/**
 * Setting pages: source of the typesetter Typst to PDF, by the compiler for this computer. It is loaded when the first
 * page is set; no file of the computer can be named by a source, and nothing is fetched.
 */
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { refuse } from '#kernel/problem.ts';

/** What is used of the compiler. */
interface Compiler {
  pdf(source: { mainFileContent: string }): Uint8Array;
  evictCache(age: number): void;
}
interface Package {
  NodeCompiler: { create(settings: { workspace: string }): Compiler };
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
};

let compiler: Compiler | null = null;

/** Whether this computer can set pages; the reason where it cannot. */
export function printing(): { available: true } | { available: false; why: string } {
  const ending = packages[`${process.platform}-${process.arch}`];
  if (ending === undefined) {
    return { available: false, why: `there is no typesetter for ${process.platform} on ${process.arch}` };
  }
  const name = `@myriaddreamin/typst-ts-node-compiler-${ending}`;
  try {
    // An empty workspace that is not there: a source can read no file.
    const workspace = path.join(os.tmpdir(), 'throughline-no-such-folder');
    compiler ??= (createRequire(import.meta.url)(name) as Package).NodeCompiler.create({ workspace });
    return { available: true };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'MODULE_NOT_FOUND' ? `the package ${name} is not installed` : `the package ${name} does not start here`;
    return { available: false, why };
  }
}

/** Longest source that is set, in characters: some thousand pages. What sets them cannot be interrupted. */
const longest = 8_000_000;

/**
 * The pages as PDF.
 * @throws Refusal `no-typesetter` where this computer has none; `too-large` for some thousand pages; `cannot-print` where the pages cannot be set
 */
export function printPdf(source: string): Uint8Array {
  const state = printing();
  if (!state.available || compiler === null) {
    refuse(
      'no-typesetter',
      `PDF cannot be made here: ${state.available ? 'the typesetter did not start' : state.why}.`,
      'Run "npm install" without leaving out optional packages, or choose docx or html and print from there.',
    );
  }
  if (source.length > longest) {
    refuse('too-large', 'The document is too long to be set as PDF.', 'Choose docx or html, or divide it.');
  }
  try {
    const pdf = compiler.pdf({ mainFileContent: source });
    compiler.evictCache(0);
    return pdf;
  } catch {
    refuse('cannot-print', 'The pages of this document could not be set.', 'Choose docx or html and print from there.');
  }
}

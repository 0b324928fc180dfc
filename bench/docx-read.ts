/**
 * How long the Word reader takes and how much memory, on generated tracked documents of 1.75 MB and 17.5 MB of XML, and
 * of 5 MB for the memory bar. Each file is read in a process of its own: once cold, then warm. Peers read the same file
 * where they are installed; they do not all read the revisions.
 *
 *   node bench/docx-read.ts            the table
 *   node bench/docx-read.ts FILE…      the same for given files
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mammoth from 'mammoth';
import { readDocx } from '../src/formats/docx/index.ts';
import { plainText } from '../src/formats/document/index.ts';
import { buildDocx, escapeXml, style } from '../src/testing/docx.ts';

const warmRuns = 5;

/** A tracked document of about so many bytes of XML, shaped like a conference contribution. */
function trackedDocument(bytes: number): { file: Uint8Array; revisions: number } {
  const pieces: string[] = [];
  let size = 0;
  let revisions = 0;
  for (let clause = 1; size < bytes; clause++) {
    const by = (id: number): string =>
      `w:id="${id}" w:author="Drafting group ${clause % 7}" w:date="2026-0${1 + (clause % 9)}-01T09:00:00Z"`;
    const words = (text: string, element = 't'): string =>
      `<w:r w:rsidRPr="00${(clause * 7919).toString(16)}"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:${element} xml:space="preserve">${escapeXml(text)}</w:${element}></w:r>`;
    const piece =
      `<w:p w:rsidR="00${(clause * 104_729).toString(16)}" w:rsidRDefault="00B1"><w:pPr><w:pStyle w:val="enumlev1"/></w:pPr>` +
      words(`${clause}\tthat the number of stations in service (${clause * 37}) `) +
      `<w:del ${by(revisions + 1)}>${words('may be reported ', 'delText')}</w:del>` +
      `<w:ins ${by(revisions + 2)}>${words(`shall be reported by ${2020 + (clause % 11)} `)}</w:ins>` +
      `${words('to the conference, together with the measures taken;')}</w:p>`;
    pieces.push(piece);
    size += piece.length;
    revisions += 2;
  }
  return {
    file: buildDocx({ body: pieces.join(''), styles: style('paragraph', 'enumlev1', 'enumlev1') }),
    revisions,
  };
}

interface Measured {
  cold: number;
  warm: number;
  megabytes: number;
  paragraphs: number;
}

/** Runs in the child process: reads the file, prints what it took. */
function measure(file: string): void {
  const bytes = readFileSync(file);
  const time = (): { ms: number; paragraphs: number } => {
    const began = performance.now();
    const document = readDocx(bytes, path.basename(file));
    const ms = performance.now() - began;
    return { ms, paragraphs: plainText(document, 'proposed').split('\n').length - 1 };
  };
  const first = time();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const warm = Array.from({ length: warmRuns }, () => time().ms).sort((a, b) => a - b);
  const measured: Measured = {
    cold: first.ms,
    warm: warm[Math.floor(warmRuns / 2)] ?? 0,
    megabytes,
    paragraphs: first.paragraphs,
  };
  console.log(JSON.stringify(measured));
}

/** Mammoth in a process that has read before, as our own warm figure; it takes no notice of revisions. */
async function mammothWarm(file: string): Promise<number> {
  const path = file;
  await mammoth.extractRawText({ path });
  const times: number[] = [];
  for (let run = 0; run < warmRuns; run++) {
    const began = performance.now();
    await mammoth.extractRawText({ path });
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(warmRuns / 2)] ?? 0;
}

function line(name: string, ms: number, than: number, how: string): void {
  const ratio = (ms / than).toFixed(1);
  console.log(`    ${name.padEnd(26)} ${ms.toFixed(0).padStart(6)} ms ${how}, ${ratio} times as long as ours`);
}

/** @param ours our cold and warm times, by which the ratios are taken: commands against cold, libraries against warm */
async function peers(file: string, folder: string, ours: Measured): Promise<void> {
  line('mammoth, revisions lost', await mammothWarm(file), ours.warm, 'warm');
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const commands: [name: string, program: string, args: string[]][] = [
    ['pandoc, revisions kept', 'pandoc', ['--track-changes=all', '--to=native', '--output=/dev/null', file]],
    ['LibreOffice, to text', 'soffice', [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, file]],
  ];
  for (const [name, program, args] of commands) {
    const began = performance.now();
    try {
      execFileSync(program, args, { stdio: 'ignore', timeout: 120_000 });
      line(name, performance.now() - began, ours.cold, 'as a command');
    } catch {
      console.log(`    ${name.padEnd(26)} not installed, or failed`);
    }
  }
}

function report(label: string, file: string): Measured {
  const output = execFileSync(process.execPath, [import.meta.filename, '--measure', file], { encoding: 'utf8' });
  const measured = JSON.parse(output) as Measured;
  const { cold, warm, megabytes, paragraphs } = measured;
  console.log(label);
  console.log(
    `    ${'throughline'.padEnd(26)} ${warm.toFixed(0).padStart(6)} ms warm, ${cold.toFixed(0)} ms cold, ` +
      `${megabytes.toFixed(0)} MB at most while reading once, ${paragraphs} paragraphs`,
  );
  return measured;
}

async function main(given: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
  try {
    for (const file of given) report(path.basename(file), file);
    if (given.length > 0) return;
    for (const [label, size, withPeers] of [
      ['1×', 1.75e6, true],
      ['memory', 5e6, false],
      ['10×', 17.5e6, false],
    ] as const) {
      const { file, revisions } = trackedDocument(size);
      const place = path.join(folder, `${size}.docx`);
      writeFileSync(place, file);
      const measured = report(`${label}: ${(size / 1e6).toFixed(2)} MB of XML, ${revisions} revisions`, place);
      if (withPeers) await peers(place, folder, measured);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, , first, second = ''] = process.argv;
if (first === '--measure') measure(second);
else await main(process.argv.slice(2));

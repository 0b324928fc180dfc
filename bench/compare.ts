/**
 * How long a comparison by clauses takes, beside jsdiff (word by word over the whole text) and Docxodus (Word file
 * against Word file), on the same pairs: the example resolutions as adopted twice, and a generated pair of 400 clauses.
 * Two races: from texts that are read already (Throughline, jsdiff), and from Word files (Throughline, Docxodus).
 * What each reports is printed too, for they do not tell the same: only the first knows clauses and renumbering.
 *
 *   node bench/compare.ts
 */
import { diffWords } from 'diff';
import { docxDiffGetRevisions, initialize } from 'docxodus/core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../src/formats/document/index.ts';
import { readDocx } from '../src/formats/docx/index.ts';
import type { LegalText } from '../src/kernel/reading/index.ts';
import { readFile } from '../src/modules/intake/index.ts';
import { compareTexts, sideOfText, summaryInWords, textsOf } from '../src/modules/texts/index.ts';
import { buildDocx, escapeXml, style } from '../src/testing/docx.ts';

const warmRuns = 7;

const verbs = ['considering', 'recognizing', 'noting', 'resolves'];
const things = 'cables reefs charts islands masts stations ports ships lamps storms'.split(' ');
const acts = 'survey map repair finance publish lend inspect connect paint count'.split(' ');

/** A resolution of 400 clauses in 20 sections; the second version adds, deletes and rewords some, and renumbers the rest. */
function generated(version: 'from' | 'to'): Uint8Array {
  const lines: [style: string, text: string][] = [
    ['ResNo', `RESOLUTION 40 (Rev. ${version === 'from' ? 'Suva, 2021' : 'Apia, 2025'})`],
    ['Restitle', 'Cables and reefs'],
    ['Normalaftertitle', 'The Plenipotentiary Assembly of the Oceanic Communications Union,'],
  ];
  for (let section = 0; section < 20; section++) {
    lines.push(['Call', verbs[section] ?? `instructs the Director of Bureau ${section}`]);
    let label = 0;
    const add = (words: string): number => lines.push(['enumlev1', `${++label}\t${words}`]);
    for (let clause = section * 20; clause < section * 20 + 20; clause++) {
      const words = (every: string): string =>
        `to ${acts[clause % 10]} the ${things[(clause * 7) % 10]} of district ${clause} ${every}, together with the ${things[(clause * 3 + section) % 10]} that belong to administration ${clause % 37}, and to report what was found;`;
      if (version === 'to' && clause % 25 === 24) continue;
      add(words(version === 'to' && clause % 10 === 3 ? 'each year' : 'every two years'));
      if (version === 'to' && clause % 20 === 7) add(`to invite the members of group ${clause} to say what they need;`);
    }
  }
  const styles = [...new Set(lines.map(([name]) => name))].map((name) => style('paragraph', name, name)).join('');
  const body = lines.map(
    ([name, text]) =>
      `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr>${text
        .split('\t')
        .map((words) => `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`)
        .join('<w:r><w:tab/></w:r>')}</w:p>`,
  );
  return buildDocx({ body: body.join(''), styles });
}

async function textIn(bytes: Uint8Array, name: string): Promise<LegalText> {
  const { record } = await readFile(bytes, name);
  const [found] = record !== null && ('proposals' in record || 'footnotes' in record) ? textsOf(record) : [];
  if (found === undefined || found.text === null) throw new Error(`no text was found in ${name}`);
  return sideOfText(found.text, 'proposed');
}

/** The middle of several runs once the program is warm, in milliseconds. */
async function timed(run: () => unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < warmRuns; round++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(warmRuns / 2)] ?? 0;
}

function line(name: string, ms: number, against: number, found: string): void {
  const ratio = ms === against ? '' : `${(ms / against).toFixed(1)}×`;
  console.log(`    ${name.padEnd(34)} ${ms.toFixed(1).padStart(8)} ms ${ratio.padStart(8)}   ${found}`);
}

async function race(label: string, from: Uint8Array, to: Uint8Array): Promise<void> {
  const [one, other] = [await textIn(from, 'from.docx'), await textIn(to, 'to.docx')];
  const [words, otherWords] = [from, to].map((bytes) => plainText(readDocx(bytes, 'bench.docx'), 'proposed'));
  if (words === undefined || otherWords === undefined) return;
  console.log(`${label}: ${words.length} and ${otherWords.length} characters`);

  const ours = await timed(() => compareTexts(one, other));
  line('throughline, texts', ours, ours, summaryInWords(compareTexts(one, other)));
  const changes = (): number => diffWords(words, otherWords).filter(({ added, removed }) => added || removed).length;
  line('jsdiff, words of the whole text', await timed(changes), ours, `${changes()} stretches of words`);

  const whole = async (): Promise<unknown> =>
    compareTexts(await textIn(from, 'from.docx'), await textIn(to, 'to.docx'));
  const read = await timed(whole);
  line('throughline, from Word files', read, read, 'the same');
  const revisions = (): Promise<unknown[]> => docxDiffGetRevisions(from, to);
  line('docxodus, from Word files', await timed(revisions), read, `${(await revisions()).length} revisions`);
}

await initialize();
const folder = path.resolve(import.meta.dirname, '../examples/files');
for (const number of [4, 9]) {
  const [from, to] = ['Suva, 2021', 'Apia, 2025'].map((revision) =>
    readFileSync(path.join(folder, `Resolution ${number} (Rev. ${revision}).docx`)),
  );
  if (from !== undefined && to !== undefined) await race(`Resolution ${number}, Suva and Apia`, from, to);
}
await race('generated, 400 clauses', generated('from'), generated('to'));

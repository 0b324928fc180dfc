/** The command line as a script uses it: what stands on standard output, what beside it, and the exit codes. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Citation, Reading } from '#kernel/reading/index.ts';
import { useDatabase } from '../../src/testing/database.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = (name: string): string => path.join(root, 'examples/files', name);
const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-cli-'));
const data = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  code: number | null;
  out: string;
  beside: string;
}

/** Runs a command with a data folder of its own; `register` also gives it the database of this test file. */
async function throughline(args: string[], { input = '', register = false } = {}): Promise<Said> {
  const { host, port, user, password } = inject('server');
  const url = `postgresql://${user}:${password}@/${database.name}?host=${encodeURIComponent(host)}&port=${port}`;
  const child = spawn(path.join(root, 'bin/throughline'), args, {
    cwd: folder,
    env: { ...process.env, THROUGHLINE_DATA: data, ...(register ? { DATABASE_URL: url } : {}) },
  });
  const said: Said = { code: null, out: '', beside: '' };
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said.out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (said.beside += piece));
  child.stdin.on('error', () => undefined).end(input);
  said.code = await new Promise((resolve) => child.once('close', resolve));
  return said;
}

const jsonLines = <T>(out: string): T[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

describe('help', () => {
  test('names every command, and each command tells more', async () => {
    const { code, out } = await throughline([]);
    expect(code).toBe(0);
    const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
    expect(names.slice(0, 4)).toEqual(['read', 'text', 'citations', 'compare']);
    for (const name of ['convert', 'import', 'search', 'export', 'serve', 'doctor']) expect(names).toContain(name);
    for (const name of names) {
      const told = await throughline(['help', name]);
      expect(told.out).toContain(`throughline ${name}`);
      expect(told.out).toContain('Exit codes:');
    }
  });

  test.each([
    [['fly'], 'there is no command "fly"'],
    [['constructor'], 'there is no command "constructor"'],
    [['read'], 'throughline read FILE…'],
    [['read', '--wings', 'x'], '--wings'],
    [['read', '--kind', 'poem', 'x'], 'There is no kind "poem"'],
    [['import', '--visibility', 'cats', 'x'], '"cats" is nobody'],
  ])('%j is refused with code 2 and says why beside the results', async (args, why) => {
    const { code, out, beside } = await throughline(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(beside).toContain(why);
  });
});

describe('read', () => {
  test('gives one reading a file, in the order given, and goes on after a refusal', async () => {
    const files = [
      example('Circular on parking.docx'),
      path.join(folder, 'absent.docx'),
      example('NIC-12A1 contribution.docx'),
    ];
    const { code, out, beside } = await throughline(['read', '--json', ...files]);
    const readings = jsonLines<Reading>(out);
    expect(code).toBe(2);
    expect(readings.map(({ kind, source }) => [source.name, kind])).toEqual([
      ['Circular on parking.docx', 'unknown'],
      ['NIC-12A1 contribution.docx', 'proposals'],
    ]);
    expect(beside).toContain('absent.docx: There is no such file.');
  });

  test('reads standard input, and the kind can be named', async () => {
    const words =
      'Work plan of the Tide Board 2027-2029\n\nObjective 1: To keep the gauges in service\n1.1\tInspect each gauge;\n';
    const { code, out } = await throughline(['read', '--json', '--kind', 'plan', '-'], { input: words });
    const [reading] = jsonLines<Reading>(out);
    expect(code).toBe(0);
    expect(reading?.kind).toBe('plan');
    expect(reading?.source).toMatchObject({ media: 'text', bytes: Buffer.byteLength(words) });
  });

  test('tells people in words what was understood', async () => {
    const { code, out } = await throughline(['read', example('NIC-12A1 contribution.docx')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^NIC-12A1 contribution\.docx\n {2}proposals \(docx, \d+ KB\)\n +6 {2}proposals\n/);
  });

  test('reads a copy without marks with its base text, and says so; an adopted text alone is refused', async () => {
    const copy = example('NIC-12A1 flattened copy.txt');
    const [base, adopted] = ['Suva, 2021', 'Apia, 2025'].map((of) => example(`Resolution 4 (Rev. ${of}).docx`));
    const read = await throughline(['read', '--json', copy, '--base', base ?? '', '--adopted', adopted ?? '']);
    const [reading] = jsonLines<Reading>(read.out);
    expect(reading?.findings.filter(({ rule }) => rule === 'read-with-base')).toHaveLength(1);
    expect(read.out).not.toContain('"evidence"');
    const alone = await throughline(['read', copy, '--adopted', adopted ?? '']);
    expect([alone.code, alone.beside]).toEqual([2, expect.stringContaining('--base')]);
  });

  test('writes nothing', async () => {
    await throughline(['read', example('NIC-12A1 contribution.docx')]);
    await throughline(['text', example('NIC-12A1 contribution.docx')]);
    await throughline(['citations', example('NIC-12A1 contribution.docx')]);
    expect(existsSync(data)).toBe(false);
  });
});

describe('text', () => {
  test('gives both sides of tracked changes', async () => {
    const name = example('NIC-12A1 contribution.docx');
    const [base, proposed] = await Promise.all([
      throughline(['text', '--base', name]),
      throughline(['text', '--proposed', name]),
    ]);
    expect(base.out).toMatch(/^RESOLUTION\s4 \(Rev\.\sSuva, 2021\)$/m);
    expect(proposed.out).toMatch(/^RESOLUTION\s4 \(Rev\.\sApia, 2025\)$/m);
    expect(base.out).not.toMatch(/Rev\.\sApia, 2025/);
    expect([base.code, proposed.code]).toEqual([0, 0]);
  });

  test('cannot give both at once', async () => {
    expect((await throughline(['text', '--base', '--proposed', 'x'])).code).toBe(2);
  });
});

describe('compare', () => {
  const [suva, apia] = ['Suva, 2021', 'Apia, 2025'].map((revision) => example(`Resolution 9 (Rev. ${revision}).docx`));
  const nic = example('NIC-12A1 contribution.docx');

  test('tells what differs, with 1 where anything does and 0 where nothing does', async () => {
    const [differing, same] = await Promise.all([
      throughline(['compare', '--only-changes', suva ?? '', apia ?? '']),
      throughline(['compare', `${nic}#base`, suva ?? '']),
    ]);
    expect([differing.code, same.code]).toEqual([1, 0]);
    expect(differing.out).toContain('reaches [-three-]{+five+} times');
    expect(differing.out).not.toContain('to keep a roster of teachers');
    expect(same.out).toContain('\nno difference.\n');
    expect(same.beside).toContain('Not compared: Resolution 4 (Rev. Suva, 2021), in NIC-12A1 contribution.docx only');
  });

  test('compares both sides of one file, each text, and gives every clause as data', async () => {
    const { code, out } = await throughline(['compare', '--json', '--text', 'NIC/12A1/4', nic]);
    const { texts } = JSON.parse(out) as {
      texts: {
        text: string;
        inWords: string;
        sections: { clauses: { status: string; movedFrom: string | null }[] }[];
      }[];
    };
    expect(code).toBe(1);
    expect(texts.map(({ text }) => text)).toEqual(['Resolution 12']);
    const clauses = texts[0]?.sections.flatMap((section) => section.clauses) ?? [];
    expect(clauses.filter(({ status }) => status === 'moved').map(({ movedFrom }) => movedFrom)).toEqual(['noting c)']);
  });

  test.each([
    [['compare'], 'One file or two are needed'],
    [['compare', suva ?? '', path.join(folder, 'absent.docx')], 'There is no such file'],
    [['compare', suva ?? '', example('Circular on parking.docx')], 'holds no resolution, decision or proposal'],
    [
      ['compare', nic, example('SSF-15A1 contribution.docx'), '--text', 'Resolution 99'],
      'There is no text "Resolution 99"',
    ],
  ])('%j is refused with code 2', async (args, why) => {
    const { code, out, beside } = await throughline(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(beside).toContain(why);
  });
});

test('citations are one array, each with its line', async () => {
  const { out } = await throughline(['citations', '--json', example('SSF-15A1 contribution.docx')]);
  expect(JSON.parse(out) as Citation[]).toContainEqual({
    line: 18,
    text: 'Resolution 4 (Rev. Suva, 2021)',
    kind: 'resolution',
    body: null,
    number: '4',
    revision: { place: 'Suva', year: 2021, revised: true },
    superseded: null,
  });
});

describe('the register', () => {
  test('import, search, export and doctor', async () => {
    const plan = example('OCU strategic plan 2026-2029 draft.docx');
    const [first] = jsonLines<{ state: string; address: string }>(
      (await throughline(['import', '--json', plan], { register: true })).out,
    );
    expect(first?.state).toBe('open');
    const accepted = await throughline(['import', '--accept', '--visibility', 'public', plan], { register: true });
    expect(accepted).toMatchObject({ code: 0, out: expect.stringMatching(/: plan, accepted: \/plans\//) as string });
    expect((await throughline(['import', plan], { register: true })).out).toContain('already in the register');

    const found = await throughline(['search', '--json', 'strategic', 'plan'], { register: true });
    const { hits } = JSON.parse(found.out) as { hits: { kind: string; title: string }[] };
    expect(hits.map(({ kind }) => kind)).toContain('plan');

    const into = path.join(folder, 'out.jsonl');
    expect((await throughline(['export', '-o', into], { register: true })).code).toBe(0);
    expect(jsonLines<{ kind: string }>(readFileSync(into, 'utf8')).map(({ kind }) => kind)).toContain('plan');

    const sound = await throughline(['doctor', '--json'], { register: true });
    expect(sound.code).toBe(0);
  });

  test('doctor finds an original that was changed on the disk', async () => {
    const name = path.join(folder, 'note.txt');
    writeFileSync(name, 'A note on tides.\n');
    await throughline(['import', name], { register: true });
    const { out } = await throughline(['read', '--json', name]);
    const sha256 = jsonLines<Reading>(out)[0]?.source.sha256 ?? '';
    const kept = path.join(data, 'files', sha256.slice(0, 2), sha256);
    expect(existsSync(kept)).toBe(true);
    writeFileSync(kept, 'A note on ties.\n');
    const sick = await throughline(['doctor'], { register: true });
    expect(sick.code).toBe(1);
    expect(sick.out).toContain(sha256);
  });
});

describe('fate', () => {
  const files = [
    'NIC-12A1 contribution.docx',
    'Resolution 4 (Rev. Suva, 2021).docx',
    'Resolution 4 (Rev. Apia, 2025).docx',
  ].map(example);

  test('tells what became of proposals, from files alone', async () => {
    const { code, out, beside } = await throughline(['fate', ...files]);
    expect(code).toBe(0);
    expect(out).toContain(
      'NIC/12A1/2  MOD Resolution 4 → Resolution 4 (Rev. Apia, 2025)\n    adopted in part. Of 13 changes, 6 adopted',
    );
    expect(beside).toBe('6 proposals: 5 not known, 1 adopted in part.\n');
  });

  test('as JSON with every change; what is not in a complete collection was not adopted', async () => {
    const { out } = await throughline(['fate', ...files, '--json', '--complete']);
    const said = JSON.parse(out) as { reference: string; fate: string; changes: { place: string; fate: string }[] }[];
    expect(said.map(({ fate }) => fate)).toEqual([
      'adopted',
      'adopted-in-part',
      'not-adopted',
      'not-adopted',
      'not-adopted',
      'not-adopted',
    ]);
    expect(said[1]?.changes.find(({ place }) => place === 'resolves 2')?.fate).toBe('adopted');
  });

  test('refuses a first file without proposals, and a single file', async () => {
    const [first = '', ...others] = files;
    expect(await throughline(['fate', ...others])).toMatchObject({ code: 2, out: '' });
    expect((await throughline(['fate', first])).beside).toContain('Two files or more are needed.');
  });
});

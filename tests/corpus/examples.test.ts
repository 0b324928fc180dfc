/**
 * The example documents: made by a script, read like everything else. Figures are those that examples/README.md states.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { examples, manifest } from '../../examples/make.ts';
import type {
  AssistancePlan,
  LegalText,
  MeetingRecord,
  MissionApplication,
  MissionCallRecord,
  PlanRecord,
} from '#kernel/reading/index.ts';
import { clausesOf, printed, readExamples, type ReadExample } from './example-readings.ts';

const folder = path.resolve('examples/files');
let read: ReadExample[];
const named = (start: string): ReadExample => read.find(({ file }) => file.startsWith(start))!;
const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const rules = (example: ReadExample): string[] => example.findings.map(({ rule }) => rule);

beforeAll(async () => {
  read = await readExamples();
});

describe('the files', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each(['UTC', 'Pacific/Apia', 'America/St_Johns'])('are what the script makes, made in %s', (place) => {
    process.env['TZ'] = place;
    const made = examples();
    expect(readdirSync(folder).toSorted()).toEqual([...made.map(({ file }) => file), 'manifest.json'].toSorted());
    for (const { file, bytes } of made) {
      expect(Buffer.compare(bytes, readFileSync(path.join(folder, file))), file).toBe(0);
    }
    expect(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).toBe(manifest(made));
  });

  test('the manifest leaves the flattened copy and the circular open', () => {
    const list = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>[];
    expect(list).toHaveLength(16);
    expect(list.filter((entry) => entry['leaveOpen'] === true).map((entry) => entry['file'])).toEqual([
      'NIC-12A1 flattened copy.txt',
      'Circular on parking.docx',
    ]);
  });
});

describe('every file', () => {
  test('is of its kind', () => {
    expect(Object.fromEntries(read.map(({ file, kind }) => [file, kind]))).toEqual({
      'Resolution 4 (Rev. Suva, 2021).docx': 'instrument',
      'Resolution 9 (Rev. Suva, 2021).docx': 'instrument',
      'Resolution 12 (Suva, 2021).docx': 'instrument',
      'Resolution 17 (Suva, 2021).docx': 'instrument',
      'Resolution 4 (Rev. Apia, 2025).docx': 'instrument',
      'Resolution 9 (Rev. Apia, 2025).docx': 'instrument',
      'NIC-12A1 contribution.docx': 'proposals',
      'SSF-15A1 contribution.docx': 'proposals',
      'OCU strategic plan 2026-2029 draft.docx': 'plan',
      'BD action plan objective 2.docx': 'plan',
      'Expert missions 2026 call.docx': 'mission-call',
      'Application retyped by hand.docx': 'mission-application',
      'Assistance plan filled.docx': 'assistance-plan',
      'Interagency meeting 12 report.docx': 'meeting-report',
      'NIC-12A1 flattened copy.txt': 'proposals',
      'Circular on parking.docx': 'unknown',
    });
    expect(read.filter((example) => rules(example).includes('kind-doubtful'))).toEqual([]);
  });

  test('has each of its lines placed or listed, and no remark of the reader', () => {
    for (const { file, lines, unplaced, document } of read) {
      const filled = printed(document)
        .split('\n')
        .filter((line) => line.trim() !== '').length;
      expect([file, lines.total]).toEqual([file, filled]);
      expect([file, lines.placed + unplaced.length]).toEqual([file, lines.total]);
      expect([file, document.remarks]).toEqual([file, []]);
    }
  });
});

describe('texts that stand alone', () => {
  test('are read whole, without a finding', () => {
    const texts = read.filter(({ kind }) => kind === 'instrument');
    const shapes = texts.map((example) => {
      const text = example.record as LegalText;
      const sections = text.sections.map((section) => section.kind);
      return [
        text.heading,
        sections.filter((kind) => kind === 'preamble').length,
        sections.filter((kind) => kind === 'operative').length,
        clausesOf(text).length,
        text.annexes.length,
        text.footnotes.length,
        example.unplaced.length,
        example.findings.length,
      ];
    });
    expect(shapes).toEqual([
      ['RESOLUTION 4 (Rev. Suva, 2021)', 5, 7, 43, 0, 1, 0, 0],
      ['RESOLUTION 9 (Rev. Suva, 2021)', 4, 6, 28, 1, 1, 0, 0],
      ['RESOLUTION 12 (Suva, 2021)', 5, 6, 32, 0, 0, 0, 0],
      ['RESOLUTION 17 (Suva, 2021)', 4, 6, 27, 0, 0, 0, 0],
      ['RESOLUTION 4 (Rev. Apia, 2025)', 5, 7, 46, 0, 1, 0, 0],
      ['RESOLUTION 9 (Rev. Apia, 2025)', 4, 6, 29, 1, 0, 0, 0],
    ]);
  });

  test('labels follow the house: letters, numbers, decimals, none for a clause alone', () => {
    const labels = clausesOf(named('Resolution 12 (Suva').record as LegalText).map(({ place }) => place);
    expect(labels).toContain('noting c)');
    expect(labels).toContain('resolves 3.2');
    expect(labels).toContain('instructs the Secretary-General');
  });
});

describe('plans', () => {
  test('the strategic plan: levels, indicators, risks, links, empty chapters', () => {
    const plan = named('OCU strategic plan').record as PlanRecord;
    expect([plan.title, plan.period]).toEqual([
      'Strategic Plan of the Oceanic Communications Union for 2026–2029',
      { from: 2026, to: 2029 },
    ]);
    expect(tally(plan.nodes.map(({ level }) => level))).toEqual({ pillar: 4, objective: 9, action: 33, outcome: 9 });
    expect(plan.nodes.find(({ id }) => id === 'action:b.2.4')).toMatchObject({ parent: 'objective:b.2' });
    expect(plan.nodes.find(({ id }) => id === 'outcome:d2')).toMatchObject({ parent: 'objective:d.2' });
    expect(plan.indicators).toHaveLength(11);
    expect(plan.indicators.map(({ of }) => of).filter((of) => of === 'objective:a.1')).toHaveLength(2);
    expect(plan.indicators[6]).toMatchObject({
      text: 'Persons who completed a course in the year',
      target: { value: 1200, by: 2029, baselineYear: 2024 },
    });
    expect(plan.risks.map(({ statements, measures }) => [statements.length, measures.length])).toEqual([
      [2, 3],
      [1, 2],
      [2, 2],
      [1, 2],
    ]);
    expect(plan.risks[1]?.measures.map(({ kind }) => kind)).toEqual(['limitation', 'acceptance']);
    expect(tally(plan.alignments.map(({ from, to }) => `${from} ${to.scheme}`))).toEqual({
      'pillar:a sdg-target': 5,
      'pillar:a wsis': 2,
      'pillar:b sdg-target': 3,
      'pillar:b wsis': 3,
      'pillar:c sdg-target': 3,
      'pillar:c wsis': 2,
      'pillar:d sdg-target': 3,
      'pillar:d wsis': 2,
    });
    expect(plan.emptyChapters.map(({ expects }) => expects)).toEqual([
      'timeline',
      'financing',
      'allocation',
      'reporting',
      'impact',
    ]);
  });

  test('the action plan: results, areas of work, references, empty tables', () => {
    const example = named('BD action plan');
    const plan = example.record as PlanRecord;
    expect(tally(plan.nodes.map(({ level }) => level))).toEqual({
      objective: 1,
      outcome: 2,
      output: 2,
      programme: 2,
      area: 7,
      activity: 19,
    });
    expect(tally(plan.indicators.map(({ of }) => of))).toEqual({ 'outcome:2.1': 3, 'outcome:2.2': 3 });
    const links = plan.alignments.map(({ from, to }) => `${from} ${to.scheme} ${to.code}`);
    expect(links).toContain('output:2.1 resolution 12');
    expect(links).toContain('outcome:2.2 wsis C7');
    expect(links).toContain('output:2.1 sdg-target 11.b');
    expect(links).toHaveLength(36);
    expect(tally(plan.emptyChapters.map(({ expects }) => expects))).toEqual({ regional: 8, questions: 2 });
    expect(rules(example).filter((rule) => rule === 'plan-statement-differs')).toHaveLength(2);
  });
});

describe('missions', () => {
  test('the call: letter, summary, five requests with seven answers each and ticked outcomes', () => {
    const example = named('Expert missions');
    const call = example.record as MissionCallRecord;
    expect([call.programme, call.year]).toEqual(['OCU Expert Mission', 2026]);
    expect(call.letter).toMatchObject({
      reference: 'OCU/BD-6.2/2026/EM-Invitation',
      date: '2026-02-16',
      deadline: '2026-03-31',
      signatory: 'Salote Vainikolo',
    });
    expect(call.summary.map(({ number, country }) => `${number} ${country}`)).toEqual([
      '1 Fiji',
      '2 Fiji',
      '3 Samoa',
      '4 Tonga',
      '5 Republic of Talava',
    ]);
    expect(call.applications.map(({ country }) => country.iso2)).toEqual(['FJ', 'FJ', 'WS', 'TO', null]);
    for (const { answers, expectedOutcomes } of call.applications) {
      const all = Object.values(answers);
      expect(all.map(({ numberPrinted }) => numberPrinted)).toEqual(['1)', '2)', '3)', '4)', '5)', '6)', '7)']);
      expect(all.every(({ text }) => text.length > 0)).toBe(true);
      expect(expectedOutcomes.state).toBe('given');
    }
    expect(call.applications.map(({ expectedOutcomes }) => expectedOutcomes.codes)).toEqual([
      ['analysis_report', 'drafting_regulations'],
      ['training', 'analysis_report', 'systems'],
      ['awareness', 'analysis_report', 'policy_design'],
      ['drafting_regulations'],
      ['training', 'others'],
    ]);
    expect(call.assistancePlanForm?.fields).toHaveLength(8);
    expect(rules(example).toSorted()).toEqual([
      'applicants-linked',
      'country-unknown',
      'earlier-work',
      'summary-title-differs',
      'timeline-no-date',
      'timeline-right-after-deadline',
    ]);
  });

  test('the fields of the form are content controls with tags', () => {
    const { document } = named('Expert missions');
    const tags = tally(document.controls.map(({ tag }) => tag ?? ''));
    expect(tags['ocu-mission/1/policy_issue']).toBe(5);
    expect(tags['ocu-mission/1/country']).toBe(5);
    expect(Object.keys(tags)).toHaveLength(16);
    expect(document.controls.filter(({ kind }) => kind === 'checkbox')).toHaveLength(35);
    expect(document.controls.filter(({ checked }) => checked === true)).toHaveLength(11);
  });

  test('the request typed anew: no controls, other numbers, another order, ticks as x', () => {
    const example = named('Application retyped');
    const { country, answers, expectedOutcomes, timeline } = example.record as MissionApplication;
    expect(example.document.controls).toEqual([]);
    expect(country).toEqual({ printed: 'Solomon Islands', iso2: 'SB' });
    expect(Object.values(answers).map(({ numberPrinted }) => numberPrinted)).toEqual([
      '1.',
      '3.',
      '4.',
      '2.',
      '6.',
      '7.',
      '8.',
    ]);
    expect(answers.policy_situation.text[0]).toMatch(/^The National Network Policy of 2022/);
    expect(expectedOutcomes).toEqual({ state: 'given', codes: ['awareness', 'policy_design'], candidate: null });
    expect(timeline.map(({ from }) => from)).toEqual(['2026-09', '2026-10']);
    expect(rules(example)).toEqual(['numbering-irregular']);
  });

  test('the offer: cost lines with payers, and a blank that means something', () => {
    const plan = named('Assistance plan').record as AssistancePlan;
    expect(plan.costs.map(({ category, amount, payers }) => [category, amount?.value, payers[0]?.who])).toEqual([
      ['travel', '3400', 'offerer'],
      ['travel', '4160', 'offerer'],
      ['fee', '16000', 'offerer'],
      ['documentation', '900', 'offerer'],
      ['logistics', '1800', 'beneficiary'],
    ]);
    expect(plan.requestedFromOrganiser).toEqual({ state: 'blank', items: [] });
    expect(plan.experts.map(({ name }) => name)).toEqual(['Dr Elenoa Rarotu', 'Mr Henrik Aalto']);
  });
});

describe('the meeting', () => {
  test('outcomes, reports, participants, programme, next meeting', () => {
    const example = named('Interagency meeting');
    const meeting = example.record as MeetingRecord;
    expect([meeting.series, meeting.number, meeting.date]).toEqual([
      'Interagency Group on Digital Islands (IGDI)',
      12,
      '2026-04-22',
    ]);
    expect(meeting.organisations.map(({ key }) => key).toSorted()).toEqual([
      'IDF',
      'MSAI',
      'OCU',
      'OHN',
      'OSC',
      'RWO',
      'UIU',
      'WIT',
    ]);
    expect(meeting.participants).toHaveLength(14);
    expect(meeting.participants.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(18);
    expect(meeting.participants.filter(({ online }) => online).map(({ name }) => name)).toEqual(['Hina Matautia']);
    expect(meeting.outcomes.map(({ kind }) => kind)).toEqual([
      'fact',
      'view',
      'consideration',
      'announcement',
      'problem',
      'agreement',
      'offer',
    ]);
    expect(meeting.activities).toHaveLength(23);
    expect(meeting.activities.filter(({ isActivity }) => !isActivity).map(({ key }) => key)).toEqual([
      'OCU.e',
      'RWO.d',
      'IDF.c',
      'UIU.b',
      'OSC.b',
    ]);
    expect(meeting.activities.find(({ key }) => key === 'MSAI.a')?.countries).toEqual(['KI', 'TV', 'NR']);
    expect(meeting.agenda.map(({ start }) => start)).toEqual([
      '08:30',
      '09:00',
      '09:20',
      '10:30',
      '10:45',
      '12:00',
      '12:40',
    ]);
    expect(meeting.next).toEqual({ number: 13, year: 2027, host: 'RWO' });
    expect(rules(example)).toEqual(['organisation-without-report']);
  });

  test('no address and no number of any file is in its reading', () => {
    const address = /[\w.-]+@[\w.-]+\.\w+|\+67\d[\d ]{6,}|\+685[\d ]{6,}/g;
    const found = read.flatMap(({ document }) => printed(document).match(address) ?? []);
    expect(new Set(found).size).toBe(23);
    expect(found.every((one) => !one.includes('@') || /@example\.(?:org|net|int)$/.test(one))).toBe(true);
    for (const { record, unplaced, findings } of read) {
      const told = JSON.stringify([record, unplaced, findings]);
      expect(found.filter((one) => told.includes(one.trim()))).toEqual([]);
    }
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold, isBlank, linesOf } from '#formats/document/index.ts';
import { readText } from '#formats/text/reader.ts';
import { ProposalsRecord, type Clause, type Proposal, type Section } from '#kernel/reading/index.ts';
import { findCitations, proposalsRecogniser } from '#modules/texts/index.ts';

const file = '../shared/sources/003_e6762f12f0311554.txt';
const isThere = existsSync(file);

function allOf(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [clause, ...allOf(clause.children)]);
}

describe.skipIf(!isThere)('the 25 real proposals (skipped where ../shared is absent)', () => {
  const document = readText(isThere ? readFileSync(file, 'utf8') : 'absent', '003.txt');
  const lines = linesOf(document);
  const { record, placed, findings } = proposalsRecogniser.recognise({ document, lines });
  const proposal = (serial: number): Proposal => record.proposals.find((one) => one.serial === serial)!;
  /** Bodies other than the plan in proposal 9. */
  const sections: Section[] = record.proposals
    .filter((one) => one.serial !== 9)
    .flatMap((one) => one.text?.sections ?? []);

  test('is a contribution by the schema of the contract', () => {
    expect(proposalsRecogniser.suits({ document, lines }).score).toBe(1);
    expect(ProposalsRecord.safeParse(record).error).toBeUndefined();
    expect(record.document).toEqual({ proponent: 'ACP', number: 64, addendum: 1 });
  });

  test('holds 25 proposals: 2 NOC, 21 MOD, 1 SUP, 1 ADD', () => {
    expect(record.proposals.map((one) => one.serial)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    const actions = Object.groupBy(record.proposals, (one) => one.action);
    expect(Object.entries(actions).map(([action, list]) => `${action} ${list.length}`)).toEqual([
      'NOC 2',
      'MOD 21',
      'SUP 1',
      'ADD 1',
    ]);
    expect(record.proposals.flatMap((one) => one.externalId ?? [])).toEqual(['48507']);
  });

  test('holds 24 summaries and bookmarks, 25 introductions (17 under a heading), 3 reasons', () => {
    const has = (part: keyof Proposal['parts']): number[] =>
      record.proposals.flatMap((one) => (one.parts[part] === null ? [] : [one.serial]));
    expect(has('summary')).toHaveLength(24);
    expect(has('summary')).not.toContain(17);
    expect(record.proposals.filter((one) => one.bookmark === null).map((one) => one.serial)).toEqual([17]);
    expect(has('introduction')).toHaveLength(25);
    const headed = record.proposals.filter((one) => {
      const first = one.parts.introduction?.[0];
      return /^\s*introduction\s*$/i.test(lines.find((line) => line.number === first)?.text ?? '');
    });
    expect(headed).toHaveLength(17);
    expect(has('reasons')).toEqual([1, 2, 20]);
    expect(has('proposal')).toHaveLength(25);
  });

  test('holds 246 headings and 1,071 clauses, 1,160 in all levels, 3 annexes', () => {
    expect(sections.filter((one) => one.kind === 'preamble')).toHaveLength(117);
    expect(sections.filter((one) => one.kind === 'operative')).toHaveLength(129);
    expect(sections.flatMap((one) => one.clauses)).toHaveLength(1071);
    expect(sections.flatMap((one) => allOf(one.clauses))).toHaveLength(1160);
    expect(record.proposals.flatMap((one) => (one.text?.annexes ?? []).map(() => one.serial))).toEqual([4, 6, 6, 9]);
  });

  test('holds 39 footnotes, 24 of them in the bodies', () => {
    expect(document.notes).toHaveLength(39);
    const inBodies = record.proposals.filter((one) => one.serial !== 9).flatMap((one) => one.text?.footnotes ?? []);
    expect(inBodies).toHaveLength(24);
  });

  test('names targets, titles and both revisions', () => {
    expect(record.proposals.map((one) => one.target.number)).toEqual([
      null, null, 11, 25, 30, 48, 70, 71, 71, 101, 102, 123, 130, 131, 135, 139, 140, 177, 179, 185, 186, 197, 200, 203, 'ACP-1',
    ]); // prettier-ignore
    expect(proposal(9).target.part).toBe('Annex 1');
    expect(proposal(8).title).toEqual({
      before: 'Strategic plan for the Union for 2016-2019',
      after: 'Strategic plan for the Union for 2020-2023',
    });
    const modified = record.proposals.filter((one) => one.action === 'MOD');
    expect(modified.every((one) => one.revision.before?.place === 'Busan' && one.revision.before.year === 2014)).toBe(
      true,
    );
    expect(modified.every((one) => one.revision.after?.place === 'Dubai' && one.revision.after.year === 2018)).toBe(
      true,
    );
    expect(proposal(20).revision.after).toBeNull();
  });

  test('places every line but rows of stars and the stray chart', () => {
    const left = lines.filter((line) => !isBlank(line.text) && !placed.has(line.number));
    expect(left.filter((line) => line.text.startsWith('* * *'))).toHaveLength(24);
    expect(left.filter((line) => !line.text.startsWith('* * *')).map((line) => line.number)).toEqual([2802, 2804]);
  });

  test('splits the flattened labels of its most edited list', () => {
    const resolves = proposal(4).text?.sections.find((one) => one.line === 190)?.clauses ?? [];
    expect(resolves.map((one) => `${one.label.before ?? '-'}>${one.label.after ?? '-'}`)).toEqual([
      '1>-', '2>1', '3>2', '4>3', '5>4', '6>5', '7>6', '8>-', '9>7', '10>8', '11>9', '12>10', '->11', '13>-',
    ]); // prettier-ignore
  });

  test('shows each clause in both texts as its runs say', () => {
    for (const clause of record.proposals.flatMap((one) =>
      (one.text?.sections ?? []).flatMap((section) => allOf(section.clauses)),
    )) {
      const side = (out: 'inserted' | 'deleted'): string =>
        fold(clause.runs.map((run) => (run.change === out ? '' : run.text)).join(''));
      if (clause.before !== null) expect(side('inserted')).toBe(clause.before);
      if (clause.after !== null) expect(side('deleted')).toBe(clause.after);
    }
  });

  test('reports what the authors would want to know', () => {
    const rules = Object.groupBy(findings, (one) => one.rule);
    expect(rules['revision-name-unlikely']?.map((one) => one.lines)).toEqual([[250, 250]]);
    expect(rules['place-spelling']?.map((one) => one.lines?.[0])).toEqual([1925, 2735]);
    expect(rules['missing-summary']?.map((one) => one.lines?.[0])).toEqual([2174]);
    expect(rules['orphan-tail']?.map((one) => one.lines)).toEqual([[2802, 2804]]);
    expect(rules['missing-reasons']).toBeUndefined();
  });

  test('finds its citations, flattened ones with both revisions', () => {
    const citations = findCitations(lines.filter((line) => !isBlank(line.text)));
    const at = (line: number): string[] =>
      citations
        .filter((one) => one.line === line)
        .map(({ text, body, number, revision, superseded }) =>
          [text, body, number, revision?.year, superseded?.year]
            .filter((part) => part !== undefined && part !== null)
            .join(' | '),
        );
    expect(at(2659)).toEqual([
      'Resolutions 30 | WTDC | 30 | 2017 | 2014',
      '37 | WTDC | 37 | 2017 | 2014',
      '50 (Rev. Dubai, 2014Buenos Aires, 2017) | WTDC | 50 | 2017 | 2014',
      'Resolutions 135 | PP | 135 | 2014',
      '139 | PP | 139 | 2014',
      '140 (Rev. Busan, 2014) | PP | 140 | 2014',
    ]);
    expect(at(1602)[0]).toBe('Resolutions 47 | WTSA | 47 | 2012');
    expect(at(2706)).toEqual([
      'goal 11 | SDG | 11',
      'Resolution 85 WTDC 2017 | WTDC | 85 | 2017',
      'Resolution 98 WTSA 2016 | WTSA | 98 | 2016',
    ]);
    expect(at(126)).toEqual(['instructs the Secretary-General 6 | 6', 'instructs the Secretary-General 78 | 8']);
    expect(at(1413)).toEqual([]);
    for (const one of citations)
      expect(fold(lines.find((line) => line.number === one.line)?.text ?? '')).toContain(one.text);
  });

  test('takes time in proportion to its length', () => {
    const content = readFileSync(file, 'utf8');
    const milliseconds = (times: number): number => {
      const many = readText(content.repeat(times), 'many.txt');
      const source = { document: many, lines: linesOf(many) };
      const started = performance.now();
      proposalsRecogniser.recognise(source);
      return performance.now() - started;
    };
    const once = Math.max(milliseconds(1), 60);
    expect(milliseconds(8)).toBeLessThan(8 * 3 * once);
  }, 60_000);
});

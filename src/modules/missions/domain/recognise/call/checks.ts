/** What a person should look at in a call as a whole: its parts against one another. */
import { countryCode } from '#kernel/countries.ts';
import type { Finding, LineRange, MissionApplication, MissionCallRecord } from '#kernel/reading/index.ts';
import { comparable, namedIn, namesOf } from '../../signs/names.ts';
import { differences as differencesOf } from '../../signs/summary.ts';
import { againstDeadline, firstMonth } from '../../signs/times.ts';
import type { FormLine } from '../form-lines.ts';
import type { Outline } from '../outline.ts';

type SummaryRow = MissionCallRecord['summary'][number];

function finding(rule: string, level: Finding['level'], lines: LineRange | null, message: string): Finding {
  return { rule, level, lines, message };
}

/** All checks on a call; `before` are the lines before the applications. */
export function checkCall(call: MissionCallRecord, outline: Outline, before: readonly FormLine[]): Finding[] {
  return [
    ...parts(call, outline),
    ...summaryAgainstForms(call),
    ...datesAgainstDeadline(call),
    ...copiesAgainstApplicants(call, outline),
    ...enclosures(call, outline),
    ...emptyChapters(before),
    ...linkedApplicants(call),
  ];
}

function parts(call: MissionCallRecord, outline: Outline): Finding[] {
  const found: Finding[] = [];
  if (call.programme === '')
    found.push(finding('programme-missing', 'warning', null, 'The name of the programme was not found.'));
  if (call.year === 0) found.push(finding('year-missing', 'warning', null, 'The year of the call was not found.'));
  const { letter } = call;
  if (letter === null) return [...found, finding('letter-missing', 'info', null, 'The file holds no covering letter.')];
  const missing = (['reference', 'date', 'subject', 'signatory'] as const).filter((part) => letter[part] === '');
  const end = outline.letter?.placed.at(-1) ?? 1;
  if (missing.length > 0)
    found.push(finding('letter-incomplete', 'warning', [1, end], `Not found in the letter: ${missing.join(', ')}.`));
  if (letter.deadline === null)
    found.push(
      finding('deadline-missing', 'warning', [1, end], 'The letter names no day by which answers are wanted.'),
    );
  return found;
}

// ---------------------------------------------------------------- summary and forms

function summaryAgainstForms(call: MissionCallRecord): Finding[] {
  const { summary, applications } = call;
  if (summary.length === 0) return [];
  if (summary.length !== applications.length) {
    const message = `The summary lists ${summary.length} requests, the file holds ${applications.length} forms.`;
    return [finding('summary-count-differs', 'warning', [summary[0]?.line ?? 1, summary.at(-1)?.line ?? 1], message)];
  }
  return summary.flatMap((row, at) => {
    const application = applications[at];
    return application === undefined ? [] : differences(row, application);
  });
}

function differences(row: SummaryRow, form: MissionApplication): Finding[] {
  const pairs = differencesOf(row, {
    country: form.country.printed,
    organisation: form.organisation,
    title: form.title,
  });
  const place: LineRange = [row.line, row.line];
  const where = `row ${row.number} of the summary and the form in lines ${form.lines[0]} to ${form.lines[1]}`;
  const found = pairs
    .filter(({ kind }) => kind === 'words')
    .map((pair) =>
      finding(
        `summary-${pair.what}-differs`,
        'warning',
        place,
        `The ${pair.what} differs between ${where}: "${pair.summary}", "${pair.form}".`,
      ),
    );
  const cased = pairs.filter(({ kind }) => kind === 'capitals');
  if (cased.length > 0)
    found.push(
      finding(
        'summary-case-differs',
        'info',
        place,
        `Capitals differ between ${where}: ${cased.map((pair) => pair.what).join(', ')}.`,
      ),
    );
  return found;
}

// ---------------------------------------------------------------- dates

/** Offers are still open when these missions should begin, or have just closed. */
function datesAgainstDeadline(call: MissionCallRecord): Finding[] {
  const deadline = call.letter?.deadline;
  if (deadline === undefined || deadline === null) return [];
  return call.applications.flatMap((application) => {
    const first = firstMonth(application.timeline);
    const when = againstDeadline(application.timeline, deadline);
    const { lines } = application.answers.timeline;
    if (when === 'before')
      return [
        finding(
          'timeline-before-deadline',
          'warning',
          lines,
          `The work should begin in ${first}, before offers are due on ${deadline}.`,
        ),
      ];
    if (when === 'right-after')
      return [
        finding(
          'timeline-right-after-deadline',
          'info',
          lines,
          `The work should begin in ${first}, the month after offers are due on ${deadline}.`,
        ),
      ];
    return [];
  });
}

// ---------------------------------------------------------------- the letter against the rest

/** Where the copies go to countries only, they should be those that applied. */
function copiesAgainstApplicants(call: MissionCallRecord, outline: Outline): Finding[] {
  const copied = (call.letter?.cc ?? []).map(countryCode);
  const applied = new Set(call.applications.map((application) => application.country.iso2));
  if (copied.length === 0 || copied.includes(null) || applied.size === 0) return [];
  const missing = [...applied].filter((code) => !copied.includes(code));
  const extra = copied.filter((code) => !applied.has(code));
  if (missing.length + extra.length === 0) return [];
  const line = outline.letter?.placed.at(-1) ?? 1;
  const message = `Copies go to other countries than those that applied (missing: ${missing.join(', ') || 'none'}; besides: ${extra.join(', ') || 'none'}).`;
  return [finding('copies-differ', 'info', [line, line], message)];
}

/** An enclosure whose title no heading of the file carries. */
function enclosures(call: MissionCallRecord, outline: Outline): Finding[] {
  const enclosed = call.letter?.enclosures ?? [];
  const behind = outline.lines.filter(
    (line, at) => at >= (outline.letter?.end ?? 0) && !line.blank && line.text.length < 200,
  );
  const headings = behind.map((line) => comparable(line.text));
  return enclosed.flatMap((text) => {
    const title = text.replace(/^(?:attachment|annex|enclosure|appendix)\s?[\dA-Z]{0,3}\s*[:.–-]\s*/iu, '');
    const name = comparable(title);
    const line = outline.lines.find((one) => one.text.includes(text))?.number ?? 1;
    if (name === '' || headings.some((one) => one.includes(name) || (one.length > 15 && name.includes(one)))) return [];
    return [
      finding(
        'enclosure-not-found',
        'info',
        [line, line],
        `No part of the file has the title of the enclosure "${title}".`,
      ),
    ];
  });
}

/** A numbered heading with nothing under it: a figure or a table was lost. */
function emptyChapters(before: readonly FormLine[]): Finding[] {
  const inked = before.filter((line) => !line.blank);
  return inked.flatMap((line, at) => {
    const next = inked[at + 1];
    if (next === undefined || !isHeading(line) || !isHeading(next) || next.number <= line.number + 1) return [];
    const message = `Nothing stands under "${line.text}"; a figure may be lost.`;
    return [finding('chapter-empty', 'info', [line.number, line.number], message)];
  });
}

function isHeading(line: FormLine): boolean {
  const numbered = /^[IVX]{1,5}\.$|^\d{1,2}\.$/u.test(line.label ?? '');
  return numbered && line.cell === null && line.words !== '' && line.words.length < 60 && !/[.;,]$/u.test(line.words);
}

/** An applicant whom another application names as a stakeholder. */
function linkedApplicants(call: MissionCallRecord): Finding[] {
  const byName = new Map<string, MissionApplication>();
  call.applications.forEach((application, at) => {
    const printed = [application.organisation, call.summary[at]?.organisation ?? ''];
    for (const name of printed.flatMap(namesOf)) byName.set(name, application);
  });
  return call.applications.flatMap((application) => {
    const { text, lines } = application.answers.stakeholders;
    const named = text
      .flatMap((line) => namedIn(line, byName))
      .find((other) => other.organisation !== application.organisation);
    if (named === undefined) return [];
    const message = `The applicant of lines ${named.lines[0]} to ${named.lines[1]} is named here as a stakeholder.`;
    return [finding('applicants-linked', 'info', lines, message)];
  });
}

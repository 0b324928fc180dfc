/** What a person should look at in one application. Nothing here changes the record. */
import type { Finding, LineRange, MissionApplication, QuestionKey } from '#kernel/reading/index.ts';
import { countAsks, manyAsks } from '../../signs/asks.ts';
import { announcesAttachment } from '../../signs/attachments.ts';
import { earlierAuthorIn, funderIn } from '../../signs/funders.ts';
import { names } from '../../signs/names.ts';
import { backwards, withoutDate } from '../../signs/times.ts';
import type { Slot } from '../slots.ts';

/**
 * All checks on one application that need nothing else of the document.
 *
 * @param lineNumbers the line of each text of each answer
 */
export function checkApplication(
  application: MissionApplication,
  slots: readonly Slot<QuestionKey>[],
  lineNumbers: Record<QuestionKey, readonly number[]>,
): Finding[] {
  const texts = eachLine(application, lineNumbers);
  return [
    ...missingHead(application),
    ...missingQuestions(application, slots),
    ...numbering(application, slots),
    ...dates(application),
    ...asks(application),
    ...attachments(texts),
    ...ownStakeholder(application),
    ...otherFunders(application, texts),
  ];
}

function finding(rule: string, level: Finding['level'], lines: LineRange | null, message: string): Finding {
  return { rule, level, lines, message };
}

function missingHead(application: MissionApplication): Finding[] {
  const missing = [
    application.country.printed === '' ? 'country' : null,
    application.organisation === '' ? 'organisation' : null,
    application.title === '' ? 'title' : null,
  ].filter((name) => name !== null);
  const found: Finding[] =
    missing.length === 0
      ? []
      : [finding('head-incomplete', 'warning', application.lines, `The form does not say: ${missing.join(', ')}.`)];
  if (application.country.printed !== '' && application.country.iso2 === null) {
    found.push(
      finding(
        'country-unknown',
        'warning',
        application.lines,
        `"${application.country.printed}" is not the name of one country.`,
      ),
    );
  }
  return found;
}

function missingQuestions(application: MissionApplication, slots: readonly Slot<QuestionKey>[]): Finding[] {
  const keys = Object.keys(application.answers) as QuestionKey[];
  const missing = keys.filter((key) => !slots.some((slot) => slot.key === key));
  const empty = keys.filter((key) => !missing.includes(key) && application.answers[key].text.length === 0);
  return [
    ...(missing.length === 0
      ? []
      : [
          finding(
            'question-missing',
            'warning',
            application.lines,
            `Not found in the form: ${missing.map(spelt).join(', ')}.`,
          ),
        ]),
    ...(empty.length === 0
      ? []
      : [finding('answer-blank', 'info', application.lines, `Left blank: ${empty.map(spelt).join(', ')}.`)]),
  ];
}

function spelt(key: QuestionKey): string {
  return key.replaceAll('_', ' ');
}

/** Numbers that do not run 1, 2, 3 …: the question's words decide, the number is only kept. */
function numbering(application: MissionApplication, slots: readonly Slot<QuestionKey>[]): Finding[] {
  const numbers = slots.map((slot) =>
    slot.label === null ? null : Number(/\d+/u.exec(slot.label)?.[0] ?? Number.NaN),
  );
  const printed = numbers.filter((number) => number !== null);
  if (printed.length === 0 || printed.some((number) => Number.isNaN(number))) return [];
  if (numbers.every((number, at) => number === at + 1)) return [];
  const shown = slots.map((slot) => slot.label ?? '–').join(' ');
  return [
    finding(
      'numbering-irregular',
      'info',
      application.lines,
      `The questions are numbered ${shown}; they were told apart by their words.`,
    ),
  ];
}

function dates(application: MissionApplication): Finding[] {
  const { lines } = application.answers.timeline;
  if (lines === null) return [];
  if (application.timeline.length === 0)
    return [finding('timeline-not-read', 'warning', lines, 'No time was found in the answer on the timeline.')];
  const found: Finding[] = [];
  if (withoutDate(application.timeline)) {
    const words = application.timeline.map((when) => `"${when.printed}"`).join(', ');
    found.push(finding('timeline-no-date', 'warning', lines, `The timeline names no date: ${words}.`));
  }
  if (backwards(application.timeline)) {
    found.push(finding('timeline-backwards', 'warning', lines, 'A time ends before it begins.'));
  }
  return found;
}

function asks(application: MissionApplication): Finding[] {
  const { text, lines } = application.answers.support_action;
  const count = countAsks(text);
  if (count < manyAsks) return [];
  return [
    finding('many-asks', 'warning', lines, `The request lists ${count} items; one mission can hardly carry them all.`),
  ];
}

/** A single file never holds the attachment; whether it came with the form a person has to see. */
function attachments(texts: readonly PlacedText[]): Finding[] {
  return texts.flatMap(({ text, line }) =>
    announcesAttachment(text)
      ? [
          finding(
            'attachment-missing',
            'warning',
            [line, line],
            'The answer announces an attachment, which is not in this file.',
          ),
        ]
      : [],
  );
}

interface PlacedText {
  text: string;
  line: number;
}

function eachLine(application: MissionApplication, lineNumbers: Record<QuestionKey, readonly number[]>): PlacedText[] {
  return (Object.keys(application.answers) as QuestionKey[]).flatMap((key) =>
    application.answers[key].text.map((text, at) => ({ text, line: lineNumbers[key][at] ?? application.lines[0] })),
  );
}

function ownStakeholder(application: MissionApplication): Finding[] {
  const { text, lines } = application.answers.stakeholders;
  return text.some((line) => names(line, application.organisation))
    ? [
        finding(
          'applicant-is-stakeholder',
          'info',
          lines,
          'The applicant names itself among the stakeholders to be involved.',
        ),
      ]
    : [];
}

/** Others who pay for, or have done, what is asked for. */
function otherFunders(application: MissionApplication, texts: readonly PlacedText[]): Finding[] {
  return texts.flatMap(({ text, line }) => {
    const found: Finding[] = [];
    const funder = funderIn(text, application.organisation);
    if (funder !== null) {
      const message = `Another funder is named: ${funder}. Is the work already paid for?`;
      found.push(finding('other-funder', 'info', [line, line], message));
    }
    const author = earlierAuthorIn(text, application.organisation);
    if (author !== null) {
      const message = `Earlier work on the same matter is named, by ${author}. Is the request still needed?`;
      found.push(finding('earlier-work', 'info', [line, line], message));
    }
    return found;
  });
}

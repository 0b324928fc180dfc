/** The kind of documents of this module: reports of meetings. */
import type { Recogniser, Source } from '#formats/document/index.ts';
import { withholdContactsWithin } from '#kernel/contacts.ts';
import type { MeetingRecord } from '#kernel/reading/index.ts';
import { readMeeting, type ReadMeeting } from './meeting/meeting.ts';
import { isTitle } from './meeting/title.ts';

/** So many lines say what kind of document it is. */
const previewLines = 6000;
const previews = new WeakMap<Source, ReadMeeting>();

function previewOf(source: Source): ReadMeeting {
  const known = previews.get(source);
  if (known !== undefined) return known;
  const read = readMeeting({ document: source.document, lines: source.lines.slice(0, previewLines) });
  previews.set(source, read);
  return read;
}

/** The report of a meeting: its title, who took part, what came out, what was reported, the programme. */
export const meetingReportRecogniser: Recogniser<MeetingRecord> = {
  kind: 'meeting-report',
  suits: (source) => {
    const { record } = previewOf(source);
    const titled = source.lines
      .slice(0, 60)
      .some((line) => isTitle(line.text.slice(0, 300).replace(/\s+/gu, ' ').trim()));
    // A title may stand in two lines, the body and the number of its session.
    const head = titled || (record.series !== '' && record.number !== null && record.date !== '');
    const reporting = new Set(record.activities.map((activity) => activity.organisation)).size;
    const timed = record.agenda.filter((item) => item.start !== null).length;
    const signs: [boolean, number, string][] = [
      [head, 0.3, 'the title of a meeting'],
      [record.participants.length >= 2, 0.3, `${record.participants.length} participants`],
      [timed >= 3 || (head && record.agenda.length >= 3), 0.2, `an agenda of ${record.agenda.length} items`],
      [
        record.outcomes.length >= 2 && (head || record.participants.length >= 2),
        0.2,
        `${record.outcomes.length} outcomes`,
      ],
      [reporting >= 2 && record.activities.length >= 4, 0.2, `reports of ${reporting} organisations`],
    ];
    const found = signs.filter(([there]) => there);
    const score = Math.min(
      1,
      found.reduce((sum, [, weight]) => sum + weight, 0),
    );
    return {
      score,
      why: found.length === 0 ? 'no part of a meeting report was found' : found.map(([, , words]) => words).join(', '),
    };
  },
  recognise: (source) => {
    const { record, placed, findings } = source.lines.length <= previewLines ? previewOf(source) : readMeeting(source);
    return { record: withholdContactsWithin(record), placed, findings: withholdContactsWithin(findings) };
  },
};

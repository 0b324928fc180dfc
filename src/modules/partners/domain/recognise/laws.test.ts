import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank } from '#formats/document/index.ts';
import { MeetingRecord } from '#kernel/reading/meetings.ts';
import { textSource } from '../../../../testing/source.ts';
import { meetingReportRecogniser as recogniser } from './recognisers.ts';

/** Pieces of such documents, to be put together in any order and number. */
const piece = fc.constantFrom(
  'Third Meeting of the Reef Forum',
  'Hosted by the Oceanic Communications Union',
  '4-5 May 2024, Suva, Fiji',
  'Key Outcomes',
  '1. OCU agreed to host the next Fourth Meeting in 2025.',
  'The meeting decided:',
  'Action items',
  'Action\tResponsible\tDue',
  'Send data\tOCU\tMay 2025',
  'Highlights',
  'OCU outlined its activities, including:',
  'a) OCU works with Reef Agency in Tonga.',
  '- more of it:',
  'b) There is a gap',
  'List of Participants',
  'OCEANIC COMMUNICATIONS UNION (OCU) (Online)',
  '1. Ms Ana Moana, Director',
  '2. Mr. Sione Vaka Officer',
  'Email: ana.moana@',
  'ocu.example, Tel: 330 0000',
  'Name\tPosition\tOrganisation',
  'Ms Mere Ravu\tAnalyst\tReef Agency (RA)',
  'Agenda',
  'TIME\tPROGRAMME',
  '9:00 – 9:30\tOpening <ul style="x">1. OCU2. RA',
  '\t3. OCU',
  '10:00 Closing',
  'Annex 1',
  'Next meeting',
  '',
  '\tcell',
  '((((',
);

test('whatever the lines: nothing is thrown, the record fits, only lines with words are placed, no contact is told', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = textSource(`${pieces.join('\n')}\nend`);
      const inked = new Set(source.lines.filter((line) => !isBlank(line.text)).map((line) => line.number));
      const { score } = recogniser.suits(source);
      expect(score >= 0 && score <= 1).toBe(true);
      const { record, placed, findings } = recogniser.recognise(source);
      MeetingRecord.parse(record);
      expect([...placed].filter((line) => !inked.has(line))).toEqual([]);
      expect(JSON.stringify([record, findings])).not.toMatch(/330 0000|ana\.moana/u);
      const keys = new Set(record.organisations.map((one) => one.key));
      expect(record.participants.filter((one) => one.organisation !== '' && !keys.has(one.organisation))).toEqual([]);
      expect(record.activities.filter((one) => !keys.has(one.organisation))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

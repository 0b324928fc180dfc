import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, isBlank, type Recogniser } from '#formats/document/index.ts';
import { recordOf } from '#kernel/reading/index.ts';
import { textSource } from '../../../../testing/source.ts';
import { assistancePlanRecogniser, missionApplicationRecogniser, missionCallRecogniser } from './recognisers.ts';

const recognisers: Recogniser[] = [missionCallRecogniser, missionApplicationRecogniser, assistancePlanRecogniser];

/** Pieces of such documents, to be put together in any order and number. */
const piece = fc.constantFrom(
  'Name of Country:\tTonga',
  'Country: Fiji',
  'Organisation:',
  'Title of the project\tCables',
  '1) Please identify a policy issue.',
  '2) Please specify the support action you need.',
  'How will the outcome support the policy?',
  'Please describe the situation.',
  'Stakeholders:',
  'Please tick the outcomes that you expect.',
  '☒ Training ☐ Systems',
  '- Awareness workshop**',
  'All of the above except training',
  '7) Possible timeline? May 2024',
  'Q3 2024 onwards: report; by June 2025',
  'Assistance Plan for the OCU Mission 2024',
  '1.1 Which topic/country of interest',
  '2.1 Estimated cost',
  'Flights\tUSD 1,200\t50% OCU',
  'Item\tAmount (EUR)\tPaid by',
  'Total: EUR 1',
  '2.2 Which cost items would you like OCU to support?',
  '3. List of experts',
  'a) Name\tb) Organisation\tc) Tel',
  'Ms Ana Moana\tOCU\t+679 330 0000',
  'No.\tCountry\tOrganisation\tTitle',
  '1\tTonga\tMinistry\tCables',
  '\t\t\tmore',
  'Dear Sir,',
  'Subject: Invitation',
  'Ref: OCU/1',
  '5 May 2024',
  'Yours sincerely,',
  'Ana Moana',
  'To: Fiji and Tonga',
  'cc: all@ocu.example',
  'Encls: A, B',
  '',
  ' \u00a0',
  '\tcell',
  '( ) [ ] :',
);

test('whatever the lines: nothing is thrown, the record fits, only lines with words are placed, words come from the source', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = textSource(`${pieces.join('\n')}\nend`);
      const inked = new Set(source.lines.filter((line) => !isBlank(line.text)).map((line) => line.number));
      for (const recogniser of recognisers) {
        const { score } = recogniser.suits(source);
        expect(score >= 0 && score <= 1).toBe(true);
        const { record, placed, findings } = recogniser.recognise(source);
        recordOf[recogniser.kind].parse(record);
        expect([...placed].filter((line) => !inked.has(line))).toEqual([]);
        expect(
          findings.filter(({ lines }) => lines !== null && (lines[0] > lines[1] || lines[1] > source.lines.length)),
        ).toEqual([]);
        expect(JSON.stringify([record, findings])).not.toMatch(/330 0000|all@/u);
      }
    }),
    { numRuns: 400 },
  );
});

test('every text of an answer is a line of the source', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const source = textSource(`Name of Country:\tTonga\n${pieces.join('\n')}\nend`);
      const lines = source.lines.map((line) => fold(line.text));
      const { record } = missionApplicationRecogniser.recognise(source);
      const texts = Object.values(record.answers).flatMap((answer) => answer.text);
      expect(texts.filter((text) => !text.includes('withheld') && !lines.some((line) => line.endsWith(text)))).toEqual(
        [],
      );
    }),
    { numRuns: 200 },
  );
});

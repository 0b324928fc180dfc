import { describe, expect, test } from 'vitest';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { emptyForm, formDocument, formTemplate, readForm } from '../../src/modules/missions/domain/forms/word/index.ts';
import { usualApplicationForm, usualOfferForm } from '../../src/modules/missions/domain/forms/house-forms.ts';
import { filledByLibreOffice } from './judges/fill-form.ts';
import { libreOffice } from './judges/libreoffice.ts';

const prompt = 'Click here and write.';
const cycle = 'expert-mission-2027';

describe.skipIf(libreOffice === null)('forms filled in LibreOffice come back (soffice is absent)', () => {
  test('an application', () => {
    const form = usualApplicationForm('Expert Mission 2027');
    const empty = writeDocx(formDocument(emptyForm(cycle, form)), formTemplate);
    const answers = [
      'Samoa',
      'Ministry of Works',
      'Spectrum for the outer islands',
      'Prices on the islands are high.',
      'Review of the licensing rules',
      'The rules become a decree',
    ];
    const bytes = filledByLibreOffice(
      empty,
      answers.map((answer) => [prompt, answer] as const),
      ['Training', 'Analysis report'],
    );
    const read = readForm(readDocx(bytes, 'form.docx'), form);
    expect(read.head).toEqual({
      country: 'Samoa',
      organisation: 'Ministry of Works',
      title: 'Spectrum for the outer islands',
    });
    expect(read.answers['policy_issue']).toMatchObject({ state: 'given', text: 'Prices on the islands are high.' });
    expect(read.answers['support_action']).toMatchObject({ state: 'given', text: 'Review of the licensing rules' });
    expect(read.answers['policy_contribution']).toMatchObject({ state: 'given', text: 'The rules become a decree' });
    expect(read.answers['policy_situation']?.state).toBe('blank');
    expect(read.answers['stakeholders']?.state).toBe('blank');
    expect(read.answers['expected_outcomes']).toMatchObject({
      state: 'given',
      chosen: ['training', 'analysis_report'],
    });
    expect(read.identity).toMatchObject({ cycle, kind: 'application', version: 1 });
    expect([read.leftOver, read.doubts]).toEqual([[], []]);
  });

  test('a plan of assistance', () => {
    const form = usualOfferForm('Expert Mission 2027', 'the Oceanic Communications Union');
    const empty = writeDocx(formDocument(emptyForm(cycle, form)), formTemplate);
    const bytes = filledByLibreOffice(
      empty,
      [
        [prompt, 'Reef Bank Institute'],
        [prompt, 'Spectrum, Samoa'],
        ['What for', 'Air fares'],
        ['How much', '5200'],
        ['USD, …', 'USD'],
        ['Name of the expert', 'Ms Ana Moana'],
      ],
      [],
    );
    const read = readForm(readDocx(bytes, 'form.docx'), form);
    expect(read.head.organisation).toBe('Reef Bank Institute');
    expect(read.answers['interest']?.text).toBe('Spectrum, Samoa');
    expect(read.costs['cost']).toMatchObject([
      { category: 'travel', text: 'Air fares', quantity: null, amount: { value: '5200', currency: 'USD' }, payers: [] },
    ]);
    expect(read.experts['experts']).toEqual([{ name: 'Ms Ana Moana', organisation: '', role: null, person: null }]);
    expect(read.answers['requested']?.state).toBe('blank');
    expect(read.leftOver).toEqual([]);
  });
});

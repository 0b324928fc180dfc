/** Filled forms for tests, and what may happen to them on the way. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { linesOf, textOf, type Document } from '#formats/document/index.ts';
import { readDocx } from '#formats/docx/index.ts';
import { writeDocx } from '#formats/docx/write/index.ts';
import { readText } from '#formats/text/reader.ts';
import { noAnswer, type CostLine, type GivenAnswer } from '../answers.ts';
import { usualApplicationForm, usualOfferForm } from '../house-forms.ts';
import { emptyForm, formDocument, formTemplate, type FormToFill } from './index.ts';

export const application = usualApplicationForm('Expert Mission 2027');
export const plan = usualOfferForm('Expert Mission 2027', 'the Oceanic Communications Union');
export const cycle = 'expert-mission-2027';

export const given = (text: string, more: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...noAnswer,
  state: 'given',
  text,
  ...more,
});

export const filled: FormToFill = {
  ...emptyForm(cycle, application),
  head: { country: 'Samoa', organisation: 'Ministry of Works (MOW)', title: 'Spectrum for the outer islands' },
  online: { slug: 'samoa-spectrum', version: 4 },
  answers: {
    policy_issue: given('Prices on the islands are high.\nNo band is set aside for community networks.', {
      revision: 2,
    }),
    support_action: given('Review of the licensing rules\nA workshop with the three operators'),
    expected_outcomes: given('', { chosen: ['training', 'others'], other: 'A model licence' }),
    timeline: given('May 2027: talks with operators\nJune – July 2027: draft of the rules', { revision: 3 }),
  },
};

export const costs: CostLine[] = [
  {
    id: 'line-1',
    category: 'travel',
    text: 'Air fares for two experts',
    quantity: '2',
    unit: 'persons',
    amount: { value: '5200', currency: 'USD' },
    payers: [
      { who: 'organiser', share: 6000, basis: 'asked' },
      { who: 'offerer', share: 4000, basis: 'offered' },
    ],
  },
  {
    id: 'line-2',
    category: 'fee',
    text: 'Analysis',
    quantity: null,
    unit: null,
    amount: { value: '4000.50', currency: 'EUR' },
    payers: [{ who: 'offerer', share: 10000, basis: 'offered' }],
  },
];

export const filledPlan: FormToFill = {
  ...emptyForm(cycle, plan),
  head: { organisation: 'Reef Bank Institute' },
  answers: { details: given('Two visits of one week each.'), schedule: given('May 2027: first visit') },
  costs,
  experts: [
    { name: 'Ms Ana Moana', organisation: 'Reef Bank Institute', role: 'lead', person: null },
    { name: 'Mr Tavita Leota', organisation: 'Reef Bank Institute', role: null, person: null },
  ],
};

export const bytesOf = (fill: FormToFill): Uint8Array => writeDocx(formDocument(fill), formTemplate);

/** The form as Word keeps it, with its main part changed by hand. */
export function changed(fill: FormToFill, change: (xml: string) => string): Document {
  const files = unzipSync(bytesOf(fill));
  files['word/document.xml'] = strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array())));
  return readDocx(zipSync(files), 'form.docx');
}

/** Every control taken off, its content left. */
export const unwrapped = (xml: string): string =>
  xml.replace(/<w:sdt>|<\/w:sdt>|<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdtContent>/gu, '');

/** The form as plain lines, cells of a row parted by tabs. */
export function retyped(fill: FormToFill): Document {
  const rows = new Map<string, string>();
  linesOf(formDocument(fill)).forEach(({ paragraph, cell }, index) => {
    const key = cell === null ? `line ${index}` : `row ${cell.table} ${cell.row}`;
    const before = rows.get(key);
    const words = textOf(paragraph.runs);
    rows.set(key, before === undefined ? words : `${before}\t${words}`);
  });
  return readText([...rows.values()].join('\n'), 'form.txt');
}

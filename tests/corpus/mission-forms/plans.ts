/** Plans of assistance that came back. The organisations and people are invented. */
import {
  atTable,
  holding,
  inPlainText,
  inWord,
  paragraph,
  planForm,
  table,
  type Filling,
  type FormFile,
} from './form-file.ts';

const prompt = 'Click here and write.';
const costsBelow = 'Estimated cost, such as';
const expertsBelow = '3. Experts';

const reef: Filling = {
  form: planForm,
  head: { organisation: 'Reef Bank Institute' },
  answers: {
    interest: 'Numbering plan, Tonga',
    details: 'Desk study, then one visit of a week.',
    schedule: 'May 2027: desk study\nAugust 2027: visit',
    outcomes: 'Draft numbering plan',
  },
  costs: [
    {
      id: 'line-1',
      category: 'travel',
      text: 'Air fares',
      quantity: null,
      unit: null,
      amount: { value: '2400', currency: 'USD' },
      payers: [{ who: 'organiser', share: 10000, basis: 'asked' }],
    },
    {
      id: 'line-2',
      category: 'fee',
      text: 'Analysis',
      quantity: null,
      unit: null,
      amount: { value: '3000', currency: 'USD' },
      payers: [{ who: 'offerer', share: 10000, basis: 'offered' }],
    },
  ],
  experts: [{ name: 'Ms Ana Moana', organisation: 'Reef Bank Institute', role: 'lead', person: null }],
};

const reefAnswers = {
  interest: 'Numbering plan, Tonga',
  details: 'Desk study, then one visit of a week.',
  schedule: 'May 2027: desk study August 2027: visit',
  outcomes: 'Draft numbering plan',
  others: '',
  requested: '',
};
const reefExpected = {
  organisation: 'Reef Bank Institute',
  answers: reefAnswers,
  times: ['2027-05..2027-05', '2027-08..2027-08'],
  costs: ['Air fares | 2400 USD | organiser 100', 'Analysis | 3000 USD | offerer 100'],
  experts: ['Ms Ana Moana | Reef Bank Institute'],
};

/** What stands in 2.2, with costs of which no payer is named. */
const asked = (words: string): Uint8Array =>
  inWord({
    ...reef,
    costs: (reef.costs ?? []).map((line) => ({ ...line, payers: [] })),
    answers: { ...reef.answers, requested: words },
  });

export const plans: readonly FormFile[] = [
  {
    what: 'filled in LibreOffice, costs in the table',
    name: 'p01.docx',
    kind: 'assistance-plan',
    bytes: inWord({ form: planForm }),
    typed: {
      written: [
        [prompt, 'Mangrove University'],
        [prompt, 'Sirens on the coast (Samoa)'],
        [prompt, 'Exercise and review'],
        [prompt, 'Week of 7 June 2027'],
        [prompt, 'A handbook'],
        [prompt, 'A boat is needed'],
        ['What for', 'Air fares'],
        ['How much', 'USD 5k'],
        ['USD, …', 'USD'],
        ['What for', 'Handbook'],
        ['How much', '1,200'],
        ['USD, …', 'EUR'],
        [prompt, 'Air fares in part'],
        ['Name of the expert', 'Dr Sione Palu'],
        ['Where the expert works', 'Mangrove University'],
      ],
      ticked: [],
    },
    expected: {
      organisation: 'Mangrove University',
      answers: {
        interest: 'Sirens on the coast (Samoa)',
        details: 'Exercise and review',
        schedule: 'Week of 7 June 2027',
        outcomes: 'A handbook',
        others: 'A boat is needed',
        requested: 'Air fares in part',
      },
      times: ['2027-06..2027-06'],
      costs: ['Air fares | 5000 USD | ?', 'Handbook | 1200 EUR | ?'],
      experts: ['Dr Sione Palu | Mangrove University'],
    },
  },
  {
    what: 'costs as sentences in place of the table, so much a day for so many days; 2.2 left blank',
    name: 'p02.docx',
    kind: 'assistance-plan',
    bytes: inWord(reef, (xml) =>
      atTable(
        xml,
        costsBelow,
        `${paragraph('Air fares: USD 5k')}${paragraph('Expert fee: USD 400 per day x 12 days')}${paragraph('Printing: EUR 150')}`,
      ),
    ),
    expected: {
      ...reefExpected,
      // Nothing is asked, and the form says that the offering side then bears all.
      costs: [
        'Air fares | 5000 USD | offerer 100',
        'Expert fee | 4800 USD | offerer 100',
        'Printing | 150 EUR | offerer 100',
      ],
    },
  },
  {
    what: 'a table of costs of their own, with shares and two currencies; "N/A" in 2.2',
    name: 'p03.docx',
    kind: 'assistance-plan',
    bytes: inWord({ ...reef, answers: { ...reef.answers, requested: 'N/A' } }, (xml) =>
      atTable(
        xml,
        costsBelow,
        table([
          ['Description', 'Amount', 'Who pays'],
          ['Air fares', 'USD 2,400', '50/50 with the ministry'],
          ['Analysis', 'EUR 3 000', 'Reef Bank Institute'],
          ['Room', 'TOP 800', 'Beneficiary'],
        ]),
      ),
    ),
    expected: {
      ...reefExpected,
      // "N/A" is an answer of which nothing follows: neither that something is asked nor that nothing is.
      answers: { ...reefAnswers, requested: 'N/A' },
      costs: [
        'Air fares | 2400 USD | offerer 50, beneficiary 50',
        'Analysis | 3000 EUR | offerer 100',
        'Room | 800 TOP | beneficiary 100',
      ],
    },
  },
  {
    what: '"None" in 2.2',
    name: 'p04.docx',
    kind: 'assistance-plan',
    bytes: asked('None'),
    expected: {
      ...reefExpected,
      // The question is which items the organiser should pay: "none" answers it.
      answers: { ...reefAnswers, requested: 'None' },
      costs: ['Air fares | 2400 USD | offerer 100', 'Analysis | 3000 USD | offerer 100'],
    },
  },
  {
    what: 'a dash in 2.2',
    name: 'p05.docx',
    kind: 'assistance-plan',
    bytes: asked('-'),
    expected: {
      ...reefExpected,
      // A dash is how people leave a line empty on paper: nothing is written, and the form says what that means.
      answers: { ...reefAnswers, requested: '' },
      costs: ['Air fares | 2400 USD | offerer 100', 'Analysis | 3000 USD | offerer 100'],
    },
  },
  {
    what: '"nil" in 2.2',
    name: 'p06.docx',
    kind: 'assistance-plan',
    bytes: asked('nil'),
    expected: {
      ...reefExpected,
      answers: { ...reefAnswers, requested: 'nil' },
      costs: ['Air fares | 2400 USD | offerer 100', 'Analysis | 3000 USD | offerer 100'],
    },
  },
  {
    what: 'experts in a table of their own with telephone and e-mail, the row of an older form left in',
    name: 'p07.docx',
    kind: 'assistance-plan',
    bytes: inWord(reef, (xml) =>
      atTable(
        xml,
        expertsBelow,
        table([
          ['Name', 'Organisation', 'Telephone', 'E-mail'],
          ['Dr Sione Palu', 'Mangrove University', '+676 20 555', 'sione.palu@mangrove.example'],
          ['Ms Ana Moana', 'Reef Bank Institute', '+679 330 0000', 'ana@reef.example'],
          ['Mr./Ms./Dr. -----', '-----', '+…', '-----@-----'],
        ]),
      ),
    ),
    expected: {
      ...reefExpected,
      experts: ['Dr Sione Palu | Mangrove University', 'Ms Ana Moana | Reef Bank Institute'],
      withheld: ['sione.palu@', '330 0000', '20 555'],
    },
  },
  {
    what: 'printed to PDF; a range over the end of the year',
    name: 'p08.pdf',
    kind: 'assistance-plan',
    bytes: inWord(reef, (xml) => holding(xml, 'schedule', paragraph('from 15.11.2027 to 20.01.2028'))),
    converted: 'pdf',
    expected: {
      ...reefExpected,
      answers: { ...reefAnswers, schedule: 'from 15.11.2027 to 20.01.2028' },
      times: ['2027-11..2028-01'],
    },
  },
  {
    what: 'copied into an e-mail; experts as sentences',
    name: 'p09.txt',
    kind: 'assistance-plan',
    bytes: inPlainText(`
Assistance Plan for the Coral Expert Programme 2027

Name of organisation: Lagoon Engineers

1. Assistance plan
1.1 Indicate the topic and country of interest.
Masts on church land, Kiribati

1.2 Describe the details of the assistance plan.
We draft the permit procedure with the land court.

1.3 Tentative schedule of the mission
Within six weeks of arrival

1.4 Possible outcomes of the assistance
A procedure and two forms

1.5 Any others
No

2. Cost estimation
2.1 Estimated cost, such as travel, fees, documentation and logistics
Flights AUD 1,900 (paid by the Oceanic Communications Union)
Fees AUD 4,000, in kind

2.2 Which cost items should the Oceanic Communications Union pay?
Flights

3. Experts
Dr Tekoa Rui, Lagoon Engineers, tekoa@lagoon.example, +686 7400 1234
Mr Iotua Beia, Lagoon Engineers
`),
    expected: {
      organisation: 'Lagoon Engineers',
      answers: {
        interest: 'Masts on church land, Kiribati',
        details: 'We draft the permit procedure with the land court.',
        schedule: 'Within six weeks of arrival',
        outcomes: 'A procedure and two forms',
        others: 'No',
        requested: 'Flights',
      },
      times: ['?'],
      costs: ['Flights | 1900 AUD | organiser 100', 'Fees | 4000 AUD | offerer 100'],
      experts: ['Dr Tekoa Rui | Lagoon Engineers', 'Mr Iotua Beia | Lagoon Engineers'],
      withheld: ['tekoa@', '7400 1234'],
    },
  },
  {
    what: 'retyped with other numbers and words, so many days at so much each',
    name: 'p10.txt',
    kind: 'assistance-plan',
    bytes: inPlainText(`
OFFER OF ASSISTANCE

Offering organisation: Pearl Consult

I. Topic and country of interest: Roaming among islands (Vanuatu)
II. Details of the assistance: a cost model and a workshop
III. Proposed schedule: Q1 2028
IV. Possible outcomes: Price cap
V. Estimated cost:
Travel: 2 experts x USD 1,500 = USD 3,000 (Oceanic Communications Union 60 %, Pearl Consult 40 %)
Fee: 10 days x VUV 20,000, paid by Pearl Consult
VI. Cost items that the Oceanic Communications Union should pay: part of the travel
VII. List of experts:
1) Ms Leimara Toa (Pearl Consult)
`),
    expected: {
      organisation: 'Pearl Consult',
      answers: {
        interest: 'Roaming among islands (Vanuatu)',
        details: 'a cost model and a workshop',
        schedule: 'Q1 2028',
        outcomes: 'Price cap',
        others: null,
        requested: 'part of the travel',
      },
      times: ['2028-01..2028-03'],
      costs: ['Travel | 3000 USD | organiser 60, offerer 40', 'Fee | 200000 VUV | offerer 100'],
      experts: ['Ms Leimara Toa | Pearl Consult'],
    },
  },
];

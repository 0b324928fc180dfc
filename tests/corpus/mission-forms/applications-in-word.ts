/** Applications that came back as Word files; the organisations are invented. */
import {
  atControl,
  holding,
  inWord,
  paragraph,
  run,
  table,
  withoutControls,
  applicationForm,
  type Filling,
  type FormFile,
} from './form-file.ts';

const prompt = 'Click here and write.';

const tonga: Filling = {
  head: {
    country: 'Tonga',
    organisation: 'Department of Lights and Signals (DLS)',
    title: 'Numbers for the outer districts',
  },
  answers: {
    policy_issue: 'Six districts share one area code and run out of numbers.',
    support_action: 'Draft a numbering plan\nTrain four officers in keeping it',
    policy_contribution: 'The plan becomes a regulation under the Signals Act.',
    policy_situation: 'A first study was made in 2021; no plan was adopted.',
    stakeholders: 'Reef Mobile\nHarbour Telephone Company',
    timeline: 'May 2027: desk study\nAugust 2027: visit',
  },
  chosen: ['training', 'drafting_regulations'],
};

const tongaHead = {
  country: 'Tonga',
  organisation: 'Department of Lights and Signals (DLS)',
  title: 'Numbers for the outer districts',
};
const tongaAnswers = Object.fromEntries(
  Object.entries(tonga.answers ?? {}).map(([key, text]) => [key, text.replaceAll('\n', ' ')]),
);
const tongaExpected = {
  ...tongaHead,
  answers: tongaAnswers,
  chosen: ['training', 'drafting_regulations'],
  times: ['2027-05..2027-05', '2027-08..2027-08'],
};

/** Other prefixes of the same namespaces, and ticks as programs write them. */
const otherPrefixes = (xml: string): string =>
  ['1', 'true', 'on', null]
    .reduce<string>(
      (text, value) =>
        text.replace(
          '<w14:checked w14:val="1"/>',
          value === null ? '<w14:checked />' : `<w14:checked  w14:val="${value}" />`,
        ),
      xml,
    )
    .replaceAll(/(<\/?)w:/gu, '$1ns0:')
    .replaceAll(/ w:/gu, ' ns0:')
    .replaceAll('xmlns:w=', 'xmlns:ns0=')
    .replaceAll(/(<\/?| |xmlns:)w14:/gu, '$1chk:')
    .replaceAll('xmlns:w14=', 'xmlns:chk=')
    .replaceAll('xmlns:w=', 'xmlns:ns0=')
    .replaceAll('Ignorable="w14', 'Ignorable="chk');

const author = 'w:author="R. Tapu" w:date="2027-01-11T09:00:00Z"';

/** The box of an option with something else in its place. */
const boxAs = (xml: string, code: string, mark: string): string =>
  atControl(xml, `expected_outcomes/${code}`, () => run(mark));

const older = {
  ...applicationForm,
  items: [
    ...applicationForm.items.slice(0, 2),
    {
      ...applicationForm.items[2]!,
      key: 'earlier_support',
      number: '3)',
      question: 'Please list support received from other donors in the last three years.',
    },
    ...applicationForm.items.slice(2),
    {
      ...applicationForm.items[0]!,
      key: 'own_budget',
      number: '9)',
      question: 'Our own ministry asks all units: which line of the national budget covers the local costs?',
    },
  ],
};

export const applicationsInWord: readonly FormFile[] = [
  {
    what: 'filled and ticked in LibreOffice, which saved it as Word',
    name: 'a01.docx',
    kind: 'application',
    bytes: inWord({}),
    typed: {
      written: [
        [prompt, 'Vanuatu'],
        [prompt, 'Office of Island Networks'],
        [prompt, 'Roaming among islands'],
        [prompt, 'Ships pay three times the price.'],
        [prompt, 'Cost model of roaming'],
        [prompt, 'A price cap is to be set'],
        [prompt, 'A cap was tried in 2019 and given up'],
        [prompt, 'None'],
        [prompt, 'Third quarter of 2027, report within six weeks of arrival'],
      ],
      ticked: ['Analysis report', 'Support for designing'],
    },
    expected: {
      country: 'Vanuatu',
      organisation: 'Office of Island Networks',
      title: 'Roaming among islands',
      answers: {
        policy_issue: 'Ships pay three times the price.',
        support_action: 'Cost model of roaming',
        policy_contribution: 'A price cap is to be set',
        policy_situation: 'A cap was tried in 2019 and given up',
        // "None" is what the administration says, not an empty box.
        stakeholders: 'None',
        timeline: 'Third quarter of 2027, report within six weeks of arrival',
      },
      chosen: ['analysis_report', 'policy_design'],
      times: ['2027-07..2027-09', '?'],
    },
  },
  {
    what: 'other prefixes of the namespaces, ticks as 1, true, on and without a value',
    name: 'a02.docx',
    kind: 'application',
    bytes: inWord({ ...tonga, chosen: ['awareness', 'training', 'drafting_regulations', 'systems'] }, otherPrefixes),
    expected: { ...tongaExpected, chosen: ['awareness', 'training', 'drafting_regulations', 'systems'] },
  },
  {
    what: 'controls inside controls; a table, bullets and line breaks in the answers',
    name: 'a03.docx',
    kind: 'application',
    bytes: inWord(tonga, (xml) => {
      const bullets = ['Draft a numbering plan', 'Train four officers', 'Test it in one district']
        .map((text) => paragraph(`• ${text}`))
        .join('');
      const nested = `<w:sdt><w:sdtPr><w:alias w:val="block"/><w:tag w:val="goog_rdk_1"/><w:id w:val="901"/></w:sdtPr><w:sdtContent>${bullets}</w:sdtContent></w:sdt>`;
      const situation = table([
        ['Year', 'What was done'],
        ['2021', 'Study'],
        ['2024', 'Consultation of operators'],
      ]);
      const withTable = holding(xml, 'policy_situation', `${paragraph('So far:')}${situation}${paragraph('')}`);
      const withBreaks = holding(
        withTable,
        'timeline',
        paragraph('Early spring 2028: desk study\nJuly to September 2028: visit'),
      );
      return holding(withBreaks, 'support_action', nested);
    }),
    expected: {
      ...tongaExpected,
      answers: {
        ...tongaAnswers,
        support_action: 'Draft a numbering plan Train four officers Test it in one district',
        policy_situation: 'So far: Year What was done 2021 Study 2024 Consultation of operators',
        timeline: 'Early spring 2028: desk study July to September 2028: visit',
      },
      // Spring is in other months on the other half of the globe.
      times: ['?', '2028-07..2028-09'],
    },
  },
  {
    what: 'tracked changes, a remark, formatted words pasted from a page',
    name: 'a04.docx',
    kind: 'application',
    bytes: inWord(tonga, (xml) => {
      const issue = `<w:p><w:r><w:t xml:space="preserve">Six districts share one </w:t></w:r><w:del w:id="71" ${author}><w:r><w:delText xml:space="preserve">dialling </w:delText></w:r></w:del><w:ins w:id="72" ${author}><w:r><w:t xml:space="preserve">area </w:t></w:r></w:ins><w:commentRangeStart w:id="5"/><w:r><w:t>code.</w:t></w:r><w:commentRangeEnd w:id="5"/></w:p>`;
      const pasted = `<w:p><w:pPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial"/><w:b/><w:color w:val="222222"/><w:sz w:val="30"/></w:rPr><w:t xml:space="preserve">Regulation 12 </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>(draft)</w:t></w:r></w:hyperlink></w:p>`;
      const when = `<w:p><w:ins w:id="73" ${author}><w:r><w:t>December 2027 – February 2028</w:t></w:r></w:ins></w:p>`;
      return holding(holding(holding(xml, 'policy_issue', issue), 'policy_contribution', pasted), 'timeline', when);
    }),
    expected: {
      ...tongaExpected,
      answers: {
        ...tongaAnswers,
        policy_issue: 'Six districts share one area code.',
        policy_contribution: 'Regulation 12 (draft)',
        timeline: 'December 2027 – February 2028',
      },
      times: ['2027-12..2028-02'],
    },
  },
  {
    what: 'answers typed below the boxes and behind the question; the boxes left as they were',
    name: 'a05.docx',
    kind: 'application',
    bytes: inWord(
      { ...tonga, answers: { ...tonga.answers, policy_issue: prompt, support_action: prompt, timeline: prompt } },
      (xml) => {
        const below = atControl(
          xml,
          'policy_issue',
          (whole) => `${whole}${paragraph('Numbers run out in two years.')}`,
        );
        const behind = below.replace(
          'Please specify the support action that you need.</w:t></w:r>',
          (question) => `${question}${run(' A plan and the training to keep it.')}`,
        );
        return atControl(behind, 'timeline', (whole) => `${whole}${paragraph('15.03.2027 – 26.03.2027')}`);
      },
    ),
    expected: {
      ...tongaExpected,
      answers: {
        ...tongaAnswers,
        policy_issue: 'Numbers run out in two years.',
        support_action: 'A plan and the training to keep it.',
        timeline: '15.03.2027 – 26.03.2027',
      },
      times: ['2027-03..2027-03'],
    },
  },
  {
    what: 'one control deleted with its box, one copied below itself and filled again',
    name: 'a06.docx',
    kind: 'application',
    bytes: inWord(tonga, (xml) => {
      const deleted = atControl(xml, 'policy_contribution', () => paragraph('Becomes Regulation 12.'));
      return atControl(
        deleted,
        'stakeholders',
        (whole) =>
          `${whole}${whole.replace('Reef Mobile', 'Coast Guard').replace('Harbour Telephone Company', 'Port of Neiafu')}`,
      );
    }),
    expected: {
      ...tongaExpected,
      answers: {
        ...tongaAnswers,
        policy_contribution: 'Becomes Regulation 12.',
        stakeholders: 'Reef Mobile Harbour Telephone Company Coast Guard Port of Neiafu',
      },
    },
  },
  {
    what: 'boxes deleted and "X" or "✓" typed before the option instead',
    name: 'a07.docx',
    kind: 'application',
    bytes: inWord(
      { ...tonga, chosen: [], answers: { ...tonga.answers, timeline: 'First quarter of the fiscal year 2027/28' } },
      (xml) => boxAs(boxAs(xml, 'training', 'X'), 'analysis_report', '✓'),
    ),
    expected: {
      ...tongaExpected,
      answers: { ...tongaAnswers, timeline: 'First quarter of the fiscal year 2027/28' },
      chosen: ['training', 'analysis_report'],
      // Which months a fiscal year has, the form does not say.
      times: ['?'],
    },
  },
  {
    what: 'all boxes empty, and a sentence below them',
    name: 'a08.docx',
    kind: 'application',
    bytes: inWord({ ...tonga, chosen: [], answers: { ...tonga.answers, timeline: 'ASAP' } }, (xml) =>
      atControl(xml, 'expected_outcomes/others/text', (whole) => whole).replace(
        /(<w:p><w:pPr><w:pStyle w:val="Question"\/><\/w:pPr><w:r><w:t xml:space="preserve">7\))/u,
        (question) => `${paragraph('All except developing systems and others.')}${question}`,
      ),
    ),
    expected: {
      ...tongaExpected,
      answers: { ...tongaAnswers, timeline: 'ASAP' },
      chosen: ['awareness', 'training', 'analysis_report', 'drafting_regulations', 'policy_design'],
      times: ['?'],
    },
  },
  {
    what: 'opened as OpenDocument, saved, and saved again as Word',
    name: 'a09.docx',
    kind: 'application',
    bytes: inWord(tonga),
    converted: 'odt',
    expected: tongaExpected,
  },
  {
    what: 'printed to PDF',
    name: 'a10.pdf',
    kind: 'application',
    bytes: inWord({ ...tonga, chosen: ['training', 'others'], other: 'A test in one district' }),
    converted: 'pdf',
    expected: { ...tongaExpected, chosen: ['training', 'others'] },
  },
  {
    what: 'an older version with a question that is gone, and a question of the ministry itself',
    name: 'a11.docx',
    kind: 'application',
    bytes: inWord(
      {
        ...tonga,
        form: older,
        answers: {
          ...tonga.answers,
          earlier_support: 'The Atoll Fund paid for a workshop in 2025.',
          own_budget: 'Vote 14, item 3.',
        },
      },
      withoutControls,
    ),
    expected: {
      ...tongaExpected,
      extra: ['The Atoll Fund paid for a workshop in 2025.', 'Vote 14, item 3.'],
    },
  },
];

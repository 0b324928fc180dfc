/** What came back: a request typed anew by the applicant, and an offer. */
import { blank, gridTable, paragraph, paragraphs, type Block } from '../house/content.ts';
import { formCode, formData, offerForm } from '../house/forms.ts';
import { wordFile } from '../house/word.ts';
import { outcomeNames, retyped } from '../texts/applications.ts';

/** Without controls, with numbers of its own, two questions the other way round, and an "x" for a tick. */
export function retypedApplication(): Uint8Array {
  const { country, organisation, title, answers, outcomes } = retyped;
  const blocks: Block[] = [
    paragraph(null, '**APPLICATION FOR AN EXPERT MISSION**', { align: 'center' }),
    blank,
    ...paragraphs(
      null,
      `Name of Country: ${country}`,
      `Name of Organization: ${organisation}`,
      `Title of the project: ${title}`,
    ),
    blank,
    paragraph(null, '1. Policy issue for which your administration needs support'),
    ...paragraphs(null, ...answers.policy_issue),
    blank,
    paragraph(null, '2. Situation of the policy, what has been prepared or implemented, remaining issues'),
    ...paragraphs(null, ...answers.policy_situation),
    blank,
    paragraph(null, '3. Please specify the support action or factor that you need'),
    ...answers.support_action.map((text) => paragraph(null, `– ${text}`)),
    blank,
    paragraph(null, '4. How will the outcome of the Expert Mission support the policy formulation?'),
    ...paragraphs(null, ...answers.policy_contribution),
    blank,
    paragraph(null, '6. Stakeholders or agencies to be involved other than your organization'),
    ...answers.stakeholders.map((text) => paragraph(null, `– ${text}`)),
    blank,
    paragraph(null, '7. Please choose your expected outcomes (multiple choice)'),
    ...Object.entries(outcomeNames).map(([name, text]) =>
      paragraph(null, outcomes.some((one) => one === name) ? `x ${text}` : text),
    ),
    blank,
    paragraph(null, '8. Possible timeline for the Expert Mission'),
    ...answers.timeline.map((text) => paragraph(null, `– ${text}`)),
  ];
  return wordFile({
    title: 'Application',
    creator: 'Ministry of Reefs and Networks',
    date: '2026-01-20T02:15:00Z',
    blocks,
  });
}

/** An offer for the first request of the call. What the Union should pay is left blank, which has a meaning. */
export function assistancePlan(): Uint8Array {
  const blocks = offerForm(
    {
      interest: paragraphs(null, 'Rules for warnings over mobile networks (Fiji)'),
      details: paragraphs(
        null,
        'Our institute has drawn up rules on warnings for three small States and was present when they were applied for the first time. We offer to proceed in three steps.',
        'In the first step two lawyers review the Act on Disasters and the licences, and list in a short paper what is missing.',
        'In the second step an engineer and a lawyer visit Suva for eight working days, speak with the authorities and the operators one by one, and lead a workshop of two days at which the procedure is agreed.',
        'In the third step the draft regulations are written, discussed with the Ministry over the network and handed over with a commentary.',
      ),
      schedule: paragraphs(
        null,
        'May 2026: review of the Act and the licences',
        'June 2026: visit and workshop',
        'July – August 2026: draft regulations and commentary',
      ),
      outcomes: paragraphs(
        null,
        'A paper on the present law and its gaps',
        'A procedure agreed between authorities and operators',
        'Draft regulations on warnings, with a commentary',
      ),
      others: paragraphs(
        null,
        'We would be grateful if the secretariat asked the Ministry for the texts of the licences before May.',
      ),
      cost: [
        gridTable(
          [4438, 2200, 3000],
          ['Item', 'Estimated cost (USD)', 'To be paid by'],
          [
            ['Air fares of two experts', '3,400', 'Institute for Island Law'],
            ['Accommodation and daily allowances', '4,160', 'Institute for Island Law'],
            ['Consulting fees, 32 days', '16,000', 'Institute for Island Law'],
            ['Printing and translation of documents', '900', 'Institute for Island Law'],
            ['Venue and interpretation of the workshop', '1,800', 'Fiji'],
          ],
        ),
        paragraph(null, 'Total: 26,260 USD'),
      ],
      requested: [blank],
    },
    [
      ['Dr Elenoa Rarotu', 'Institute for Island Law', '+679 555 0142', 'elenoa.rarotu@example.org'],
      ['Mr Henrik Aalto', 'Institute for Island Law', '+679 555 0187', 'henrik.aalto@example.org'],
    ],
    false,
  );
  return wordFile({
    title: 'Assistance plan',
    creator: 'Institute for Island Law',
    date: '2026-03-24T09:30:00Z',
    footer: formCode,
    data: formData,
    blocks,
  });
}

/** The call for expert missions in 2026: letter, introduction, summary, five requests, the empty form for offers. */
import { blank, cell, paragraph, paragraphs, type Block } from '../house/content.ts';
import { applicationForm, formCode, formData, offerForm } from '../house/forms.ts';
import { lists, wordFile } from '../house/word.ts';
import { applications } from '../texts/applications.ts';

const letter: Block[] = [
  ...paragraphs('Letterhead', '**OCEANIC COMMUNICATIONS UNION**', '14 Breakwater Road, Port Vila, Vanuatu'),
  blank,
  ...paragraphs(null, 'Ref: OCU/BD-6.2/2026/EM-Invitation', '16 February 2026', 'Dear Sir or Madam,'),
  paragraph(null, '**Subject: Invitation to support the OCU Expert Mission 2026**'),
  ...paragraphs(
    null,
    'With the OCU Expert Mission the Union sends experts to members that have asked for help with a question of policy or regulation. Since it was begun in 2019, twenty-six missions have been carried out by experts of fourteen organizations.',
    'In the autumn of 2025 the secretariat asked the members for their needs. Five requests were received in due form. They are summed up in Attachment 2, and the forms themselves follow the summary.',
    'We would be grateful if your organization considered which of these requests it could meet. One expert or several may be offered, for one request or for more than one. The conditions are explained in Attachment 1.',
    'Please send the form in Attachment 3 to the secretariat (missions@example.int) no later than 31 March 2026.',
    'Yours sincerely,',
  ),
  blank,
  ...paragraphs(null, 'Salote Vainikolo', 'Secretary-General'),
  blank,
  ...paragraphs(
    null,
    'Enclosures:',
    'Attachment 1: Introduction to the OCU Expert Mission 2026',
    'Attachment 2: Summary of Applications for the OCU Expert Mission 2026',
    'Attachment 3: Assistance Plan for the OCU Expert Mission 2026',
  ),
  blank,
  ...paragraphs(
    null,
    'To: Member States of the Union, Sector Members, Academic Institutions',
    'cc: Fiji, Samoa, Tonga, Republic of Talava',
  ),
];

const introduction: Block[] = [
  paragraph('Heading1', 'Introduction to the OCU Expert Mission 2026', { pageBefore: true }),
  paragraph('Heading2', 'I.\tObjectives'),
  ...paragraphs(
    null,
    'The Expert Mission helps members to answer questions of policy and regulation for which they have no specialist of their own. It is also meant to let experience gained in one member benefit the others: each mission ends with a report that all members may read.',
  ),
  paragraph('Heading2', 'II.\tTopics'),
  ...paragraphs(
    null,
    'Any topic of policy or regulation that belongs to the Strategic Plan of the Union is admitted. Examples are:',
  ),
  ...[
    'review of a policy or of a law on telecommunications;',
    'rules on warnings over public networks;',
    'analysis of costs and prices;',
    'security of networks and of data.',
  ].map((text) => paragraph('Bullet', text, { list: { id: lists.bullets, level: 0 } })),
  paragraph('Heading2', 'III.\tScope'),
  ...paragraphs(
    null,
    'A mission consists of preparatory talks over the network, a visit of one week or two, and a report. It does not include equipment, buildings or the salaries of staff. The scope of each mission is settled between the member, the expert and the secretariat before it begins.',
  ),
  paragraph('Heading2', 'IV.\tFinancing'),
  ...paragraphs(
    null,
    'The Union can bear the costs of travel and documents of the experts. Organizations that are able to bear these costs themselves are invited to do so. The member that receives the mission provides rooms, local transport and, where it is needed, interpretation.',
  ),
  paragraph('Heading2', 'V.\tAfter the mission'),
  ...paragraphs(
    null,
    'The member tells the secretariat, half a year after the report, what has become of the advice. The secretariat publishes an overview of all missions each year.',
  ),
];

/** The summary as the secretariat typed it. The title in the fourth row differs from the form; that is planted. */
function summary(): Block[] {
  const rows = applications.map(({ country, organisation, title }, index) => [
    String(index + 1),
    applications[index - 1]?.country === country ? '' : country,
    organisation,
    index === 3 ? 'Licensing of satellite terminals of visitors' : title,
  ]);
  return [
    paragraph('Heading1', 'Summary of Applications for the OCU Expert Mission 2026', { pageBefore: true }),
    {
      kind: 'table',
      widths: [700, 1900, 3238, 3800],
      lines: 'grid',
      rows: [
        {
          header: true,
          cells: ['No.', 'Country', 'Organization', 'Title of proposal'].map((text) =>
            cell('Tablehead', text, { shaded: true }),
          ),
        },
        ...rows.map((row) => ({ cells: row.map((text) => cell('Tabletext', text)) })),
      ],
    },
  ];
}

/** The Word file. */
export function missionCall(): Uint8Array {
  return wordFile({
    title: 'OCU Expert Mission 2026: invitation',
    creator: 'OCU Bureau for Development',
    date: '2026-02-16T05:00:00Z',
    footer: formCode,
    data: formData,
    blocks: [
      ...letter,
      ...introduction,
      ...summary(),
      ...applications.flatMap((application) => applicationForm(application, true)),
      ...offerForm({}, [], true),
    ],
  });
}

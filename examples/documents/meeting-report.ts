/**
 * The report of a meeting of agencies. Its participants have addresses, which nobody outside the secretariat may ever
 * see: each is one of a kind, so that a test can look for it everywhere.
 */
import { blank, cell, paragraph, paragraphs, type Block, type Row } from '../house/content.ts';
import { wordFile } from '../house/word.ts';

const outcomes: readonly string[] = [
  '14 participants from 8 organizations told each other about their work on digital islands and looked for ways to join forces.',
  'Participants shared the view that the group is the right place to find out, before a project begins, who else works in the same field.',
  'RWO and OCU are considering how the weather stations that RWO sets up on outer islands could share power and connections with the stations of island networks.',
  'IDF will publish a call for projects on community networks in September 2026 and encourages the other agencies to take part in the selection.',
  'Much is known in each agency about the needs of the islands, but the results of surveys are not well shared. Three agencies sent questionnaires to the same ministries in 2025.',
  'Participants agreed to keep one calendar of surveys and to enter each survey in it two months before it begins. OSC looks after the calendar.',
  'RWO offered to host the Thirteenth Meeting of the Interagency Group on Digital Islands (IGDI) in 2027.',
];

/** What each agency reported. Women in Island Technology took part without a report; that is planted. */
const highlights: readonly { introduction: string; items: string[] }[] = [
  {
    introduction: 'OCU, as Chair of the meeting, outlined its current and planned activities, including:',
    items: [
      'OCU carries out five expert missions in 2026, in Fiji, Samoa, Tonga and elsewhere, and invites the agencies to name experts.',
      'OCU surveys the connection of all inhabited islands every two years. The next survey will begin in February 2027.',
      'OCU and MSAI test receivers for warnings by satellite on fishing boats in Kiribati and Tuvalu.',
      'OCU is drafting its action plans for 2028 and 2029.',
      'A reliable connection is essential for every other service on an island.',
    ],
  },
  {
    introduction: 'RWO presented its programme for outer islands, including:',
    items: [
      'RWO has set up twenty-two automatic weather stations in Vanuatu and Solomon Islands since 2024.',
      'RWO plans to train observers on forty islands in 2026 and 2027, in partnership with the weather services.',
      'RWO runs an exercise on tsunami warnings each November.',
      'The mandate of RWO is to observe and to forecast; the decision to warn rests with the States.',
    ],
  },
  {
    introduction: 'IDF explained the following activities and areas for collaboration:',
    items: [
      'IDF finances community networks on eleven islands of Fiji and Papua New Guinea.',
      'IDF will open a credit line for solar power on island networks in January 2027.',
      'There is a lack of projects that are ready to be financed.',
    ],
  },
  {
    introduction: 'OHN provided an overview of its work on health services over networks, including:',
    items: [
      'OHN connects nurses on sixty islands with doctors in the capital by video, in cooperation with UIU.',
      'OHN is preparing guidelines on the protection of data of patients.',
      'OHN held a workshop on electronic prescriptions in Samoa in March 2026.',
    ],
  },
  {
    introduction: 'UIU outlined its courses and its research, including:',
    items: [
      'UIU offers a diploma in the maintenance of networks, taught at a distance, to which forty students are admitted each year.',
      'UIU is a union of seven universities of the region.',
      'UIU studies how long batteries last in tropical climates and will publish the results in 2027.',
    ],
  },
  {
    introduction: 'MSAI explained its activities on safety at sea, including:',
    items: [
      'MSAI distributes emergency beacons to small boats in Kiribati, Tuvalu and Nauru.',
      'MSAI trains operators of coastal radio stations twice a year.',
    ],
  },
  {
    introduction: 'OSC shared information on its work, including:',
    items: [
      'OSC collects figures on the use of networks by households and will publish them for the third time in July 2026.',
      'The figures show that 38 per cent of households on outer islands have no device of their own.',
      'OSC helps statistical offices to add questions on networks to their censuses.',
    ],
  },
];

interface Delegation {
  name: string;
  people: { name: string; role: string; mail: string; telephone?: string }[];
}

const participants: readonly Delegation[] = [
  {
    name: 'OCEANIC COMMUNICATIONS UNION (OCU)',
    people: [
      {
        name: 'Ms. Salote Vainikolo',
        role: 'Secretary-General',
        mail: 'salote.vainikolo@example.int',
        telephone: '+678 555 0101',
      },
      { name: 'Mr. Ioane Tafua', role: 'Director, Bureau for Development', mail: 'i.tafua@example.int' },
      { name: 'Dr. Mereana Pohatu', role: 'Programme Officer, Bureau for Networks', mail: 'pohatu.m@example.int' },
      { name: 'Mr. Luc Kaltau', role: 'Assistant', mail: 'kaltau-luc@example.int', telephone: '+678 555 0119' },
    ],
  },
  {
    name: 'REGIONAL WEATHER AND OCEAN OFFICE (RWO)',
    people: [
      { name: 'Mr. Tuilagi Seumanu', role: 'Chief Observer', mail: 'seumanu@example.org' },
      { name: 'Ms. Ana Lolohea', role: 'Warning Officer', mail: 'ana.lolohea@example.org', telephone: '+685 555 0127' },
    ],
  },
  {
    name: 'ISLANDS DEVELOPMENT FUND (IDF)',
    people: [
      { name: 'Mr. Graham Okoro', role: 'Head of Infrastructure', mail: 'gokoro@example.net' },
      { name: 'Ms. Lisi Fatafehi', role: 'Investment Officer', mail: 'fatafehi.lisi@example.net' },
    ],
  },
  {
    name: 'OCEANIC HEALTH NETWORK (OHN)',
    people: [{ name: 'Dr. Petelo Asomua', role: 'Medical Director', mail: 'p-asomua@example.org' }],
  },
  {
    name: 'UNION OF ISLAND UNIVERSITIES (UIU) (Online)',
    people: [{ name: 'Prof. Hina Matautia', role: 'Dean of Engineering', mail: 'hmatautia@example.net' }],
  },
  {
    name: 'MARITIME SAFETY AGENCY FOR THE ISLANDS (MSAI)',
    people: [
      {
        name: 'Mr. Iosefo Ratulevu',
        role: 'Radio Inspector',
        mail: 'ratulevu_i@example.org',
        telephone: '+679 555 0164',
      },
    ],
  },
  {
    name: 'WOMEN IN ISLAND TECHNOLOGY (WIT)',
    people: [{ name: 'Ms. Nancy Wale', role: 'Coordinator', mail: 'nancy.wale@example.net' }],
  },
  {
    name: 'OCEAN STATISTICS CENTRE (OSC)',
    people: [
      { name: 'Mr. Teariki Ngaro', role: 'Statistician', mail: 't.ngaro@example.org' },
      { name: 'Ms. Bua Tabureka', role: 'Survey Manager', mail: 'tabureka.bua@example.org' },
    ],
  },
];

const programme: readonly [time: string, ...item: string[]][] = [
  ['8:30 – 9:00', 'Registration'],
  ['9:00 – 9:20', 'Opening remarks', '• Ms. Salote Vainikolo, OCU', '• Mr. Tuilagi Seumanu, RWO'],
  ['9:20 – 10:30', 'Reports of the agencies, first part', '1. OCU', '2. RWO', '3. IDF'],
  ['10:30 – 10:45', 'Break'],
  ['10:45 – 12:00', 'Reports of the agencies, second part', '1. OHN', '2. UIU (online)', '3. MSAI', '4. OSC'],
  ['12:00 – 12:40', 'How to avoid asking the same questions twice', '• Discussion led by OSC'],
  ['12:40 – 13:00', 'Closing remarks', '• OCU'],
];

function participantBlocks(): Block[] {
  let number = 0;
  return participants.flatMap(({ name, people }): Block[] => [
    paragraph('Headingb', name),
    ...people.flatMap((person) => [
      paragraph(null, `${++number}. ${person.name}, ${person.role}`),
      paragraph(null, `E-mail: ${person.mail}${person.telephone === undefined ? '' : `, Tel: ${person.telephone}`}`),
    ]),
  ]);
}

const letters = 'abcdefgh';

/** The Word file. */
export function meetingReport(): Uint8Array {
  const blocks: Block[] = [
    paragraph('Title', 'Twelfth Meeting of the Interagency Group on Digital Islands (IGDI)'),
    ...['22 April 2026', 'Hosted by the Oceanic Communications Union', 'at OCU Headquarters in Port Vila, Vanuatu'].map(
      (text) => paragraph(null, text, { align: 'center' }),
    ),
    paragraph('Heading1', 'Key Outcomes'),
    ...outcomes.map((text, index) => paragraph('enumlev1', `${index + 1}.\t${text}`)),
    paragraph('Heading1', 'Key Highlights and Areas for Collaboration'),
    ...highlights.flatMap(({ introduction, items }) => [
      paragraph(null, introduction),
      ...items.map((text, index) => paragraph('enumlev1', `${letters.charAt(index)})\t${text}`)),
    ]),
    paragraph(null, 'Annex 1', { align: 'center', pageBefore: true }),
    paragraph('Heading1', 'LIST OF PARTICIPANTS'),
    ...participantBlocks(),
    paragraph(null, 'Annex 2', { align: 'center', pageBefore: true }),
    paragraph('Heading1', 'PROGRAMME'),
    {
      kind: 'table',
      widths: [2400, 7238],
      lines: 'grid',
      rows: [
        { header: true, cells: ['Time', 'Programme'].map((text) => cell('Tablehead', text, { shaded: true })) },
        ...programme.map(([time, ...item]): Row => ({ cells: [cell('Tabletext', time), cell('Tabletext', item)] })),
      ],
    },
    blank,
    ...paragraphs(null, 'All times are those of Port Vila.'),
  ];
  return wordFile({
    title: 'Report of the Twelfth Meeting of the Interagency Group on Digital Islands',
    creator: 'OCU secretariat',
    date: '2026-04-27T03:00:00Z',
    blocks,
  });
}

/** The contribution of the Northern Islands Conference: six common proposals, with every kind of revision in them. */
import { contributionBlocks, treatyHead, type Contribution } from '../house/contribution.ts';
import type { Block } from '../house/content.ts';
import type { Edit, Revision } from '../house/legal-text.ts';
import { changedResolution, cleanResolution, headOfResolution } from '../house/resolution.ts';
import { wordFile } from '../house/word.ts';
import { draftNic1 } from '../texts/draft-nic-1.ts';
import { resolution12 } from '../texts/resolution-12.ts';
import { resolution17 } from '../texts/resolution-17.ts';
import { resolution4 } from '../texts/resolution-4.ts';
import { resolution9 } from '../texts/resolution-9.ts';

const apia: Revision = { place: 'Apia', year: 2025, revised: true };

/** On Resolution 4: a shorter interval, a share of the regular budget, one instruction less. */
export const nicOnResolution4: Edit[] = [
  {
    add: 'that satellite systems in low orbit have shortened the delay of such connections since 2021, while their prices for public institutions remain hard to foresee',
    behind: 'considering b',
  },
  { in: 'recognizing c', change: [['c)', 'd)', 'letters']] },
  { in: 'noting a', change: [['two editions', 'three editions']] },
  { in: 'resolves 2', change: [['every four years', 'every two years']] },
  { in: 'resolves 2.2', change: [['number of days', 'number of days and hours']] },
  { in: 'resolves 3', change: [['two persons who', 'two persons, one of them a woman, who']], author: 1 },
  { in: 'resolves 4', change: [['before the Council', 'before the Council and shall be published']] },
  { in: 'resolves 5', change: [['voluntary contributions', 'one per cent of the regular budget and by gifts']] },
  {
    in: 'instructs the Secretary-General 1',
    change: [['of development banks', 'of development banks, satellite operators']],
  },
  { drop: 'instructs the Director of the Bureau for Development 4' },
  {
    add: 'to report each year to the Council on the islands that were connected and on those that lost their connection',
    behind: 'instructs the Director of the Bureau for Development 5',
  },
  {
    add: 'to advise administrations, on request, on the choice between satellite, radio and cable for each island',
    behind: 'instructs the Director of the Bureau for Networks 1',
    byEnter: true,
  },
  { in: 'invites the Council 1', change: [['*5*', '*4*']] },
];

/** On Resolution 9: evaluation every two years, no rule on travel costs, security among the courses. */
export const nicOnResolution9: Edit[] = [
  { in: 'recalling a', change: [['(Rev.~Suva, 2021)', '(Rev.~Apia, 2025)']] },
  {
    add: 'that the Union answers a growing number of requests for help with the security of small networks, and has few teachers who could give it',
    behind: 'considering c',
  },
  { in: 'recognizing a', change: [['administration[^exchange]', 'administration']] },
  { in: 'recognizing b', change: [['three times', 'five times']] },
  { in: 'resolves 4', change: [['once between two Plenipotentiary Assemblies', 'every two years']] },
  { drop: 'resolves 5' },
  {
    in: 'instructs the Director of the Bureau for Development 1',
    change: [['the administrations,', 'the administrations and the regional groups,']],
  },
  {
    add: 'to open the courses on the security of networks to staff of hospitals, schools and power companies',
    behind: 'instructs the Director of the Bureau for Development 3',
  },
  { in: 'invites Member States 1', change: [['four weeks', 'six weeks']] },
  { in: 'annex 2 c', change: [['the salary', 'the salary and the insurance']] },
  {
    add: 'whoever returns from an exchange passes on what was learned in a seminar at home',
    behind: 'annex 2 e',
  },
  { row: ['Security of small networks', 'Distance learning', '8', '60'], behindRow: 3, inAnnexPart: 4 },
  { dropRow: 5, inAnnexPart: 4 },
];

/** On Resolution 12: a later date, persons with disabilities, a clause moved from "noting" to "recognizing". */
export const nicOnResolution12: Edit[] = [
  { in: 'recalling b', change: [['Weather Office', 'Weather and Ocean Office']] },
  { in: 'considering a', change: [['cyclones, tsunamis', 'cyclones, floods, tsunamis']] },
  { in: 'considering c', change: [['are congested', 'are overloaded']] },
  {
    in: 'noting b',
    change: [
      ['four Member States', 'seven Member States'],
      ['two of them', 'five of them'],
    ],
  },
  { move: 'noting c', behind: 'recognizing c' },
  { in: 'recognizing b', change: [['needless', 'useless', 'letters']], author: 1 },
  { in: 'resolves 1', change: [['end of 2025', 'end of 2029']] },
  { in: 'resolves 2', change: [['across borders', 'across borders and read by machines']] },
  { in: 'resolves 3.2', change: [['choosing and testing', 'choosing, buying and testing']] },
  {
    add: 'in reaching persons with disabilities and visitors',
    behind: 'resolves 3.3',
    undone: ' of the region',
  },
  {
    add: 'to test, together with administrations that so request, warnings by satellite on islands without mobile networks',
    behind: 'instructs the Director of the Bureau for Networks 2',
    byEnter: true,
  },
  {
    add: 'to invite the Regional Weather and Ocean Office to each session of the Council that considers the report',
    behind: 'instructs the Secretary-General 1',
  },
  { in: 'invites Member States 2', change: [['once a year', 'twice a year']] },
  {
    section: {
      heading: 'invites the Regional Weather and Ocean Office',
      clauses: ['to publish its warnings in the common format as soon as they are issued'],
    },
    behind: 'invites Sector Members',
  },
];

const contribution: Contribution = {
  code: 'PA25/12(Add.1)-E',
  document: 'Addendum 1 to Document 12-E',
  date: '16 June 2025',
  source: 'Member States of the Northern Islands Conference',
  title: 'Common proposals for the work of the Assembly',
  preface: [
    'The Northern Islands Conference prepared the proposals below at four meetings, held in 2024 and 2025. Each was adopted as a common proposal, for which at least a quarter of the members of the Conference must sign and which no more than half as many may oppose.',
    'The table shows which Member States support each proposal. Signatures received after 13 June 2025 will be announced in a corrigendum.',
  ],
  support: [
    ['NIC/12A1/1', 'Constitution', 'Talava, Orune, Meridia, Sanguir, New Tarn'],
    ['NIC/12A1/2', 'Connecting small and outer islands', 'Talava, Orune, Meridia, Sanguir, Isles of Ketu'],
    ['NIC/12A1/3', 'Training and exchange of technical staff', 'Talava, Orune, Meridia, New Tarn'],
    ['NIC/12A1/4', 'Early warning over public networks', 'Orune, Meridia, Sanguir, New Tarn, Isles of Ketu'],
    ['NIC/12A1/5', 'Register of submarine cable landings', 'Talava, Sanguir, New Tarn'],
    ['NIC/12A1/6', 'Pool of satellite capacity', 'Talava, Orune, Sanguir, Isles of Ketu'],
  ],
  proposals: [
    {
      action: 'NOC',
      reference: 'NIC/12A1/1',
      bookmark: 'nic_1',
      summary: [
        'The Northern Islands Conference proposes that no provision of the Constitution be changed by this Assembly.',
      ],
      introduction: [
        'The Constitution is the treaty on which the Union rests. Each amendment of it must be ratified by the parliaments of the Member States before it can enter into force, and the amendments of 2013 are still not in force for six of them.',
        'At its session of 2024 the Council examined nine requests for amendments. In each case it found that a resolution of the Assembly would lead to the same end sooner.',
        'A Constitution that stands in different versions for different Members helps nobody. The members of the Conference therefore prefer to wait until the amendments already adopted are in force everywhere.',
      ],
      proposal: ['In view of the above, the Northern Islands Conference proposes no change to the Constitution.'],
      text: [treatyHead('CONSTITUTION OF', 'THE OCEANIC', 'COMMUNICATIONS UNION')],
      reasons:
        'The aims of the requests that were made can be reached by resolutions, and the amendments of 2013 should first be in force for all Member States.',
    },
    {
      action: 'MOD',
      reference: 'NIC/12A1/2',
      bookmark: 'nic_2',
      summary: [
        'This proposal revises Resolution~4 so that the state of connection of outer islands is surveyed more often and the fund for outer islands can rely on the regular budget.',
      ],
      introduction: [
        'Since 2021 the fund for outer islands has paid for nineteen projects on eleven islands. Two projects had to be given up when a pledge was withdrawn after the equipment had been ordered.',
        'The survey of 2021 was out of date within a year: new satellite systems have changed prices and delays more than the cables laid in the ten years before. An interval of four years is too long for planning.',
        'The administrations of the Northern Islands have also asked themselves what becomes of the results. Today the survey is placed before the Council and goes no further. Had it been published, the two operators that built towers a few hundred metres apart on the same island in 2022 could have shared one.',
        'In five of the nineteen projects both caretakers left their island within two years, mostly to look for work in the capital. Where one of them was a woman, one of the two stayed in every case.',
      ],
      proposal: ['The Northern Islands Conference proposes to revise Resolution~4 (Rev.~Suva, 2021) as shown below.'],
      text: changedResolution(resolution4, { edits: nicOnResolution4, revision: apia }),
    },
    {
      action: 'MOD',
      reference: 'NIC/12A1/3',
      bookmark: 'nic_3',
      summary: [
        'This proposal adds the security of networks to the programme of training, has the programme evaluated every two years and brings the annex up to date.',
      ],
      introduction: [
        'The programme of training and the exchange of staff are among the services of the Union that small administrations value most. In 2024 the exchange could offer forty places; it received one hundred and twelve requests.',
        'More than a third of the requests for help that the Bureau for Development receives now concern the security of networks. The courses listed in the annex do not yet cover the subject, while the course on analogue broadcasting has had no participants for two years.',
        'The rule that the sending administration pays for travel keeps the smallest administrations away. The Conference would rather leave the matter to the agreement that the two administrations conclude in any case.',
      ],
      proposal: [
        'The Northern Islands Conference proposes to revise Resolution~9 (Rev.~Suva, 2021) and its annex as shown below.',
      ],
      text: changedResolution(resolution9, { edits: nicOnResolution9, revision: apia }),
    },
    {
      action: 'MOD',
      reference: 'NIC/12A1/4',
      bookmark: 'nic_4',
      summary: [
        'This proposal moves the date by which every Member State should be able to warn its people, and asks that persons with disabilities and visitors be reached as well.',
      ],
      introduction: [
        'Seven Member States have tried cell broadcast, and five of them use it every day. Yet the date set in 2021 will be missed: in eleven States the law on warnings has not been adopted, and in three the equipment has not been delivered.',
        'The exercises of 2023 and 2024 showed two gaps. Warnings did not reach deaf people who had no vibrating device, and few visitors understood them.',
        'The common format has been a success. Eleven administrations use it, and the warnings of the earthquake of August 2024 crossed three borders without having to be typed again. What is still missing is a form of the message that machines can read, so that sirens, radio transmitters and telephones act on it at once.',
        'On islands without any mobile network the warning has to come by other means. Receivers for warnings by satellite have become cheap, but nobody has yet tried them out in the climate of the region.',
        'The Regional Weather Office also answers for the ocean since January 2024 and has changed its name accordingly.',
      ],
      proposal: ['The Northern Islands Conference proposes to revise Resolution~12 (Suva, 2021) as shown below.'],
      text: changedResolution(resolution12, { edits: nicOnResolution12, revision: apia }),
    },
    {
      action: 'SUP',
      reference: 'NIC/12A1/5',
      bookmark: 'nic_5',
      summary: ['This proposal suppresses Resolution~17, since its purpose has been fulfilled.'],
      introduction: [
        'The register of submarine cable landings was opened in 2022. A year later the operators of the region set up a register of their own, which holds the same landings and is kept up to date every day.',
        'The Council noted in 2024 that no administration had confirmed its entries in the register of the Union since the year before. To keep two registers side by side serves no purpose.',
      ],
      proposal: ['The Northern Islands Conference proposes to suppress Resolution~17 (Suva, 2021).'],
      text: headOfResolution(resolution17),
      reasons:
        'The register kept by the operators covers all landings of the region, is open to port authorities and costs the Union nothing.',
    },
    {
      action: 'ADD',
      reference: 'NIC/12A1/6',
      bookmark: 'nic_6',
      summary: [
        'This proposal is for a new resolution by which the Union sets up a pool of satellite capacity that Member States may join.',
      ],
      introduction: [
        'Satellite capacity is the largest single cost of networks on outer islands. It is sold at prices that fall with the quantity, so that those who need little pay most.',
        'In 2023 five administrations of the Northern Islands bought capacity together for the first time. The price of each fell by a third; when a cyclone struck one of them in March 2024, the others lent it their capacity within an hour.',
        'Three conditions made the experience a success. Each buyer could leave at the end of a year; each paid only for what it had ordered; and the use of the capacity was measured by somebody whom all of them trusted. The draft resolution takes them up.',
        'The Union is well placed to carry this experience further. It has the trust of buyers and sellers, and its rules of procurement are known to both.',
      ],
      proposal: ['The Northern Islands Conference proposes to adopt the following new resolution.'],
      text: cleanResolution(draftNic1),
    },
  ],
};

/** The pages of the contribution. */
export const nicContributionBlocks: Block[] = contributionBlocks(contribution);

/** The Word file. */
export function nicContribution(): Uint8Array {
  return wordFile({
    title: 'Common proposals of the Northern Islands Conference',
    creator: 'Northern Islands Conference',
    date: '2025-06-16T08:00:00Z',
    code: contribution.code,
    authors: [
      { name: 'NIC drafting group', date: '2025-04-14T09:20:00Z' },
      { name: 'Tevita Moala', date: '2025-05-22T15:45:00Z' },
    ],
    blocks: nicContributionBlocks,
  });
}

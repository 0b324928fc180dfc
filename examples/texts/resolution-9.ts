/** Resolution 9 of the Assembly: the text of 2021 with its annex, and what became of it in 2025. */
import { adopted, draftOf, type ResolutionText } from '../house/legal-text.ts';

export const resolution9: ResolutionText = {
  number: 9,
  revision: { place: 'Suva', year: 2021, revised: true },
  title: 'Training and exchange of technical staff',
  notes: {
    exchange: 'The exchange also covers staff of regulators and of operators that are owned by a Member State.',
  },
  preamble: [
    {
      heading: 'recalling',
      clauses: [
        'Resolution~4 (Rev.~Suva, 2021) of this Assembly, on connecting small and outer islands',
        'the decision of the Council, taken at its session of 2019, to open the exchange of staff to regulators',
      ],
    },
    {
      heading: 'considering',
      clauses: [
        'that small administrations often entrust spectrum, numbering and licensing to one and the same person',
        'that posts that stay vacant for more than a year are the reason most often given for late replies to the Union',
        'that courses held far from home deprive an administration of its only specialist for weeks',
      ],
    },
    {
      heading: 'recognizing',
      clauses: [
        'that staff who have worked in another administration[^exchange] return with experience that no course can give',
        'that distance learning reaches three times as many people as courses at the headquarters of the Union',
        'that participants prefer teachers who come from the region and speak its languages',
      ],
    },
    {
      heading: 'noting with appreciation',
      clauses: [
        'the offers of four Member States to receive staff of other administrations free of charge',
        'the courses that two universities of the region have recognized as part of their own degrees',
      ],
    },
  ],
  operative: [
    {
      heading: 'resolves',
      clauses: [
        'that the Union shall maintain a programme of training and a scheme for the exchange of technical staff, governed by the annex to this resolution',
        'that at least half of the places shall be offered to administrations with fewer than ten technical staff',
        'that courses shall be held, as far as possible, in the subregion of those who attend them',
        'that the programme shall be evaluated once between two Plenipotentiary Assemblies',
        'that the costs of travel shall be borne by the sending administration',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Development',
      clauses: [
        'to draw up each year, after consulting the administrations, a programme of courses and exchanges',
        'to keep a roster of teachers from the region',
        'to publish the material of all courses under an open licence',
        'to report each year to the Council on attendance, by administration and by sex',
        'to ask those who took part, one year later, how they use what they have learned',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Networks',
      clauses: [
        'to provide teachers for at least two courses a year',
        'to lend portable measuring equipment to administrations that hold a course',
      ],
    },
    {
      heading: 'instructs the Council',
      clauses: ['to fix each year, within the limits of the budget, the number of places in the exchange'],
    },
    {
      heading: 'invites Member States',
      clauses: [
        'to release staff for at least four weeks when they take part in the exchange',
        'to name one person who answers for training matters',
        'to count the time spent in an exchange as service with the administration at home',
        'to receive staff of other administrations',
      ],
    },
    {
      heading: 'invites Sector Members and academic institutions',
      clauses: ['to offer teachers, and places for practical work'],
    },
  ],
  annex: {
    title: 'Rules of the exchange of technical staff',
    sections: [
      {
        heading: 'Purpose',
        lead: [
          'The exchange lets technical staff of one administration work in another for a limited time, so that both gain from it.',
        ],
        items: [],
      },
      {
        heading: 'Conditions',
        lead: ['The following conditions apply to each exchange:'],
        items: [
          'the two administrations agree in writing on the tasks, the dates and the person in charge on each side',
          'an exchange lasts no less than four and no more than twenty-six weeks',
          'the sending administration continues to pay the salary',
          'the receiving administration provides a place of work and helps to find lodging',
          'each exchange ends with a report of at most five pages, which is sent to the Bureau for Development',
        ],
      },
      {
        heading: 'Choice of participants',
        lead: [
          'Where requests exceed the number of places, the Bureau for Development gives preference, in this order, to:',
        ],
        items: [
          'administrations that have had no place in the two years before',
          'administrations with fewer than ten technical staff',
          'persons who have not yet taken part in an exchange',
        ],
      },
      {
        heading: 'Courses',
        lead: [
          'The courses offered in preparation of an exchange are listed in the table below, to which the following rules apply:',
        ],
        items: [
          'a course is held only where at least eight persons from three administrations have enrolled',
          'whoever has attended a course receives a certificate that states its subject and its length',
          'places that no administration has asked for six weeks before the course are offered to operators',
        ],
        table: {
          widths: [4000, 2400, 1600, 1600],
          headings: ['Course', 'Place', 'Days', 'Places a year'],
          rows: [
            ['Spectrum monitoring with portable equipment', 'Suva', '10', '24'],
            ['Maintenance of shared earth stations', 'Honiara', '15', '18'],
            ['Numbering and number portability', 'Distance learning', '5', '60'],
            ['Analogue broadcasting networks', 'Apia', '5', '12'],
          ],
        },
      },
    ],
  },
};

/** The text adopted in Apia: most of what the Northern Islands Conference wanted, and shared costs of travel. */
export const resolution9Apia: ResolutionText = adopted(
  draftOf(resolution9, [
    { in: 'recalling a', change: [['(Rev.~Suva, 2021)', '(Rev.~Apia, 2025)']] },
    {
      add: 'that the Union answers a growing number of requests for help with the security of networks',
      behind: 'considering c',
    },
    { in: 'recognizing a', change: [['administration[^exchange]', 'administration']] },
    { in: 'recognizing b', change: [['three times', 'five times']] },
    { in: 'resolves 4', change: [['once between two Plenipotentiary Assemblies', 'every two years']] },
    {
      in: 'resolves 5',
      change: [['the sending administration', 'the sending administration and the Union in equal parts']],
    },
    {
      in: 'instructs the Director of the Bureau for Development 1',
      change: [['the administrations,', 'the administrations and the regional groups,']],
    },
    { in: 'annex 2 c', change: [['the salary', 'the salary and the insurance']] },
    { row: ['Security of small networks', 'Distance learning', '8', '60'], behindRow: 3, inAnnexPart: 4 },
    { dropRow: 5, inAnnexPart: 4 },
  ]),
  { place: 'Apia', year: 2025, revised: true },
);

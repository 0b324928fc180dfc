/** What the draft strategic plan for 2026 to 2029 sets out to do: four pillars with their objectives and actions. */

export interface Pillar {
  letter: string;
  name: string;
  subtitle: string;
  aim: string[];
  objectives: { text: string; actions: string[]; outcome: string }[];
}

export const pillars: readonly Pillar[] = [
  {
    letter: 'a',
    name: 'Reach',
    subtitle: 'A connection for every inhabited island',
    aim: [
      'Nearly a quarter of the people of the region still live where no network carries more than a telephone call. The Union will help its members to plan, to finance and to keep up connections that last, and it will do so island by island.',
      'Money is scarce, and what is spent on one island is missing on another. The survey of all inhabited islands is therefore the foundation of this pillar: it shows where a connection is missing, where one is about to fail, and what it would cost to mend either.',
    ],
    objectives: [
      {
        text: 'To bring at least one reliable broadband connection to every inhabited island',
        actions: [
          'Survey the state of connection of all inhabited islands every two years',
          'Help members to draw up plans for the connection of their outer islands',
          'Manage the fund for outer islands and publish how each project fares',
          'Collect and share model agreements on towers, earth stations and power supplies that operators use together',
        ],
        outcome: 'More inhabited islands with a reliable broadband connection',
      },
      {
        text: 'To lower what members pay for international capacity',
        actions: [
          'Bring buyers of satellite capacity together so that they can order as one',
          'Advise members on contracts for capacity on submarine cables',
          'Publish each year the prices that members pay for a unit of traffic',
          'Promote exchange points at which traffic between neighbours stays in the region',
        ],
        outcome: 'Lower and better known prices of international capacity',
      },
      {
        text: 'To make the best use of the radio spectrum',
        actions: [
          'Support members in planning and monitoring the spectrum with portable equipment',
          'Coordinate the use of frequencies among neighbouring islands',
          'Prepare common positions of members for world conferences',
          'Study how new satellite systems and the services on neighbouring frequencies can live together',
        ],
        outcome: 'Fewer cases of harmful interference between members',
      },
    ],
  },
  {
    letter: 'b',
    name: 'Resilience',
    subtitle: 'Networks that stand when they are needed most',
    aim: [
      'Cyclones, tsunamis and eruptions strike networks and people in the same hour. The Union will help its members to warn in time, to build networks that hold, and to restore at once what was lost.',
      'Experience shows that most interruptions have simple causes: an empty battery, a missing connector, a road that nobody could pass. Exercises bring such causes to light before a disaster does. The Union will hold them together with the authorities that have to act when it matters.',
    ],
    objectives: [
      {
        text: 'To warn all people in danger over public networks',
        actions: [
          'Assist members in introducing cell broadcast and in drawing up the rules for its use',
          'Keep the common format for warnings up to date together with the weather services',
          'Hold an exercise with the public in at least four member countries a year',
        ],
        outcome: 'More people who can be warned within ten minutes',
      },
      {
        text: 'To restore communications quickly after a disaster',
        actions: [
          'Keep three sets of emergency equipment ready at ports of the region',
          'Train teams that can put the equipment into service on any island',
          'Agree with shipping companies and air forces on the transport of equipment and teams',
          'Review after each disaster how long the interruption lasted, and why',
        ],
        outcome: 'Shorter interruptions of service after disasters',
      },
    ],
  },
  {
    letter: 'c',
    name: 'People',
    subtitle: 'Skills in every administration and on every island',
    aim: [
      'Equipment is bought once, but it must be kept running for years. The Union will train the staff of administrations and the caretakers of island networks, preferably near their homes and by teachers of the region.',
      'Women are still rare among the technical staff of the region, although they stay longer in their posts. Half of the places in all courses will be offered to women first.',
    ],
    objectives: [
      {
        text: 'To train the technical staff of administrations and operators',
        actions: [
          'Offer each year a programme of courses that members have helped to draw up',
          'Run the exchange of technical staff and find hosts for those who apply',
          'Open the courses on the security of networks to hospitals, schools and power companies',
          'Ask those who took part, a year later, how they use what they have learned',
        ],
        outcome: 'More technical staff who apply what they were taught',
      },
      {
        text: 'To leave on every island people who can restore the service',
        actions: [
          'Hold a yearly course for caretakers of island networks',
          'Support repair workshops that young people set up',
          'Provide manuals in the languages of the islands',
        ],
        outcome: 'More islands with at least two trained caretakers',
      },
    ],
  },
  {
    letter: 'd',
    name: 'Cooperation',
    subtitle: 'Working with others, doing nothing twice',
    aim: [
      'Nine agencies run programmes for digital development in the region, often with the same partners in the same ministries. The Union will know what others do before it begins, and will let others know what it does.',
      'Members judge the Union by the answers that they receive. A secretariat that replies late, or asks for the same information twice, cannot expect to be trusted with larger tasks.',
    ],
    objectives: [
      {
        text: 'To plan together with the agencies that work in the region',
        actions: [
          'Convene the interagency meeting each year and follow up what it agreed',
          'Publish the activities of the Union in a form that others can reuse',
          'Invite partner agencies to take part in expert missions',
          'Share the results of surveys, so that members are asked only once',
        ],
        outcome: 'Fewer activities that overlap with those of partner agencies',
      },
      {
        text: 'To give the members a secretariat that is easy to work with',
        actions: [
          'Answer each request of a member within ten working days',
          'Offer all forms and reports for use on slow connections',
          'Report each year on what was done, what it cost and what it changed',
        ],
        outcome: 'Members that are satisfied with the services of the secretariat',
      },
    ],
  },
];

/** Indicators by objective: statement, baseline and target with their years in the headings of the table. */
export const indicators: readonly [objective: string, indicator: string, baseline: string, target: string][] = [
  ['a.1', 'Share of inhabited islands with a reliable broadband connection', '61 %', '80 %'],
  ['a.1', 'Projects of the fund for outer islands in service after two years', '15', '40'],
  ['a.2', 'Average price of one megabit a second by satellite, in US dollars a month', '310', '200'],
  ['a.3', 'Cases of harmful interference reported between members', '27', '10'],
  ['b.1', 'Member countries that warn by cell broadcast', '5', '14'],
  ['b.2', 'Average days until service is restored on an island struck by a cyclone', '9', '4'],
  ['c.1', 'Persons who completed a course in the year', '640', '1,200'],
  ['c.1', 'Share of former participants who use what they learned', '48 %', '70 %'],
  ['c.2', 'Share of outer islands with at least two trained caretakers', '35 %', '75 %'],
  ['d.1', 'Joint activities with partner agencies in the year', '6', '15'],
  ['d.2', 'Share of requests answered within ten working days', '72 %', '95 %'],
];

/** Risks with what they consist in and what is done about them. */
export const risks: readonly { title: string; statements: string[]; measures: string[] }[] = [
  {
    title: 'Contributions fall short',
    statements: [
      'Risk that pledges to the fund for outer islands are withdrawn after equipment was ordered',
      'Risk that arrears of members force the Union to cut its programme of courses',
    ],
    measures: [
      'Risk avoidance: by ordering equipment only when the pledge has been paid;',
      'Risk limitation: by ranking all activities in the order in which they would be given up;',
      'Risk transfer: by agreements under which development banks step in.',
    ],
  },
  {
    title: 'Posts stay vacant',
    statements: ['Risk that specialists leave and are not replaced for more than half a year'],
    measures: [
      'Risk limitation: by keeping a roster of former staff who can stand in;',
      'Risk acceptance: by closing one course a year where no teacher can be found.',
    ],
  },
  {
    title: 'Disasters strike the Union itself',
    statements: ['Risk that a cyclone interrupts the work of the secretariat', 'Risk that data of members are lost'],
    measures: [
      'Risk avoidance: by keeping copies of all data in two countries;',
      'Risk limitation: by a yearly exercise in which the secretariat works from elsewhere.',
    ],
  },
  {
    title: 'Efforts are duplicated',
    statements: ['Risk that members are surveyed on the same matter by several agencies in one year'],
    measures: [
      'Risk limitation: by publishing the calendar of surveys at the beginning of the year;',
      'Risk transfer: by leaving a survey to the agency that knows the matter best.',
    ],
  },
];

/** Which targets of the Sustainable Development Goals and which WSIS action lines each pillar serves. */
export const alignment: readonly [pillar: string, targets: string, lines: string][] = [
  ['a', '1.4, 9.1, 9.c, 10.2, 17.6', 'C2, C6'],
  ['b', '1.5, 11.5, 13.1', 'C2, C5, C7'],
  ['c', '4.4, 5.b, 8.6', 'C4, C8'],
  ['d', '16.6, 17.9, 17.16', 'C1, C11'],
];

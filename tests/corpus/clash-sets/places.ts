/** Places: inserted clauses, moved clauses, sections that come and go, renumbering and what follows it. */
import { edited, type ClashSet } from './make.ts';

const bees = `RESOLUTION 5 (Rev. Ghent, 2012)
Bees and orchards
The Assembly of the Orchard Union (Ghent, 2012),
considering
a)	that bees visit every third orchard only;
b)	that honey is sold in all member countries;
c)	that hives were lost in the winter of 2010,
resolves
1	to plant hedges around orchards;
2	to count the hives of each member;
3	to reward the planting of lime trees,
instructs the Director
1	to publish the count of hives;
2	to propose rules for the spraying of orchards;
3	to report to the Assembly in 2016,
invites members
1	to send their counts by the end of March;
2	to ban spraying in the hours of daylight.`;

const beesHead = (reference: string): [string, string][] => [
  ['RESOLUTION 5', `MOD\t${reference}/1\nRESOLUTION 5`],
  ['5 (Rev. Ghent, 2012)', '5 (Rev. {-Ghent, 2012-}{+Metz, 2016+})'],
  ['Union (Ghent, 2012)', 'Union ({-Ghent, 2012-}{+Metz, 2016+})'],
];

export const insertions: ClashSet = {
  name: 'clauses inserted at the same and at other places',
  files: [
    {
      file: 'GAL.docx',
      as: 'word',
      styled: true,
      lines: edited(
        bees,
        ...beesHead('GAL/2A1'),
        ['winter of 2010,', 'winter of 2010{-,-}{+;+}\n+d)	that mites have reached the islands,'],
        ['each member;', 'each member;\n+3	to pay for new hives in the valleys;'],
        ['3	to reward', '{-3-}{+4+}	to reward'],
        ['lime trees,', 'lime trees{-,-}{+;+}\n+5	to hold a fair of honey every second year,'],
        ['count of hives;', 'count of hives;\n+2	to buy a scale for every beekeeper;'],
        ['2	to propose', '{-2-}{+3+}	to propose'],
        ['3	to report', '{-3-}{+4+}	to report'],
      ),
    },
    {
      file: 'HEL.docx',
      as: 'word by docx',
      lines: edited(
        bees,
        ...beesHead('HEL/3'),
        ['winter of 2010,', 'winter of 2010{-,-}{+;+}\n+d)	that mites have reached the islands,'],
        ['each member;', 'each member;\n+3	to pay for new hives in the mountains;'],
        ['3	to reward', '{-3-}{+4+}	to reward'],
        ['1	to publish', '+1	to translate the handbook of beekeeping;\n{-1-}{+2+}	to publish'],
        ['2	to propose', '{-2-}{+3+}	to propose'],
        ['3	to report', '{-3-}{+4+}	to report'],
        ['daylight.', 'daylight{-.-}{+;+}\n+3	to teach children about bees.'],
      ),
    },
    {
      file: 'ISL.docx',
      as: 'word',
      lines: edited(
        bees,
        ...beesHead('ISL/4'),
        ['lime trees,', 'lime trees{-,-}{+;+}\n+4	to study the effect of frost on pears,'],
        ['daylight.', 'daylight{-.-}{+;+}\n+3	to teach children about bees.'],
      ),
    },
  ],
  expected: {
    'Resolution 5': [
      'considering | + | GAL,HEL | same',
      'resolves | + | GAL,HEL | clash',
      'resolves | + | GAL,ISL | compatible',
      'instructs the Director | + | HEL | single',
      'instructs the Director | + | GAL | single',
      'invites members | + | HEL,ISL | same',
    ],
  },
};

const ferries = `RESOLUTION 77 (REV. LIMA, 2018)
FERRIES BETWEEN SMALL PORTS
The Plenipotentiary Conference of the Ferry Association (Lima, 2018),
recalling
a)	Resolution 12 (Rev. Lima, 2018) of this conference, on small ports;
b)	the agreement on piers of 2009,
noting
a)	that fog closes the ports on thirty days of the year;
b)	that the lights of the piers are out of date;
c)	that the crews are trained ashore,
resolves
1	to set up a timetable of all ferries;
2	to light all piers by the end of 2022;
3	to apply the measures in resolves 2 to jetties;
4	to charge the same fare on all lines,
instructs the Secretary-General
1	to print the timetable;
2	to collect complaints about fares,
instructs the Council
1	to approve the fares each year;
2	to appoint an inspector of piers,
encourages ports
to share their tugs.`;

const ferriesHead = (reference: string): [string, string][] => [
  ['RESOLUTION 77', `MOD\t${reference}/5\nRESOLUTION 77`],
  ['77 (REV. LIMA, 2018)', '77 (REV. {-LIMA, 2018-}{+OSLO, 2022+})'],
  ['Association (Lima, 2018)', 'Association ({-Lima, 2018-}{+Oslo, 2022+})'],
];

export const sections: ClashSet = {
  name: 'clauses moved, sections that come and go, references that follow',
  files: [
    {
      file: 'JAV.docx',
      as: 'word',
      styled: true,
      lines: edited(
        ferries,
        ...ferriesHead('JAV/11'),
        ['12 (Rev. Lima, 2018)', '12 (Rev. {-Lima, 2018-}{+Oslo, 2022+})'],
        [
          'b)	that the lights of the piers are out of date;\nc)	that',
          '-b)	that the lights of the piers are out of date;\n{-c)-}{+b)+}	that',
        ],
        ['piers of 2009,', 'piers of 2009{-,-}{+;+}\n+c)	that the lights of the piers are out of date,'],
        [
          '1	to set up a timetable of all ferries;',
          '1	to set up a timetable of all ferries;\n+2	to paint all ferries white;',
        ],
        ['2	to light', '{-2-}{+3+}	to light'],
        ['3	to apply the measures in resolves 2', '{-3-}{+4+}	to apply the measures in resolves {-2-}{+3+}'],
        ['4	to charge', '{-4-}{+5+}	to charge'],
        [
          'instructs the Council\n1	to approve the fares each year;\n2	to appoint an inspector of piers,',
          '-instructs the Council\n-1	to approve the fares each year;\n-2	to appoint an inspector of piers,',
        ],
      ),
    },
    {
      file: 'KAL.docx',
      as: 'word by docx',
      lines: edited(
        ferries,
        ...ferriesHead('KAL/12'),
        ['12 (Rev. Lima, 2018)', '12 (Rev. {-Lima, 2018-}{+Oslo, 2022+})'],
        ['out of date;', 'out of {-date-}{+order+};'],
        ['approve the fares each year', 'approve the fares each {-year-}{+spring+}'],
        ['instructs the Secretary-General', 'instructs the Secretary-General{+ and the Deputy+}'],
        ['encourages ports', '+requests the Director\n+to inspect the jetties every year,\nencourages ports'],
        ['encourages ports', '{-encourages-}{+urges+} ports'],
      ),
    },
  ],
  expected: {
    'Resolution 77': [
      'recalling | a) | JAV,KAL | same',
      'noting | b) | JAV,KAL | compatible',
      'resolves | + | JAV | single',
      'instructs the Secretary-General |  | KAL | single',
      'instructs the Council | 1 | JAV,KAL | deleted-and-amended',
      'instructs the Council | 2 | JAV | single',
      'requests the Director | + | KAL | single',
      'encourages ports |  | KAL | single',
    ],
  },
  why: { 'Resolution 77': { 'noting | b)': ['moves', 'date', 'order'], 'encourages ports | ': ['urges'] } },
};

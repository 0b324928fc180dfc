/** Words: changed word by word or as whole clauses, by several authors, in other quotes and capitals; labels of all kinds. */
import { edited, type ClashSet } from './make.ts';

const grain = `RESOLUTION 21 (Rev. Turin, 2016)
Storage of grain
The General Assembly of the Continental Grain Board (Turin, 2016),
considering
a)	that one silo in three was built more than forty years ago;
b)	that damp grain loses half of its value within a month;
c)	that the "guide to dry storage" of the Board is used in twelve countries,
resolves
1	to inspect three silos in each country;
2	to publish the results of the inspections each year;
3	to train the keepers of the silos;
4	to keep a list of the makers of dryers;
5	that old silos shall be replaced before the end of 2020;
6	that the costs shall be shared by the members,
instructs the Secretary-General
1	to report on the silos to the Council;
2	to open a register of keepers, with their names and their training;
3	to write to the makers of dryers referred to in resolves 4,
invites members
to open their silos to the inspectors.`;

const grainHead = (proponent: string): [string, string][] => [
  ['RESOLUTION 21', `MOD\t${proponent}/7/1\nRESOLUTION 21`],
  ['(Rev. Turin, 2016)', '(Rev. {-Turin, 2016-}{+Porto, 2020+})'],
  ['Board (Turin, 2016)', 'Board ({-Turin, 2016-}{+Porto, 2020+})'],
];

export const wordOrClause: ClashSet = {
  name: 'words against whole clauses',
  files: [
    {
      file: 'ALP.docx',
      as: 'word by docx',
      lines: edited(
        grain,
        ...grainHead('ALP'),
        ['inspect three silos', 'inspect {-three-}{+five+} silos'],
        ['each year', '{-each year-}{+every two years@C. Third+}'],
        ['to train the', 'to train{+, free of charge,+} the'],
        ['4	to keep a list of the makers of dryers;\n', '-4\tto keep a list of the makers of dryers;\n'],
        ['5	that old', '{-5-}{+4+}	that old'],
        ['end of 2020', 'end of {-2020-}{+2024+}'],
        ['6	that the costs', '{-6-}{+5+}	that the costs'],
        ['to the Council', 'to the Council{+ and to the Assembly+}'],
        ['with their names and', 'with {-their names and-}'],
        ['3	to write to the makers of dryers referred to in resolves 4,\n', ''],
        [
          'their training;\n',
          'their training{-;-}{+,+}\n-3	to write to the makers of dryers referred to in resolves 4,\n',
        ],
      ),
    },
    {
      file: 'BAL.docx',
      as: 'word',
      styled: true,
      lines: edited(
        grain,
        ...grainHead('BAL'),
        ['within a month', 'within {+{-about -}+}a month'],
        ['"guide to dry storage"', '“guide to dry storage”'],
        [
          '1	to inspect three silos in each country;',
          '1	{-to inspect three silos in each country;-}{+to inspect five silos in each country;+}',
        ],
        [
          '2	to publish the results of the inspections each year;',
          '2	{-to publish the results of the inspections each year;-}{+to publish the results of the inspections every three years;+}',
        ],
        [
          '3	to train the keepers of the silos;',
          '-3	to train the keepers of the silos;\n+3	to train the keepers of the silos and of the mills;',
        ],
        ['4	to keep a list of the makers of dryers;\n', '-4\tto keep a list of the makers of dryers;\n'],
        [
          '5	that old silos shall be replaced before the end of 2020;\n',
          '-5	that old silos shall be replaced before the end of 2020;\n',
        ],
        ['6	that the costs', '{-6-}{+4+}	that the costs'],
        ['by the members', 'by the members{+ and the donors+}'],
        ['to the Council', 'to the Council{+ and to the Assembly+}'],
        ['their names and their training', 'their names{- and their training-}'],
        ['in resolves 4', 'in {-resolves 4-}{+the annex+}'],
      ),
    },
  ],
  expected: {
    'Resolution 21': [
      'resolves | 1 | ALP,BAL | same',
      'resolves | 2 | ALP,BAL | clash',
      'resolves | 3 | ALP,BAL | compatible',
      'resolves | 4 | ALP,BAL | same',
      'resolves | 5 | ALP,BAL | deleted-and-amended',
      'resolves | 6 | BAL | single',
      'instructs the Secretary-General | 1 | ALP,BAL | same',
      'instructs the Secretary-General | 2 | ALP,BAL | clash',
      'instructs the Secretary-General | 3 | ALP,BAL | deleted-and-amended',
    ],
  },
  why: {
    'Resolution 21': {
      'resolves | 1': ['three', 'five'],
      'resolves | 2': ['each year', 'every two years', 'every three years'],
      'resolves | 3': ['free of charge', 'of the mills'],
      'instructs the Secretary-General | 3': ['deletes', 'the annex'],
    },
  },
};

const wells = `Resolution 8 (Lund, 2011)
Wells in dry places
The Conference of the League of Wells (Lund, 2011),
recognizing
(a)	that a well-kept well lasts for sixty years;
(b)	that the non-profit “Well Fund” paid for 1 200 wells;
(c)	that wells run dry in summer,
decides
1.	to keep a map of all wells;
2.	to help members:
–	to dig wells;
–	to clean wells;
–	to close wells that have run dry;
3.	to meet once a year;
3.1	in spring, in the north;
3.2	in autumn, in the south,
requests the Director
i)	to print the map;
ii)	to send the map to all members;
iii)	to answer questions about the map,
requests the Council
to pay for the map.`;

const wellsHead = (proponent: string, document: string): [string, string][] => [
  ['Resolution 8', `MOD\t${proponent}/${document}/1\nResolution 8`],
  ['8 (Lund, 2011)', '8 ({-Lund, 2011-}{+Rev. Riga, 2015+})'],
  ['Wells (Lund, 2011)', 'Wells ({-Lund, 2011-}{+Riga, 2015+})'],
];

export const labels: ClashSet = {
  name: 'labels of all kinds',
  files: [
    {
      file: 'DAN.docx',
      as: 'word',
      lines: edited(
        wells,
        ...wellsHead('DAN', '31'),
        ['sixty years', '{-sixty-}{+eighty+} years'],
        ['non-profit “Well Fund” paid for 1 200', 'non\u2011profit "Well Fund" paid for 1\u00a0200'],
        ['1.	to keep a map of all wells;', '1.	to keep a map of all wells{+ and springs+};'],
        ['–	to clean wells;', '–	to clean wells{+ every year+};'],
        ['once a year', '{-once-}{+twice+} a year'],
        ['3.1	in spring', '3.1	in {-spring-}{+March+}'],
        ['ii)	to send the map to all members;', '-ii)	to send the map to all members;'],
        ['iii)	to answer', '{-iii)-}{+ii)+}	to answer'],
        ['to pay for the map', 'to pay for {+half of +}the map'],
      ),
    },
    {
      file: 'EST.docx',
      as: 'word by docx',
      lines: edited(
        wells,
        ...wellsHead('EST', '32'),
        ['sixty years', '{-sixty-}{+seventy+} years'],
        ['of all wells;', 'of all wells{+ and springs+};'],
        ['–	to close wells that have run dry;', '-–	to close wells that have run dry;'],
        ['–	to clean wells;', '–	to clean wells{+ each May+};'],
        ['3.2	in autumn', '3.2	in {-autumn-}{+October+}'],
        ['ii)	to send the map to all members;', 'ii)	to send the map to all members{+ free of charge+};'],
        ['to pay for the map', 'to pay for the map{+ and its printing+}'],
      ),
    },
    {
      file: 'FIN.txt',
      as: 'flattened',
      lines: edited(
        wells,
        ...wellsHead('FIN', '33'),
        ['(b)	that', '+(b)	that rain has become rare since the meeting in Riga in 2015;\n{-(b)-}{+(c)+}	that'],
        ['(c)	that wells', '{-(c)-}{+(d)+}	that wells'],
        ['once a year', '{-once-}{+twice+} a year'],
      ),
    },
  ],
  expected: {
    'Resolution 8': [
      'recognizing | (a) | DAN,EST | clash',
      'recognizing | + | FIN | single',
      'decides | 1. | DAN,EST | same',
      'decides | – | DAN,EST | clash',
      'decides | – | EST | single',
      'decides | 3. | DAN,FIN | same',
      'decides | 3.1 | DAN | single',
      'decides | 3.2 | EST | single',
      'requests the Director | ii) | DAN,EST | deleted-and-amended',
      'requests the Council |  | DAN,EST | compatible',
    ],
  },
  why: {
    'Resolution 8': {
      'recognizing | (a)': ['sixty', 'eighty', 'seventy'],
      'requests the Council | ': ['half of', 'and its printing'],
    },
  },
};

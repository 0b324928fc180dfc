/** Four proponents with mixed relations, one of them in two addenda; copies without revision marks; headings in capitals. */
import { edited, type ClashSet } from './make.ts';

const paths = `RESOLUTION 77 (REV. BERGEN, 2018)
MOUNTAIN PATHS
The Plenipotentiary Conference of the Hiking Federation (Bergen, 2018),
recalling
Resolution 12 (Bergen, 2018) of this conference, on huts,
bearing in mind
a)	that four paths out of five are unmarked;
b)	that walkers get lost in fog;
c)	that maps on paper are no longer sold,
resolves
1	that paths shall be marked every 50 metres;
2	that huts shall be open from June to September;
3	that guides shall pass an examination every third year;
4	that dogs shall be kept on a lead;
5	that tents may stand one night only,
instructs the Director of the Bureau of Paths
1	to print maps of all paths;
2	to train 200 guides;
3	to count the walkers on each path;
4	to repair the bridges.`;

const head = (reference: string): [string, string][] => [
  ['RESOLUTION 77', `MOD\t${reference}\nRESOLUTION 77`],
  ['77 (REV. BERGEN, 2018)', '77 (REV. {-BERGEN, 2018-}{+DAVOS, 2022+})'],
  ['Federation (Bergen, 2018)', 'Federation ({-Bergen, 2018-}{+Davos, 2022+})'],
  ['12 (Bergen, 2018)', '12 ({-Bergen, 2018-}{+Rev. Davos, 2022+})'],
];

export const fourProponents: ClashSet = {
  name: 'four proponents, one in two addenda',
  files: [
    {
      file: 'MAN-50A1.docx',
      as: 'word',
      styled: true,
      lines: edited(
        paths,
        ...head('MAN/50A1/1'),
        ['50 metres', '{-50-}{+40+} metres'],
        ['4	that dogs shall be kept on a lead;\n5', '-4	that dogs shall be kept on a lead;\n{-5-}{+4+}'],
        ['200 guides', '{-200-}{+300+} guides'],
      ),
    },
    {
      file: 'MAN-50A2.docx',
      as: 'word',
      lines: edited(
        `RESOLUTION 31 (REV. BERGEN, 2018)
HUTS
The Plenipotentiary Conference of the Hiking Federation (Bergen, 2018),
resolves
1	that huts shall have a stove;
2	that huts shall be swept daily.`,
        ['RESOLUTION 31', 'MOD\tMAN/50A2/1\nRESOLUTION 31'],
        ['31 (REV. BERGEN, 2018)', '31 (REV. {-BERGEN, 2018-}{+DAVOS, 2022+})'],
        ['Federation (Bergen, 2018)', 'Federation ({-Bergen, 2018-}{+Davos, 2022+})'],
        ['a stove', 'a stove{+ and a bell+}'],
      ),
    },
    {
      file: 'NOR.docx',
      as: 'word by docx',
      lines: edited(
        paths,
        ...head('NOR/51/1'),
        ['50 metres', '{-50-}{+40+} metres'],
        ['from June', 'from {-June-}{+May+}'],
        ['200 guides', '{-200-}{+250+} guides'],
        ['third year', '{-third-}{+second+} year'],
      ),
    },
    {
      file: 'OST.docx',
      as: 'word',
      lines: edited(
        paths,
        ...head('OST/52/1'),
        ['on a lead', 'on a lead{+ or at home+}'],
        ['one night', '{-one night-}{+two nights+}'],
        ['count the walkers', 'count {+and to greet +}the walkers'],
      ),
    },
    {
      file: 'PAM.txt',
      as: 'flattened',
      lines: edited(
        paths,
        ...head('PAM/53/1'),
        ['50 metres', '{-50-}{+60+} metres'],
        ['from June', 'from {-June-}{+May+}'],
        ['200 guides', '{-200-}{+250+} guides'],
      ),
    },
  ],
  expected: {
    'Resolution 31': ['resolves | 1 | MAN | single'],
    'Resolution 77': [
      'recalling |  | MAN,NOR,OST,PAM | same',
      'resolves | 1 | MAN,NOR,PAM | clash',
      'resolves | 2 | NOR,PAM | same',
      'resolves | 3 | NOR | single',
      'resolves | 4 | MAN,OST | deleted-and-amended',
      'resolves | 5 | OST | single',
      'instructs the Director of the Bureau of Paths | 2 | MAN,NOR,PAM | clash',
      'instructs the Director of the Bureau of Paths | 3 | OST | single',
    ],
  },
};

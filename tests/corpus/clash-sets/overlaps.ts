/** Overlaps: which changes of one clause can all be made; split, joined and rewritten clauses; whole sections put anew. */
import { edited, type ClashSet } from './make.ts';

const snow = `RESOLUTION 18 (Rev. Lahti, 2014)
Clearing of snow
The Conference of Northern Towns (Lahti, 2014),
considering
a)	that snow falls on ninety days of the year;
b)	that ploughs are shared between towns,
resolves
1	that every street shall be cleared before seven in the morning;
2	that salt shall be used on hills and on bridges only;
3	that three ploughs shall be kept ready in each town;
4	that schools shall be told of closed streets by telephone;
5	that the cost of clearing shall be borne by the owners of houses;
6	that ice shall be broken by hand;
7	that towns shall meet in autumn to plan the winter, and in spring to review it;
8	that sand shall be stored in boxes,
instructs the Mayors
1	to name a person who answers for snow;
2	to lend ploughs to their neighbours,
invites shopkeepers
1	to clear the pavement;
2	to keep a shovel.`;

const head = (reference: string): [string, string][] => [
  ['RESOLUTION 18', `MOD\t${reference}/1\nRESOLUTION 18`],
  ['18 (Rev. Lahti, 2014)', '18 (Rev. {-Lahti, 2014-}{+Umea, 2018+})'],
  ['Towns (Lahti, 2014)', 'Towns ({-Lahti, 2014-}{+Umea, 2018+})'],
];

export const overlaps: ClashSet = {
  name: 'changes of one clause that overlap, touch or stand apart',
  files: [
    {
      file: 'ABO.docx',
      as: 'word',
      lines: edited(
        snow,
        ...head('ABO/80'),
        ['seven in the morning', '{-seven-}{+six+} in the morning'],
        ['on hills and on bridges only', 'on hills{- and on bridges-} only'],
        ['three ploughs', '{-three-}{+four+} ploughs'],
        ['by telephone', 'by {-telephone-}{+radio+}'],
        ['owners of houses', 'owners of {+large +}houses'],
        ['6	that ice shall be broken by hand;\n7', '-6	that ice shall be broken by hand;\n{-7-}{+6+}'],
        ['8	that sand', '{-8-}{+7+}	that sand'],
        ['meet in autumn to plan the winter', 'meet in {-autumn-}{+October+} to plan the winter'],
        ['sand shall be', 'sand {-shall-}{+may+} be'],
        [
          '1	to name a person who answers for snow;\n2	to lend ploughs to their neighbours,',
          '-1	to name a person who answers for snow;\n-2	to lend ploughs to their neighbours,\n+to publish a plan for the winter, with the names of those who answer for it,',
        ],
      ),
    },
    {
      file: 'BOD.docx',
      as: 'word by docx',
      lines: edited(
        snow,
        ...head('BOD/81'),
        ['seven in the morning', '{-seven in the morning-}{+noon+}'],
        ['on hills and on bridges only', 'on hills and on {+long +}bridges only'],
        ['three ploughs', 'three {-ploughs-}{+shovels+}'],
        ['by telephone', 'by telephone{+ and by letter+}'],
        ['owners of houses', '{-owners of houses-}{+towns+}'],
        ['6	that ice shall be broken by hand;\n7', '-6	that ice shall be broken by hand;\n{-7-}{+6+}'],
        ['8	that sand', '{-8-}{+7+}	that sand'],
        ['in spring to review it', 'in {-spring-}{+May+} to review it'],
        ['sand shall be', 'sand {-shall-}{+may+} be'],
        ['name a person who', 'name {-a person-}{+two persons+} who'],
        ['1	to clear the pavement;\n2	to keep a shovel.', '{-1	-}to clear the pavement{-;-}{+.+}\n-2	to keep a shovel.'],
      ),
    },
    {
      file: 'CEL.docx',
      as: 'word',
      styled: true,
      lines: edited(
        snow,
        ...head('CEL/82'),
        ['6	that ice shall', '6	that ice {+on steps +}shall'],
        [
          'meet in autumn to plan the winter, and in spring to review it',
          'meet in autumn to plan the winter{-, and in spring to review it-}',
        ],
        ['sand shall be stored', 'sand shall be {-stored-}{+kept+}'],
      ),
    },
  ],
  expected: {
    'Resolution 18': [
      'resolves | 1 | ABO,BOD | clash',
      'resolves | 2 | ABO,BOD | clash',
      'resolves | 3 | ABO,BOD | compatible',
      'resolves | 4 | ABO,BOD | clash',
      'resolves | 5 | ABO,BOD | clash',
      'resolves | 6 | ABO,BOD,CEL | deleted-and-amended',
      'resolves | 7 | ABO,BOD,CEL | clash',
      'resolves | 8 | ABO,BOD,CEL | compatible',
      'instructs the Mayors | 1 | ABO,BOD | deleted-and-amended',
      'instructs the Mayors | 2 | ABO | single',
      'instructs the Mayors | + | ABO | single',
      'invites shopkeepers | 2 | BOD | single',
    ],
  },
};

const pianos = `RECOMMENDATION 4 (Lucca, 2010)
Pianos in stations
The Music Council (Lucca, 2010),
considering that music calms travellers,
recommends
1)	that each station have a piano; that the piano be tuned twice a year;
2)	that players be asked to stop at ten in the evening;
3)	that stools be fixed to the floor;
4)	that the lid be locked at night,
invites the railways
a)	to pay the tuners;
b)	to put up signs;
c)	to lend pianos to schools in summer.`;

const pianoHead = (reference: string): [string, string][] => [
  ['RECOMMENDATION 4', `MOD\t${reference}\nRECOMMENDATION 4`],
  ['4 (Lucca, 2010)', '4 ({-Lucca, 2010-}{+Rev. Siena, 2014+})'],
  ['Council (Lucca, 2010)', 'Council ({-Lucca, 2010-}{+Siena, 2014+})'],
];

export const splits: ClashSet = {
  name: 'clauses split and joined, sections anew, one proponent in two documents on one text',
  files: [
    {
      file: 'DUX-90.docx',
      as: 'word',
      lines: edited(
        pianos,
        ...pianoHead('DUX/90/1'),
        [
          'a piano; that the piano be tuned twice a year;\n2)',
          'a piano;{- that the piano be tuned twice a year;-}\n+2)	that the piano be tuned twice a year;\n{-2)-}{+3)+}',
        ],
        ['3)	that stools', '{-3)-}{+4)+}	that stools'],
        ['4)	that the lid', '{-4)-}{+5)+}	that the lid'],
        ['considering that music calms travellers,', 'considering that music calms {+tired +}travellers,'],
        ['put up signs', 'put up signs{+ in two languages+}'],
      ),
    },
    {
      file: 'DUX-90A1.docx',
      as: 'word by docx',
      lines: edited(
        pianos,
        ...pianoHead('DUX/90A1/1'),
        ['lend pianos', 'lend {+old +}pianos'],
        ['put up signs', 'put up {+large +}signs'],
      ),
    },
    {
      file: 'ELB.docx',
      as: 'word',
      lines: edited(
        pianos,
        ...pianoHead('ELB/91/3'),
        ['at ten in', 'at {-ten-}{+nine+} in'],
        [
          '3)	that stools be fixed to the floor;\n4)	that the lid be locked at night,',
          '3)	that stools be fixed to the floor{-;-}{+, and that the lid be locked at night,+}\n-4)	that the lid be locked at night,',
        ],
        [
          'invites the railways\na)	to pay the tuners;\nb)	to put up signs;\nc)	to lend pianos to schools in summer.',
          '-invites the railways\n-a)	to pay the tuners;\n-b)	to put up signs;\n-c)	to lend pianos to schools in summer.\n+invites the ministers of culture\n+a)	to give concerts in stations;\n+b)	to pay for the pianos.',
        ],
      ),
    },
  ],
  expected: {
    'Recommendation 4': [
      'considering |  | DUX | single',
      'recommends | 1) | DUX | single',
      'recommends | + | DUX | single',
      'recommends | 2) | ELB | single',
      'recommends | 3) | ELB | single',
      'recommends | 4) | ELB | single',
      'invites the railways | a) | ELB | single',
      'invites the railways | b) | DUX,ELB | deleted-and-amended',
      'invites the railways | c) | DUX,ELB | deleted-and-amended',
      'invites the ministers of culture | + | ELB | single',
    ],
  },
  why: { 'Recommendation 4': { 'invites the railways | b)': ['in two languages', 'large', 'deletes'] } },
};

/** Copies: base texts typed with other characters, clauses with the same words, partial prints, copies without marks and a base. */
import { edited, type ClashSet } from './make.ts';

const maps = `RESOLUTION 40 (Rev. Cork, 2013)
Charts of rivers
The Assembly of the River Agency (Cork, 2013),
noting
a)	that the organization has charted 30 rivers;
b)	that sand moves from one year to the next,
resolves
1	to chart all rivers by the end of 2017;
2	to update the charts – and the lists of ports – each year;
3	to ask pilots for their advice,
instructs the Director of Charts
1	to report to the Council;
2	to lend boats to the surveyors;
3	to keep the originals,
instructs the Director of Ports
1	to report to the Council;
2	to give the surveyors a place to sleep,
invites member States
1	to report to the Council;
2	to waive fees for the surveyors.`;

const head = (reference: string): [string, string][] => [
  ['RESOLUTION 40', `MOD\t${reference}/2\nRESOLUTION 40`],
  ['40 (Rev. Cork, 2013)', '40 (Rev. {-Cork, 2013-}{+Bonn, 2017+})'],
  ['Agency (Cork, 2013)', 'Agency ({-Cork, 2013-}{+Bonn, 2017+})'],
];

export const typedAnew: ClashSet = {
  name: 'the base typed with other characters; clauses with the same words; changed clauses only',
  files: [
    {
      file: 'QUI.docx',
      as: 'word',
      lines: edited(
        maps,
        ...head('QUI/60'),
        ['organization has', 'organisation  has'],
        ['charts – and the lists of ports – each', 'charts - and the lists of ports - each{+ second+}'],
        ['end of 2017', 'end of\u00a0{-2017-}{+2019+}'],
        [
          'instructs the Director of Ports\n1	to report to the Council;',
          'instructs the Director of Ports\n1	to report to the Council{+ in May+};',
        ],
        ['originals,', 'originals;'],
      ),
    },
    {
      file: 'RHO.docx',
      as: 'word by docx',
      lines: `MOD	RHO/61/1
Resolution 40 (Rev.\u00a0{-Cork, 2013-}{+Bonn, 2017+})
Charts of rivers
The Assembly of the River Agency ({-Cork, 2013-}{+Bonn, 2017+}),
resolves
1	to chart all rivers by the end of {-2017-}{+2018+};
instructs the Director of Ports
1	to report to the Council{+ in June+};
2	to give the surveyors a place to sleep{+ and a meal+},
invites member States
-1	to report to the Council;
{-2	-}to waive fees for the surveyors.`,
    },
    {
      file: 'SAL.docx',
      as: 'word',
      styled: true,
      lines: edited(
        maps,
        ...head('SAL/62'),
        ['member States', 'Member States'],
        ['1	to report to the Council;\n2	to waive', '1	to report to the Council{+ on charts+};\n2	to waive'],
        ['1	to report to the Council;\n2	to lend', '1	to report to the Council{+ every spring+};\n2	to lend'],
      ),
    },
  ],
  expected: {
    'Resolution 40': [
      'resolves | 1 | QUI,RHO | clash',
      'resolves | 2 | QUI | single',
      'instructs the Director of Charts | 1 | SAL | single',
      'instructs the Director of Ports | 1 | QUI,RHO | clash',
      'instructs the Director of Ports | 2 | RHO | single',
      'invites member States | 1 | RHO,SAL | deleted-and-amended',
    ],
  },
};

const milk = `RESOLUTION 9 (Rev. Parma, 2014)
Milk of mountain farms
The Council of Dairies (Parma, 2014),
considering
a)	that mountain farms sell milk below its cost;
b)	that cheese keeps the value of milk,
resolves
1	that mountain farms shall be paid monthly;
2	that the price shall be fixed by a committee;
3	that lorries shall collect the milk daily;
4	that milk which is spilt shall not be paid,
instructs the Secretary
1	to publish the price;
2	to visit ten farms in each year;
3	to train the drivers of the lorries.`;

const milkHead = (reference: string): [string, string][] => [
  ['RESOLUTION 9', `MOD\t${reference}/1\nRESOLUTION 9`],
  ['9 (Rev. Parma, 2014)', '9 (Rev. {-Parma, 2014-}{+Davos, 2018+})'],
  ['Dairies (Parma, 2014)', 'Dairies ({-Parma, 2014-}{+Davos, 2018+})'],
];

export const flattenedWithBase: ClashSet = {
  name: 'copies without revision marks and the text in force',
  base: [{ file: 'Resolution 9.txt', as: 'clean text', lines: milk }],
  files: [
    {
      file: 'TAR.txt',
      as: 'flattened',
      lines: edited(
        milk,
        ...milkHead('TAR/70'),
        ['paid monthly', 'paid {-monthly-}{+weekly+}'],
        ['a committee', 'a committee{+ of five farmers+}'],
        ['milk daily;', 'milk daily;\n+4	that lorries shall run on milk days only;'],
        ['4	that milk which', '{-4-}{+5+}	that milk which'],
        ['visit ten farms', 'visit {-ten-}{+twenty+} farms'],
      ),
    },
    {
      file: 'ULM.txt',
      as: 'flattened',
      lines: edited(
        milk,
        ...milkHead('ULM/71'),
        ['paid monthly', 'paid {-monthly-}{+daily+}'],
        ['a committee', '{+the Council on the advice of +}a committee'],
        ['visit ten farms', 'visit {-ten-}{+twenty+} farms'],
        ['publish the price', 'publish the price{+ in the press+}'],
      ),
    },
    {
      file: 'VAL.docx',
      as: 'word',
      lines: edited(
        milk,
        ...milkHead('VAL/72'),
        ['1	that mountain farms shall be paid monthly;\n2', '-1	that mountain farms shall be paid monthly;\n{-2-}{+1+}'],
        ['3	that lorries', '{-3-}{+2+}	that lorries'],
        ['4	that milk which', '{-4-}{+3+}	that milk which'],
      ),
    },
  ],
  expected: {
    'Resolution 9': [
      'resolves | 1 | TAR,ULM,VAL | deleted-and-amended',
      'resolves | 2 | TAR,ULM | compatible',
      'resolves | + | TAR | single',
      'instructs the Secretary | 1 | ULM | single',
      'instructs the Secretary | 2 | TAR,ULM | same',
    ],
  },
  why: { 'Resolution 9': { 'resolves | 1': ['deletes', 'weekly', 'daily'] } },
};

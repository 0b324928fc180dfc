/** Parts of a text besides its clauses: annexes, tables, footnotes, titles. */
import { edited, type ClashSet } from './make.ts';

const exchange = `RESOLUTION 33 (Rev. Tartu, 2015)
Exchange of seeds[^1]
The Assembly of the Seed Bank (Tartu, 2015),
recognizing
a)	that seeds keep for ten years when they are dry;
b)	that wild plants[^2] are at risk,
resolves
1	to exchange seeds by the rules in Annex 1;
2	to charge the fees in Annex 2,
instructs the keeper
to label all seeds.
ANNEX 1 TO RESOLUTION 33 (REV. TARTU, 2015)
Rules of exchange
1	Seeds are sent in paper bags.
2	Seeds are sent in winter.
3	The sender pays for the parcel.
ANNEX 2 TO RESOLUTION 33 (REV. TARTU, 2015)
Fees
a)	Fees are due in March.
b)	Schools pay half.
|Seeds|Fee
|Wheat|10
|Maize|12
|Rye|8`;

const head = (reference: string): [string, string][] => [
  ['RESOLUTION 33 (Rev. Tartu, 2015)', `MOD\t${reference}/1\nRESOLUTION 33 (Rev. {-Tartu, 2015-}{+Narva, 2019+})`],
  ['Bank (Tartu, 2015)', 'Bank ({-Tartu, 2015-}{+Narva, 2019+})'],
  ['ANNEX 1 TO RESOLUTION 33 (REV. TARTU, 2015)', 'ANNEX 1 TO RESOLUTION 33 (REV. {-TARTU, 2015-}{+NARVA, 2019+})'],
  ['ANNEX 2 TO RESOLUTION 33 (REV. TARTU, 2015)', 'ANNEX 2 TO RESOLUTION 33 (REV. {-TARTU, 2015-}{+NARVA, 2019+})'],
];

export const annexes: ClashSet = {
  name: 'annexes, tables, footnotes and titles',
  files: [
    {
      file: 'GOT.docx',
      as: 'word',
      styled: true,
      notes: ['Seeds of {-trees-}{+trees and shrubs+} are excluded.', 'Plants that nobody sows.'],
      lines: edited(
        exchange,
        ...head('GOT/40'),
        ['Exchange of seeds', 'Exchange of seeds{+ and plants+}'],
        ['ten years', '{-ten-}{+twelve+} years'],
        ['paper bags', '{-paper-}{+cotton+} bags'],
        ['3	The sender pays', '-3	The sender pays'],
        ['half.', 'half.\n+c)	Libraries pay nothing.'],
        ['|Wheat|10', '|Wheat|{-10-}{+11+}'],
        ['|Rye|8', '|Rye|8\n+|Oats|7'],
      ),
    },
    {
      file: 'HUL.docx',
      as: 'word',
      notes: ['Seeds of {-trees-}{+trees and of vines+} are excluded.', 'Plants that nobody sows.'],
      lines: edited(
        exchange,
        ...head('HUL/41'),
        ['Exchange of seeds', 'Exchange of {+old +}seeds'],
        ['label all seeds', 'label all {-seeds-}{+bags+}'],
        ['paper bags', '{-paper-}{+glass+} bags'],
        ['The sender pays', 'The {-sender-}{+receiver+} pays'],
        ['|Wheat|10', '|Wheat|{-10-}{+9+}'],
        ['|Maize|12', '-|Maize|12'],
      ),
    },
    {
      file: 'IVR.docx',
      as: 'word by docx',
      lines: `MOD	IVR/42/1
ANNEX 1 TO RESOLUTION 33 (REV. {-TARTU, 2015-}{+NARVA, 2019+})
Rules of exchange
1	Seeds are sent in paper bags{+ with the name of the plant+}.
2	Seeds are sent in {-winter-}{+autumn+}.
3	The sender pays for the parcel.`,
    },
  ],
  expected: {
    'Resolution 33': [
      'title |  | GOT,HUL | compatible',
      'recognizing | a) | GOT | single',
      'instructs the keeper |  | HUL | single',
      'ANNEX 1 | 1 | GOT,HUL,IVR | clash',
      'ANNEX 1 | 2 | IVR | single',
      'ANNEX 1 | 3 | GOT,HUL | deleted-and-amended',
      'ANNEX 2 | + | GOT | single',
      'ANNEX 2 |  | GOT,HUL | clash',
      'ANNEX 2 |  | HUL | single',
      'ANNEX 2 | + | GOT | single',
      'footnotes | 1 | GOT,HUL | clash',
    ],
  },
  // A row of a table is one thing; its cells are told one by one.
  known: { 'Resolution 33': { wrong: ['ANNEX 2 |  | HUL | single'] } },
};

const boats = `RESOLUTION 2 (Rev. Ostend, 2017)
Boats for schools
The Congress of the Rowing Union (Ostend, 2017),
considering
a)	that rowing keeps children healthy;
b)	that boats are costly,
resolves
1	to lend boats to schools;
2	to pay for the repair of boats;
3	to hold a race of schools each summer,
instructs the Secretariat
1	to keep a list of boats;
2	to find sponsors;
3	to insure the boats,
invites clubs
to give old boats to schools.
ANNEX TO RESOLUTION 2 (REV. OSTEND, 2017)
Conditions of the loan
1	A boat is lent for one year.
2	The school keeps the boat dry.`;

/** Clean texts and texts that show changed clauses only, told by the text in force. */
export const withBase: ClashSet = {
  name: 'clean and partial texts with the text in force',
  base: [{ file: 'Resolution 2.docx', as: 'clean word', lines: boats }],
  files: [
    {
      file: 'JUT.docx',
      as: 'clean word',
      lines: edited(
        boats,
        ['RESOLUTION 2 (Rev. Ostend, 2017)\n', 'MOD\tJUT/5/1\nRESOLUTION 2 (Rev. Dieppe, 2021)\n'],
        ['Union (Ostend, 2017)', 'Union (Dieppe, 2021)'],
        ['ANNEX TO RESOLUTION 2 (REV. OSTEND, 2017)', 'ANNEX TO RESOLUTION 2 (REV. DIEPPE, 2021)'],
        ['2	to pay for the repair of boats;\n3	to hold', '2	to hold'],
        ['list of boats', 'public list of boats'],
        ['lent for one year', 'lent for two years'],
        ['b)	that boats are costly', 'b)	that schools have little money;\nc)	that boats are costly'],
      ),
    },
    {
      file: 'KOR.txt',
      as: 'clean text',
      lines: edited(
        boats,
        ['RESOLUTION 2 (Rev. Ostend, 2017)\n', 'MOD\tKOR/6/1\nRESOLUTION 2 (Rev. Dieppe, 2021)\n'],
        ['Union (Ostend, 2017)', 'Union (Dieppe, 2021)'],
        ['ANNEX TO RESOLUTION 2 (REV. OSTEND, 2017)', 'ANNEX TO RESOLUTION 2 (REV. DIEPPE, 2021)'],
        ['repair of boats', 'repair of boats and oars'],
        ['list of boats', 'list of boats and of oars'],
        ['lent for one year', 'lent for half a year'],
      ),
    },
    {
      file: 'LAP.docx',
      as: 'word',
      lines: `MOD	LAP/7/1
RESOLUTION 2 (Rev. {-Ostend, 2017-}{+Dieppe, 2021+})
Boats for schools
The Congress of the Rowing Union ({-Ostend, 2017-}{+Dieppe, 2021+}),
…
resolves
…
3	to hold a race of schools each {-summer-}{+month+},
instructs the Secretariat
…
3	to insure the boats{+ and their crews+},
…`,
    },
  ],
  expected: {
    'Resolution 2': [
      'considering | + | JUT | single',
      'resolves | 2 | JUT,KOR | deleted-and-amended',
      'resolves | 3 | LAP | single',
      'instructs the Secretariat | 1 | JUT,KOR | compatible',
      'instructs the Secretariat | 3 | LAP | single',
      'ANNEX | 1 | JUT,KOR | clash',
    ],
  },
};

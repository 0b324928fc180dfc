/** Further shapes: suppressed and changed annexes by code lines of their own, notes that come and go, joint proponents, plain lists. */
import { edited, type ClashSet } from './make.ts';

const clocks = `RESOLUTION 61 (Rev. Bern, 2012)
Clocks in public places[^1]
The Congress of Timekeepers (Bern, 2012),
considering
a) that clocks[^2] in squares are read by everybody;
b) that clocks which are wrong annoy everybody,
resolves to instruct the Secretary-General
1 to set all clocks once a day;
2 to repair clocks that stand still;
3 to keep spare hands,
resolves
that bells may be rung at noon,
invites towns
• to build clocks;
• to name a keeper for each clock;
• to publish the time.
ANNEX 1 (TO RESOLUTION 61)
Hands of clocks
1 Hands are black.
2 Hands are cleaned in May.
ANNEX 2 (TO RESOLUTION 61)
Faces of clocks
1 Faces are white.
2 Faces are lit at night.`;

const head = (reference: string): [string, string][] => [
  ['RESOLUTION 61 (Rev. Bern, 2012)', `MOD ${reference}\nRESOLUTION 61 (Rev. {-Bern, 2012-}{+Graz, 2016+})`],
  ['Timekeepers (Bern, 2012)', 'Timekeepers ({-Bern, 2012-}{+Graz, 2016+})'],
];
const notes = ['Clocks inside houses are not meant.', 'Sundials are clocks.'];

export const codeLines: ClashSet = {
  name: 'annexes by code lines of their own, notes, bullets, labels with a blank',
  files: [
    {
      file: 'FLO.docx',
      as: 'word',
      notes: [notes[0] ?? '', '{-Sundials are clocks.-}'],
      lines: edited(
        clocks,
        ...head('FLO/5/1'),
        ['that clocks[^2] in squares', 'that clocks{-[^2]-} in squares'],
        ['to set all clocks once a day', 'to set all clocks {-once-}{+twice+} a day'],
        ['• to name a keeper for each clock;', '• to name a keeper for each clock{+ and a deputy+};'],
        ['bells may', 'bells {-may-}{+shall+}'],
        ['Hands are black', 'Hands are {-black-}{+blue+}'],
        ['2 Faces are lit at night.', '2 Faces are lit at night{-.-}{+;+}\n+3 Faces have twelve numbers.'],
      ),
    },
    {
      file: 'GEN.docx',
      as: 'word',
      notes: [`${notes[0] ?? ''}{+ Watches are not meant either.+}`, 'Sundials {+and hourglasses +}are clocks.'],
      lines: `${edited(
        clocks.slice(0, clocks.indexOf('\nANNEX 1')),
        ...head('GEN/6/1'),
        ['to set all clocks once a day', 'to set all clocks {-once-}{+three times+} a day'],
        ['• to name a keeper for each clock;', '-• to name a keeper for each clock;'],
        ['bells may', 'bells {+of churches +}may'],
      )}
SUP GEN/6/2
ANNEX 1 (TO RESOLUTION 61)
Hands of clocks
Reasons: Hands are for the makers to choose.
MOD GEN/6/3
ANNEX 2 (TO RESOLUTION 61)
Faces of clocks
1 Faces are {-white-}{+yellow+}.
2 Faces are lit at night.`,
    },
  ],
  expected: {
    'Resolution 61': [
      'resolves to instruct the Secretary-General | 1 | FLO,GEN | clash',
      'resolves |  | FLO,GEN | compatible',
      'invites towns | • | FLO,GEN | deleted-and-amended',
      'ANNEX 1 | 1 | FLO,GEN | suppressed-and-amended',
      'ANNEX 1 (TO RESOLUTION 61) |  | GEN | single',
      'ANNEX 2 | 1 | GEN | single',
      'ANNEX 2 | + | FLO | single',
      'footnotes | 1 | GEN | single',
      'footnotes | 2 | FLO,GEN | deleted-and-amended',
    ],
  },
};

const soups = `RESOLUTION 3 (Nice, 2016)
Soup for sailors
The Assembly of Ship Cooks (Nice, 2016),
recalling
Decision 2 of this Assembly, on bread,
recognizing
that soup is eaten cold on most ships,
resolves
that soup be warm,
requests the Bureau
to send each ship a thermometer,
invites owners
to buy large pots.`;

/** Whatever stands alone under its heading, and what becomes a list. */
export const aloneAndJoint: ClashSet = {
  name: 'clauses that stand alone, lists that grow from them, joint and repeated proposals',
  files: [
    {
      file: 'HAV-ICE.docx',
      as: 'word',
      styled: true,
      lines: edited(
        soups,
        ['RESOLUTION 3 (Nice, 2016)', 'MOD	HAV/7/1\nRESOLUTION 3 ({-Nice, 2016-}{+Rev. Brest, 2020+})'],
        ['Cooks (Nice, 2016)', 'Cooks ({-Nice, 2016-}{+Brest, 2020+})'],
        ['that soup be warm,', '{+1	+}that soup be {+always +}warm{-,-}{+;+}\n+2	that bread be fresh,'],
        ['to send each ship a thermometer,', '{+1	+}to send each ship a thermometer{-,-}{+;+}\n+2	to test the soup,'],
        ['to buy large pots.', '-to buy large pots.\n+to hire cooks who know fish.'],
      ),
    },
    {
      file: 'JER.txt',
      as: 'flattened',
      lines: edited(
        soups,
        ['RESOLUTION 3 (Nice, 2016)', 'MOD	JER/8/1\nRESOLUTION 3 ({-Nice, 2016-}{+Rev. Brest, 2020+})'],
        ['Cooks (Nice, 2016)', 'Cooks ({-Nice, 2016-}{+Brest, 2020+})'],
        [
          'that soup be warm,',
          '{+1	+}that soup be warm{-,-}{+;+}\n+2	that soup be tasted by the captain of the ship before it is served in 2020 or later,',
        ],
        ['buy large pots', 'buy {-large-}{+copper+} pots'],
      ),
    },
    {
      file: 'KYL.docx',
      as: 'word by docx',
      lines: edited(
        soups,
        ['RESOLUTION 3 (Nice, 2016)', 'MOD	KYL/9/1\nRESOLUTION 3 ({-Nice, 2016-}{+Rev. Brest, 2020+})'],
        ['Cooks (Nice, 2016)', 'Cooks ({-Nice, 2016-}{+Brest, 2020+})'],
        ['each ship a thermometer', 'each {+large +}ship a thermometer'],
        ['buy large pots', 'buy {-large-}{+copper+} pots'],
      ),
    },
  ],
  expected: {
    'Resolution 3': [
      'resolves |  | HAV | single',
      'resolves | + | HAV,JER | compatible',
      'requests the Bureau |  | KYL | single',
      'requests the Bureau | + | HAV | single',
      'invites owners |  | HAV,JER,KYL | deleted-and-amended',
      'invites owners | + | HAV | single',
    ],
  },
};

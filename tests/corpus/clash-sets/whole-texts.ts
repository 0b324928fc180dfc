/** Whole texts: suppressed, left alone, new; treaties, decisions, recommendations; the same number of two bodies. */
import { edited, type ClashSet } from './make.ts';

const lamps = `RESOLUTION 14 (Basel, 2009)
Lamps in tunnels
The General Conference of the Tunnel Office (Basel, 2009),
noting
that many lamps in tunnels are broken,
resolves
1	to replace the lamps of all tunnels;
2	to measure the light in tunnels,
invites members
1	to report broken lamps;
2	to share spare lamps.`;

const lampsHead = (proponent: string, action: string): [string, string] => [
  'RESOLUTION 14',
  `${action}\t${proponent}/9/1\nRESOLUTION 14`,
];

const fresh = `ADD	BIL/9/3
DRAFT NEW RESOLUTION [TUNNEL-DOORS]
Doors of tunnels
The General Conference of the Tunnel Office (Berne, 2013),
considering
that doors keep fires in one part of a tunnel,
resolves
1	to put a door into every tunnel;
2	to test the doors each month,
instructs the Director
to keep spare doors.
Reasons:	Tunnels need doors.`;

export const suppressions: ClashSet = {
  name: 'texts suppressed, left alone and new',
  files: [
    {
      file: 'ARN.docx',
      as: 'word',
      styled: true,
      lines: `SUP	ARN/9/1
RESOLUTION 14 (Basel, 2009)
Lamps in tunnels
Reasons:	The lamps have been replaced.
NOC	ARN/9/2
RESOLUTION 15 (Basel, 2009)
Ventilation of tunnels
Reasons:	The text is still good.
ADD	ARN/9/3
DRAFT NEW RESOLUTION [TUNNEL-DOORS]
Doors of tunnels
The General Conference of the Tunnel Office (Berne, 2013),
considering
that doors keep fires in one part of a tunnel,
resolves
1	to put a door into every tunnel;
2	to test the doors each year,
instructs the Director
to keep spare doors.
Reasons:	Tunnels need doors.`,
    },
    {
      file: 'BIL.docx',
      as: 'word by docx',
      lines: `${edited(
        lamps,
        lampsHead('BIL', 'MOD'),
        ['14 (Basel, 2009)', '14 ({-Basel, 2009-}{+Rev. Berne, 2013+})'],
        ['Office (Basel, 2009)', 'Office ({-Basel, 2009-}{+Berne, 2013+})'],
        ['lamps of all tunnels', 'lamps of all {+road +}tunnels'],
        ['report broken lamps', 'report broken lamps{+ within a week+}'],
      )}
Reasons:	Roads only.
MOD	BIL/9/2
RESOLUTION 15 ({-Basel, 2009-}{+Rev. Berne, 2013+})
Ventilation of tunnels
The General Conference of the Tunnel Office ({-Basel, 2009-}{+Berne, 2013+}),
resolves
1	to measure the air of tunnels each {-month-}{+week+};
2	to close tunnels in which the air is bad.
Reasons:	Once a month is too seldom.
${fresh}`,
    },
    {
      file: 'CUR.docx',
      as: 'word',
      lines: edited(
        lamps,
        lampsHead('CUR', 'MOD'),
        ['14 (Basel, 2009)', '14 ({-Basel, 2009-}{+Rev. Berne, 2013+})'],
        ['Office (Basel, 2009)', 'Office ({-Basel, 2009-}{+Berne, 2013+})'],
        ['lamps of all tunnels', 'lamps of all {+rail +}tunnels'],
        ['share spare lamps.', 'share spare lamps{-.-}{+;+}\n+3	to paint the walls of tunnels white.'],
      ),
    },
  ],
  expected: {
    'Resolution 14': [
      'resolves | 1 | ARN,BIL,CUR | suppressed-and-amended',
      'invites members | 1 | ARN,BIL | suppressed-and-amended',
      'invites members | + | ARN,CUR | suppressed-and-amended',
    ],
    'Resolution 15': ['resolves | 1 | BIL | single'],
    'Resolution TUNNEL-DOORS': [
      'considering | + | ARN,BIL | same',
      'resolves | + | ARN,BIL | clash',
      'instructs the Director | + | ARN,BIL | same',
    ],
  },
  why: { 'Resolution 14': { 'resolves | 1': ['suppresses', 'road', 'rail'] } },
};

const union = 'The Conference of the Harbour League';

export const kinds: ClashSet = {
  name: 'treaties, decisions and recommendations; the same number of two bodies',
  files: [
    {
      file: 'DOR.docx',
      as: 'word',
      styled: true,
      lines: `MOD	DOR/20/1
CONSTITUTION OF THE HARBOUR LEAGUE
ARTICLE 4
The Council of the League
|31|1	The Council consists of {-twelve-}{+fifteen+} members.
|32|2	The Council meets once a year.
|33|3	Members of the Council are elected for {-four-}{+five+} years.
Reasons:	More members.
MOD	DOR/20/2
DECISION 3 (Rev. {-Malmo, 2014-}{+Turku, 2018+})
Fees of the League
${union} ({-Malmo, 2014-}{+Turku, 2018+}),
decides
1	that the fee of a member is {-90-}{+95+} crowns;
2	that fees are paid in January.
Reasons:	Prices rose.
MOD	DOR/20/3
RECOMMENDATION 2 (Malmo, 2014)
Ropes
${union} (Malmo, 2014),
recommends
1	that ropes be changed every {-six-}{+four+} months;
2	that old ropes be given to schools.
Reasons:	Ropes wear out.
MOD	DOR/20/4
RESOLUTION 6 (Rev. {-Malmo, 2014-}{+Turku, 2018+})
Cranes
${union} ({-Malmo, 2014-}{+Turku, 2018+}),
resolves
1	to oil the cranes every {-week-}{+day+};
2	to paint the cranes.
Reasons:	Rust.`,
    },
    {
      file: 'EGE.docx',
      as: 'word',
      lines: `MOD	EGE/21/1
CONSTITUTION OF THE HARBOUR LEAGUE
ARTICLE 4
The Council of the League
|31|1	The Council consists of {-twelve-}{+eighteen+} members.
|32|2	The Council meets once a year.
|33|3	Members of the Council are elected for four years{+ and may be elected again+}.
Reasons:	Many more members.
MOD	EGE/21/2
DECISION 3 (Rev. {-Malmo, 2014-}{+Turku, 2018+})
Fees of the League
${union} ({-Malmo, 2014-}{+Turku, 2018+}),
decides
1	that the fee of a member is {-90-}{+99+} crowns;
-2	that fees are paid in January.
Reasons:	Prices rose a lot.
MOD	EGE/21/3
RECOMMENDATION 2 (Malmo, 2014)
Ropes
${union} (Malmo, 2014),
recommends
1	that ropes be changed every {-six-}{+four+} months;
2	that old ropes be given to schools{+ and clubs+}.
Reasons:	Ropes wear out.`,
    },
    {
      file: 'FAR.docx',
      as: 'word by docx',
      lines: `MOD	FAR/22/1
RESOLUTION 6 (Rev. {-Skagen, 2013-}{+Lahti, 2017+})
Nets
The Fishing Forum ({-Skagen, 2013-}{+Lahti, 2017+}),
resolves
1	to mend the nets every {-week-}{+day+};
2	to dry the nets.
Reasons:	Holes.`,
    },
  ],
  expected: {
    Constitution: [
      'ARTICLE 4 The Council of the League | 31 | DOR,EGE | clash',
      'ARTICLE 4 The Council of the League | 33 | DOR,EGE | compatible',
    ],
    'Decision 3': ['decides | 1 | DOR,EGE | clash', 'decides | 2 | EGE | single'],
    'Recommendation 2': ['recommends | 1 | DOR,EGE | same', 'recommends | 2 | EGE | single'],
    'Resolution 6 of the Conference of the Harbour League': ['resolves | 1 | DOR | single'],
    'Resolution 6 of the Fishing Forum': ['resolves | 1 | FAR | single'],
  },
  // A provision with a number of its own in its words is labelled by that, not by the number in the margin.
  known: {
    Constitution: {
      missed: [
        'ARTICLE 4 The Council of the League | 31 | DOR,EGE | clash',
        'ARTICLE 4 The Council of the League | 33 | DOR,EGE | compatible',
      ],
      wrong: [
        'ARTICLE 4 The Council of the League | 1 | DOR,EGE | clash',
        'ARTICLE 4 The Council of the League | 3 | DOR,EGE | compatible',
      ],
    },
  },
};

/** Four more invented contributions, of other bodies, written after the rules were made: see docs/lint.md. */
import { buildDocx, deleted, inserted, paragraph } from '../../src/testing/docx.ts';
import type { InventedContribution } from './lint-contributions.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const decision = `DRAFT DECISION 14 (Nairobi, 2023)
ON THE REGISTER OF SHIPS

The Council of the Maritime Seed Bank (Nairobi, 2023),

RECALLING
(a) Decision 9 (Accra, 2019), on seeds of mangroves;
(b) that the plan from 2024 to 2021 was adopted;
(c) the report of the Secretary (document C23/14);
(c) the advice of the Board,

CONSIDERING
that seeds keep for ten years (see (a) and (b) above), and that "old seeds" sprout,

DECIDES
1. to open the register, not later than 31 December 2020;
2. to invite the Board to act under decides 4 above;
3. to review this decision at the 2025 session,

INSTRUCTS the Secretary
(i) to publish the register;
(ii) to inform members, observers, etc.;
(iii) to report on on costs.
`;

const soundAdd = buildDocx({
  body: [
    'ADD\tARB/70A1/1',
    'Draft New Resolution [ARB-1]',
    'Seeds of mangroves and the role of members (SMM)',
    'The Plenipotentiary Assembly of the Maritime Seed Bank (Nairobi, 2023),',
    'recalling',
    'a)\tResolution 3 (Rev. Accra, 2019) of this Assembly, on the collection of seeds (see also its Annex 2);',
    'b)\tparagraphs 12 a) to c) of the Accra Plan, in which “seeds of all kinds” are named;',
    'c)\tthe Seed Bank Network (SBN), as established in 2016,',
    'considering',
    'a)\tthat SBN members, i.e. banks of all regions, need means: staff, ships, and stores;',
    'b)\tthat by 2020, 40 banks had joined (up from 12),',
    'emphasizing',
    'that no member bears costs alone,',
    'resolves',
    '1\tthat each member keep one bank:',
    'i)\tin the north, where frost is rare;',
    'ii)\tin the south;',
    '2\tthat costs be shared as set out in resolves 1 ii) above and considering b) above,',
    'requests the Secretary-General, in close cooperation with the Directors',
    '1\tto report to each ordinary session of the Council, beginning in 2024;',
    '2\tto propose, where necessary, how costs are shared by 2026,',
    'invites Member States and partners',
    'to contribute.',
    'Reasons: See the introduction.',
  ]
    .map((words) => paragraph(words))
    .join(''),
});

const tracked = buildDocx({
  body: [
    paragraph('MOD\tIAP/11A2/7'),
    paragraph('RESOLUTION 44 (Rev. Accra, 2019)'),
    paragraph('Seeds'),
    paragraph(
      'The Plenipotentiary Assembly of the Maritime Seed Bank (',
      deleted('Accra, 2019'),
      inserted('Nairobi, 2023'),
      '),',
    ),
    paragraph('considering'),
    paragraph('that seeds keep,'),
    paragraph('resolves'),
    paragraph('1\tto collect seeds;'),
    paragraph({ mark: ['del'] }, deleted('2\tto sell seeds;')),
    paragraph(deleted('3'), inserted('2'), '\tto keep seeds:'),
    paragraph('3.1\tcool;'),
    paragraph('3.2\tdry;'),
    paragraph(deleted('4'), inserted('3'), '\tto report on resolves 2 above', deleted('.'), inserted(',')),
    paragraph({ mark: ['ins'] }, inserted('instructs the Secretary-General')),
    paragraph({ mark: ['ins'] }, inserted('to act under resolves 3 above.')),
    paragraph('ANNEX TO RESOLUTION 45 (Rev. Accra, 2019)'),
    paragraph('Banks'),
    paragraph('1\tNorth.'),
    paragraph('2\tSouth.'),
    paragraph('Reasons: Seeds are no longer sold.'),
  ].join(''),
});

const soundCopy = `MOD\tAFCP/21A3/4
RESOLUTION 8 (Rev. Accra, 2019NAIROBI, 2023)
Ships and seeds
The Plenipotentiary Assembly of the Maritime Seed Bank (Accra, 2019Nairobi, 2023),
recalling
a)\tResolution 2 (Rev. Accra, 2019) of this Assembly;
b)\tResolution 11 (Accra, 2019Rev. Nairobi, 2023) of this Assembly,
considering
a)\tthat ships carry seeds;
b)\tthat ships are few;
bc)\tthat seeds are many,
resolves
1\tto build ships, in view of considering bc) above;
2\tto report to the 2020 2024 session of the Council;
3\tto list ships in the Annex to this resolution,
instructs the Secretary-General
to keep the list.
ANNEX TO RESOLUTION 8 (Rev. Accra, 2019NAIROBI, 2023)
Ships
1\tThe Tern;
2\tThe Gull.
Reasons: More ships.
`;

export const furtherContributions: readonly InventedContribution[] = [
  {
    name: 'decision in capitals.txt',
    bytes: text(decision),
    faults: [
      ['range-backwards', 'from 2024 to 2021'],
      ['duplicate-label', 'advice of the Board'],
      ['deadline-past', '31 December 2020'],
      ['reference-mismatch', 'decides 4'],
      ['doubled-word', 'on on costs'],
    ],
  },
  { name: 'sound new text.docx', bytes: soundAdd, faults: [] },
  {
    name: 'clause struck out.docx',
    bytes: tracked,
    faults: [
      ['revision-not-raised', 'RESOLUTION 44'],
      ['sub-label-without-parent', 'cool'],
      ['reference-not-followed', 'resolves 2'],
      ['annex-not-mentioned', 'RESOLUTION 45'],
      ['annex-of-another-text', 'RESOLUTION 45'],
    ],
  },
  { name: 'sound copy.txt', bytes: text(soundCopy), faults: [] },
];

/**
 * No way to reach a person survives in a reading: addresses and numbers in many disguises are put into documents of every
 * kind, at every place, and must be in no text of the record, no finding and no line left over.
 */
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withholdContacts } from '#kernel/contacts.ts';
import { readText } from '#formats/text/reader.ts';
import { understand } from '#modules/intake/domain/understand.ts';

/** Everything that must not be read anywhere; letters and figures only. */
const secrets = ['zinnia', 'quokka', '8675309'];
const baits = [
  'zinnia@quokka.example',
  'ZINNIA.k@QUOKKA.EXAMPLE',
  'mailto:zinnia@quokka.example',
  '<zinnia@quokka.example>',
  'zinnia @ quokka.example',
  'zinnia(at)quokka.example',
  'zinnia [at] quokka [dot] example',
  'zinnia {at} quokka.example',
  'zinnia AT quokka DOT example',
  'zinnia.k-at-quokka-dot-example',
  'zinnia.k_at_quokka.example',
  "'zinnia' + '@' + 'quokka.example'",
  '"zinnia" + "@" + "quokka" + ".example"',
  'zinnia&#64;quokka.example',
  'zinnia&#x40;quokka.example',
  'zinnia\u200b@quokka\u200b.example',
  'zin\u00adnia@quokka.example',
  'zinnia＠quokka．example',
  'zinnia﹫quokka.example',
  'e-mail: zinnia at quokka.example',
  'Tel: 867 5309',
  'Tel. (679) 867-5309 ext. 12',
  'Tél. : 867 53 09',
  'Phone No. 8675309',
  'Ph: 867-5309',
  'Mobile (WhatsApp): 867 5309',
  'fax 8675309',
  'tel:+6798675309',
  '+679 867 5309',
  '+679‑867‑5309',
  '+679.867.5309',
  '+679/867/5309',
  '＋６７９ ８６７ ５３０９',
  'Tel: ٨٦٧٥٣٠٩',
  '00679 867 5309',
  'Contact number: 867 5309',
  'Skype: zinnia.quokka',
  'Skype ID: live:zinnia',
  'Telegram: @zinnia_q',
];

/** What a reading shows, without what is between letters and figures. */
const shown = (value: unknown): string =>
  JSON.stringify(value)
    .normalize('NFKC')
    .replaceAll('\\u200b', '')
    .replace(/[٠-٩]/gu, (figure) => String((figure.codePointAt(0) ?? 0) - 0x0660))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** One document of each kind; `·` marks a place where somebody may have left an address. */
const documents: Record<string, string> = {
  'meeting-report': `Report of the Third Meeting of the Cable Forum·
Apia, Samoa, 4 May 2026·

Main outcomes
1. The meeting agreed to keep a register.·
2. The OCU offered to pay.·

Highlights
The OCU outlined its work, including:
a) OCU laid a cable in Tonga in 2025.·
b) OCU trained ten officers.·

List of participants
OCEANIC COMMUNICATIONS UNION (OCU)·
1. Ms. Ana Moana, Head of Networks·
2. Mr. Sione Vaka, Officer,·
REEF BANK
3. Dr. Mele Tupou, Economist·
·
Agenda
09:00 – 09:30 Opening·
09:30 – 10:00 Report·
10:00 – 10:30 Closing·
`,
  'mission-application': `Name of Country: Samoa
Name of Organization: Tide Office·
Title of the Project: Fair prices·
1) What is the policy issue?
Prices are high.·
2) What support do you need?
An expert for ten days,·
3) How does the support contribute to policy?
It becomes a rule.·
4) What is the present policy situation?
None.·
5) Please list the stakeholders.
Operators; the ministry·
6) Expected outcomes
[x] Training
[ ] Others·
7) Timeline
May 2026·
·
`,
  'assistance-plan': `Assistance plan
1.1 Which topic and country are you interested in?
Fair prices, Samoa·
1.2 Details of the assistance
A study.·
1.3 Schedule
May 2026·
1.4 Possible outcomes
A report·
2.1 Estimated cost
Air fare: USD 2,000·
2.2 Which costs should the OCU pay?
Air fare·
3. Experts
1. Ms. Ana Moana, Reef Institute,·
Name: Sione Vaka·
Organisation: Reef Institute·
·
`,
  'mission-call': `Ref: OCU/EM/4·
12 January 2026
To: Members·
Subject: Invitation to the OCU Expert Mission 2026·
Dear Sir,·
Please answer no later than 27 March 2026·
Yours sincerely,
Ana Moana·
Director·
cc: Samoa·

Summary of applications

Name of Country: Samoa
Name of Organization: Tide Office·
Title of the Project: Fair prices
1) What is the policy issue?
Prices are high.·
2) What support do you need?
An expert.
3) How does the support contribute to policy?
It becomes a rule.
4) What is the present policy situation?
None.
5) Please list the stakeholders.
Operators·
6) Expected outcomes
[x] Training
7) Timeline
May 2026·

Name of Country: Tonga
Name of Organization: Reef Board·
Title of the Project: Safe cables
1) What is the policy issue?
Cables break.·
2) What support do you need?
An expert.
3) How does the support contribute to policy?
It becomes a rule.
4) What is the present policy situation?
None.
5) Please list the stakeholders.
Operators
6) Expected outcomes
[x] Training
7) Timeline
June 2026·
`,
  plan: `Strategic Plan 2026-2029·
Vision
A connected ocean.·
Goal 1: Connected islands·
Objective 1.1: Build links·
Activities:
- Survey the sea bed·
- Lay the cable·
KPI 1.1: Links built·
Objective 1.2: Train people·
Output 1.2.1: A course·
Risk 1: Funds fall short·
Mitigation: Ask early·
·
`,
  unknown: `Dear all,·
the office is closed on Monday.·
Ana Moana·
·
`,
};

const places = (text: string): number => text.split('·').length - 1;

/** Puts a bait into each of the chosen places, on the same line or one of its own. */
function baited(text: string, chosen: ReadonlyMap<number, { bait: string; joint: string }>): string {
  return text
    .split('·')
    .map((part, at) => {
      const bait = chosen.get(at);
      return bait === undefined ? part : `${part}${bait.joint}${bait.bait}`;
    })
    .join('');
}

describe.each(Object.keys(documents))('%s', (kind) => {
  const text = documents[kind] ?? '';
  const joints = constantFrom(' ', ', ', '; ', '\n', '\t', ' (', ' – ', '\n\t');
  const one = record({ at: integer({ min: 0, max: places(text) - 1 }), bait: constantFrom(...baits), joint: joints });

  test('is known without any bait', () => {
    expect(understand(readText(text.replaceAll('·', ''), 'x.txt')).kind).toBe(kind);
  });

  test('no bait survives at any place', () => {
    assert(
      property(array(one, { minLength: 1, maxLength: 4 }), (chosen) => {
        const content = baited(text, new Map(chosen.map(({ at, bait, joint }) => [at, { bait, joint }])));
        const read = shown(understand(readText(content, 'x.txt')));
        for (const secret of secrets) expect(read, content).not.toContain(secret);
      }),
      { numRuns: 250 },
    );
  });
});

test('figures in a column headed "Telephone" are numbers, in a file of any kind', () => {
  const text = 'Duty list\n\n\tName\n\tRoom\n\tTelephone\n\n\tAna\n\t8675\n\t8675309\n\n\tSione\n\t12\n\t86 75\n';
  const { unplaced } = understand(readText(text, 'x.txt'));
  expect(unplaced.map((line) => line.text).join(' / ')).toBe(
    'Duty list / Name / Room / Telephone / Ana / 8675 / [contact withheld] / Sione / 12 / [contact withheld]',
  );
});

test('every bait is withheld, wherever it stands in a line', () => {
  for (const bait of baits) {
    for (const line of [bait, `Ms Ana, ${bait}`, `(${bait})`, `Ana\t${bait}\tSuva`, `${bait}, Suva`]) {
      const { text } = withholdContacts(line);
      for (const secret of secrets) expect(shown(text), line).not.toContain(secret);
    }
  }
});

test.each([
  '470-694 MHz and 3 300-3 400 MHz',
  'GSM 900 and 1800 MHz',
  'Document C18/INF/12, A/RES/70/125, ITU-R M.2012',
  'USD 1 500 000, EUR 12 345 678 and FJD 330 000',
  '(1) 2023 (2) 2024 (3) 2025',
  'Telephone subscriptions: 45 000 (2019), 50 000 (2020)',
  'Mobile: 5G and 6G',
  'fax machines in 20 000 offices',
  'The extension 2024 to 2026',
  'Skype call at 9:00, via Skype or Zoom; WhatsApp groups for farmers',
  'Line 12: text; line 330 to line 400',
  'GPS 18.1416 S 178.4419 E',
  'item (a) e.g. the look-at-me campaign, data_at_rest.csv',
  'Tel: see below',
])('left alone: %s', (text) => {
  expect(withholdContacts(text)).toEqual({ text, count: 0 });
});

test('a file full of broken addresses takes time in proportion to its length', () => {
  const lines = Array.from({ length: 8000 }, (_, at) => `Objective 1.${at}: a\nana.m${at}@\nocu${at}.example`);
  const document = readText(`Strategic Plan 2025\n${lines.join('\n')}\n`, 'x.txt');
  const start = performance.now();
  understand(document);
  expect(performance.now() - start).toBeLessThan(15_000);
});

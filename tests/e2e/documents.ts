/** Documents of invented people and bodies that the tests drop into the workbench. */
import type { Page } from 'playwright-core';
import { buildDocx, paragraph } from '../../src/testing/docx.ts';
import { words, writePdf } from '../../src/testing/pdf.ts';

/** A file as a form takes it. */
export interface Dropped {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
};

export function file(name: string, content: string | Uint8Array): Dropped {
  const ending = name.split('.').at(-1) ?? '';
  const mimeType = Object.entries(mediaTypes).find(([known]) => known === ending)?.[1] ?? 'application/octet-stream';
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** Drops files into intake and waits until all are read; ends on the page of the import or, for one file, of its reading. */
export async function bringIn(page: Page, ...files: Dropped[]): Promise<void> {
  await page.goto('/intake');
  await page.getByLabel('Files', { exact: true }).setInputFiles(files);
  await readThem(page);
}

/** Sends the form of intake as it was filled. */
export async function readThem(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read them' }).click();
  await page.waitForURL((url) => url.pathname !== '/intake');
  if (!new URL(page.url()).pathname.startsWith('/intake/jobs/')) return;
  // An import that takes long is followed on a page that renews itself.
  await page.getByRole('heading', { name: 'Files were read' }).waitFor({ timeout: 30_000 });
  const understood = page.getByRole('link', { name: 'check what was understood' });
  if ((await page.locator('main ul.plain > li').count()) === 1 && (await understood.count()) === 1) {
    await understood.click();
  }
}

/** The lines of a short resolution: 4 sections with 6 clauses. */
export function resolution(number: number, title: string): string[] {
  return [
    `RESOLUTION ${number} (Suva, 2021)`,
    title,
    'The Plenipotentiary Assembly of the Oceanic Communications Union (Suva, 2021),',
    'recalling',
    'a)\tResolution 12 (Suva, 2021) of this Assembly, on early warning over public networks;',
    'b)\tthe decision of the Council of 2019 on harbour lights,',
    'considering',
    'that a beacon without power is worse than none,',
    'resolves',
    '1\tthat a register of beacons shall be kept;',
    '2\tthat the register shall be open to the public,',
    'instructs the Secretary-General',
    'to report on the register each year to the Council.',
  ];
}

export const asText = (lines: readonly string[]): string => lines.join('\n\n');

export function asWord(lines: readonly string[]): Uint8Array {
  return buildDocx({ body: lines.map((line) => paragraph(line)).join('') });
}

/** One line under the other, as a text layer has them. */
export function asPdf(lines: readonly string[]): Uint8Array {
  return writePdf({
    pages: [{ drawing: lines.map((line, index) => words(72, 80 + 26 * index, line.replace('\t', ' '))).join('') }],
  });
}

/** A request for a mission, retyped by hand. */
export function application(title: string): string {
  return `APPLICATION FOR AN EXPERT MISSION

Name of Country: Tonga
Name of Organization: Office of Harbour Signals
Title of the project: ${title}

1. Policy issue for which your administration needs support
Beacons fail each winter and nobody is obliged to repair them.

2. Situation of the policy, what has been prepared or implemented, remaining issues
A first draft was written in 2024.

3. Please specify the support action or factor that you need
– Comparison of rules in three countries
– A model contract for the upkeep of beacons

4. How will the outcome of the Expert Mission support the policy formulation?
The model contract becomes part of the licences.

6. Stakeholders or agencies to be involved other than your organization
– Port Office
– Fishing association

7. Please choose your expected outcomes (multiple choice)
x Awareness programme such as workshop, seminar
Training
Analysis report (technical or political)
Support for drafting regulations
x Support for designing a policy or scheme
Developing systems or applications
Others

8. Possible timeline for the Expert Mission
– September 2026: visit and talks
– October 2026: model contract
`;
}

/** Something that the workbench does not know. */
export function circular(subject: string): string {
  return `Building Services\n\nThe ${subject} moves to Breakwater Lane on Monday. Keys are kept at the reception.\n`;
}

/** A report of a meeting of two agencies with three participants. */
export function meetingReport(number: string, year: number): string {
  return `${number} Meeting of the Tide and Flood Interagency Group (TFIG)

4 May ${year}

Hosted by the Oceanic Communications Union
at the OCU Headquarters, Suva, Fiji

Key Outcomes

1. 3 participants from 2 organisations shared their work on flood warnings.
2. Participants agreed to keep one list of gauges.

Key Highlights

OCU outlined its activities, including:

- a) OCU will run a workshop on flood warnings in Tonga in ${year}.

WGB outlined its activities, including:

- a) WGB plans a survey of gauges in Samoa in ${year}.

Annex 1

LIST OF PARTICIPANTS

OCEANIC COMMUNICATIONS UNION (OCU)

1. Ms Lina Moana, Programme Officer
Email: lina.moana@example.org, Tel: +679 555 0142

WATER GAUGE BOARD (WGB)

2. Dr. Sefo Leota, Director
Email: sefo.leota@example.net
`;
}

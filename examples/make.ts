/**
 * Makes the example documents: `node examples/make.ts` writes examples/files/. The same script gives the same bytes;
 * tests/corpus/examples.test.ts fails where the files in the repository are not what it makes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assistancePlan, retypedApplication } from './documents/mission-answers.ts';
import { missionCall } from './documents/mission-call.ts';
import { nicContribution, nicContributionBlocks } from './documents/nic-contribution.ts';
import { actionPlan } from './documents/action-plan.ts';
import { circular } from './documents/circular.ts';
import { meetingReport } from './documents/meeting-report.ts';
import { strategicPlan } from './documents/strategic-plan.ts';
import { ssfContribution } from './documents/ssf-contribution.ts';
import { loneText, loneTexts } from './documents/lone-texts.ts';
import { flatText } from './house/flat.ts';

export interface Example {
  file: string;
  bytes: Uint8Array;
  /** To whom the record is shown; the kind's own rule where it is left out. */
  visibility?: 'public';
  /** Left on the check screen, to be tried. */
  leaveOpen?: true;
}

/** All examples, in the order in which they are read: texts before the proposals to change them. */
export function examples(): Example[] {
  return [
    ...Object.entries(loneTexts).map(([file, text]) => ({ file, bytes: loneText(text) })),
    { file: 'NIC-12A1 contribution.docx', bytes: nicContribution() },
    { file: 'SSF-15A1 contribution.docx', bytes: ssfContribution() },
    { file: 'OCU strategic plan 2026-2029 draft.docx', bytes: strategicPlan() },
    { file: 'BD action plan objective 2.docx', bytes: actionPlan() },
    { file: 'Expert missions 2026 call.docx', bytes: missionCall(), visibility: 'public' },
    { file: 'Application retyped by hand.docx', bytes: retypedApplication() },
    { file: 'Assistance plan filled.docx', bytes: assistancePlan() },
    { file: 'Interagency meeting 12 report.docx', bytes: meetingReport() },
    {
      file: 'NIC-12A1 flattened copy.txt',
      bytes: new TextEncoder().encode(flatText(nicContributionBlocks)),
      leaveOpen: true,
    },
    { file: 'Circular on parking.docx', bytes: circular(), leaveOpen: true },
  ];
}

/** The list by which the workbench reads them. */
export function manifest(made: readonly Example[]): string {
  const entries = made.map(({ file, visibility, leaveOpen }) => ({ file, visibility, leaveOpen }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

if (import.meta.main) {
  const folder = path.join(import.meta.dirname, 'files');
  mkdirSync(folder, { recursive: true });
  const made = examples();
  for (const { file, bytes } of made) writeFileSync(path.join(folder, file), bytes);
  writeFileSync(path.join(folder, 'manifest.json'), manifest(made));
  console.log(`${made.length} files written to ${folder}`);
}

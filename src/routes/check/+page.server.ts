import { withholdContacts } from '#kernel/contacts.ts';
import { kinds } from '#modules/intake/index.ts';
import { readSafely, type ReadFile } from '#modules/intake/server/index.ts';
import { filesOf } from '../files.ts';
import { done, formOf } from '../pages.ts';
import type { Actions } from './$types';

/** What is told of a checked file; the file itself is forgotten. */
function told(read: ReadFile) {
  const { reading, lines } = read;
  const about = reading.findings.map((finding) => ({
    ...finding,
    words:
      finding.lines === null ? null : withholdContacts(lines[finding.lines[0] - 1]?.words ?? '').text.slice(0, 300),
  }));
  const proposals = reading.record !== null && 'proposals' in reading.record ? reading.record.proposals : [];
  return {
    name: reading.source.name,
    kind: reading.kind,
    kindName: kinds[reading.kind].name,
    lines: reading.lines,
    unplaced: reading.unplaced.slice(0, 50),
    findings: about,
    proposals: proposals.map(({ serial, reference, action, target, title, text }) => ({
      serial,
      reference,
      action,
      target,
      title: title.after ?? title.before,
      changed: text === null ? 0 : countChanged(text.sections.flatMap((section) => section.clauses)),
      guessed: text === null ? 0 : countGuessed(text.sections.flatMap((section) => section.clauses)),
    })),
  };
}

type Clauses = { status: string; certainty: string; children: Clauses }[];

const countChanged = (clauses: Clauses): number =>
  clauses.reduce((sum, clause) => sum + (clause.status === 'kept' ? 0 : 1) + countChanged(clause.children), 0);
const countGuessed = (clauses: Clauses): number =>
  clauses.reduce((sum, clause) => sum + (clause.certainty === 'guess' ? 1 : 0) + countGuessed(clause.children), 0);

export const actions: Actions = {
  default: async ({ request }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const [file] = await filesOf(form, 'file');
      if (file === undefined) return {};
      return { checked: told(await readSafely(file.bytes, file.name)) };
    });
  },
};

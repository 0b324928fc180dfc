import { kinds } from '#modules/intake/index.ts';
import { readSafely, type ReadFile } from '#modules/intake/server/index.ts';
import { checkedFindings, textsIn } from '#modules/texts/index.ts';
import { knownCitations } from '#modules/texts/server/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { filesOf } from '../files.ts';
import { done, formOf } from '../pages.ts';
import type { Actions } from './$types';
import { groupsOf } from './groups.ts';

/** What is told of a checked file; the file itself is forgotten. */
async function told(context: Context, { reading, lines, citations }: ReadFile) {
  const known = await knownCitations(context, citations, textsIn(reading.record));
  const findings = checkedFindings({ ...reading, citations, lines }, known);
  const proposals = reading.record !== null && 'proposals' in reading.record ? reading.record.proposals : [];
  return {
    name: reading.source.name,
    kind: reading.kind,
    kindName: kinds[reading.kind].name,
    lines: reading.lines,
    unplaced: reading.unplaced.slice(0, 50),
    groups: groupsOf(findings, (line) => lines[line - 1]?.words ?? ''),
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
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const [file] = await filesOf(form, 'file');
      if (file === undefined) return {};
      return { checked: await told(locals.context, await readSafely(file.bytes, file.name)) };
    });
  },
};

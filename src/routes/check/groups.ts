/** Findings as the check page shows them: by rule, the most serious first, each with the words it is about. */
import { withholdContacts } from '#kernel/contacts.ts';
import type { Finding, TextRun } from '#kernel/reading/index.ts';
import { lintRules, mended } from '#modules/texts/index.ts';

export interface ShownFinding {
  lines: Finding['lines'];
  message: string;
  /** The words of its first line; `null` where it names no line. */
  words: string | null;
  /** The change that would settle it: some words around it, and the change itself. */
  mend: { runs: TextRun[]; why: string } | null;
}

export interface FindingGroup {
  rule: string;
  level: Finding['level'];
  /** Why one should look; `null` for what only one kind of document has. */
  explanation: string | null;
  findings: ShownFinding[];
}

const order = { error: 0, warning: 1, info: 2 };
const explanations = new Map(lintRules.map(({ name, explanation }) => [name, explanation]));
/** Longest words shown of a line. */
const mostWords = 300;

/** @param words the words of a line of the file */
export function groupsOf(findings: readonly Finding[], words: (line: number) => string): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ rule, level }) => `${rule} ${level}`);
  return [...groups.values()]
    .flatMap((group): FindingGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { rule, level } = first;
      return [
        { rule, level, explanation: explanations.get(rule) ?? null, findings: group.map((one) => shown(one, words)) },
      ];
    })
    .sort((one, other) => order[one.level] - order[other.level]);
}

function shown({ lines, message, mend }: Finding, words: (line: number) => string): ShownFinding {
  const line = lines === null ? null : withholdContacts(words(lines[0])).text;
  const runs = mend === undefined ? null : mended(mend.from, mend);
  return {
    lines,
    message,
    words: line === null ? null : line.length > mostWords ? `${line.slice(0, mostWords)}…` : line,
    mend: runs === null || mend === undefined ? null : { runs, why: mend.why },
  };
}

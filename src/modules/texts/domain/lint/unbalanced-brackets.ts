import { printedOf } from '../words/runs.ts';
import { lineRange } from './lists.ts';
import type { Issue, LintedText, Rule } from './rule.ts';

/** "b)", "12)" and "78a)" close nothing: they are labels that are cited. */
const label = /(?:^|[\s(,§–-])(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3}(?:\.\d{1,3})?\s?[a-z]?)\s?$/u;

/** Round brackets of one clause: what is wrong with them, or `null`. Brackets that may belong to a label count either way. */
function round(words: string): 'opened' | 'closed' | null {
  let least = 0;
  let most = 0;
  for (let at = 0; at < words.length; at++) {
    const sign = words.charAt(at);
    if (sign === '(') {
      least++;
      most++;
    } else if (sign === ')') {
      least = Math.max(least - 1, 0);
      if (!label.test(words.slice(Math.max(0, at - 9), at))) most--;
      if (most < 0) return 'closed';
    }
  }
  return least > 0 ? 'opened' : null;
}

/** Square brackets and quotes may span clauses: lines where one is opened or closed alone. */
function spanning(text: LintedText, open: string, close: string): { line: number; sign: string }[] {
  const opened: { line: number; sign: string }[] = [];
  const alone: { line: number; sign: string }[] = [];
  for (const { clause, words } of text.clauses) {
    for (const sign of words) {
      if (sign === open) opened.push({ line: clause.line, sign });
      else if (sign === close && opened.pop() === undefined) alone.push({ line: clause.line, sign });
    }
  }
  // One finding a line: the rest of it hangs on the first.
  return [...new Map([...opened, ...alone].map((one) => [one.line, one])).values()];
}

function unbalanced(text: LintedText): Issue[] {
  const inClauses = text.clauses.flatMap(({ clause, words }) => {
    const fault = round(words);
    // Where old and new words were told apart without marks, a bracket may only have gone astray in that.
    if (fault === null || (clause.certainty !== 'sure' && round(printedOf(clause.runs)) === null)) return [];
    const message =
      fault === 'opened' ? 'A bracket is opened and not closed.' : 'A bracket is closed that nothing opened.';
    return [{ lines: lineRange(clause.line), message }];
  });
  const across = [...spanning(text, '[', ']'), ...spanning(text, '“', '”')].map(({ line, sign }) => ({
    lines: lineRange(line),
    message: `${sign} stands without its partner.`,
  }));
  return [...inClauses, ...across];
}

export const unbalancedBrackets: Rule = {
  name: 'unbalanced-brackets',
  level: 'warning',
  explanation:
    'A bracket or quotation mark stands without its partner: words may be missing, or a change was made on one side only.',
  text: unbalanced,
};

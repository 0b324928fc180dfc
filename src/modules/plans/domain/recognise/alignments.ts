/** Lines that link elements of the plan to resolutions, WSIS action lines and Sustainable Development Goals. */
import { codesIn } from './code.ts';
import { place, report, type AlignmentDraft, type Draft, type Item, type Mention } from './draft.ts';
import type { PlanLine } from './lines.ts';
import { referencesIn, type References } from './references.ts';
import { levelNamesIn } from './words.ts';

type Scheme = 'sdg' | 'wsis' | 'resolution';

const longestLabel = 80;
const linkVerb = /\b(?:support|contribut|implement|address|respond|align|advanc|help|correspond|link|relat)\w*\b/gi;
const sameBreath =
  /\b(?:consistent with|in accordance with|in line with|pursuant to|taking into account|as per|based on|under)\b/i;

/** Which kind of reference the words of a label or heading announce. */
export function announcedScheme(words: string): Scheme | null {
  if (/\bSDGs?(?=\d|\b)|\bsustainable development goals?\b/i.test(words)) return 'sdg';
  if (/\bWSIS\b|\baction lines?\b/i.test(words)) return 'wsis';
  return /\bresolutions?\b|\bRes\b\.?\s*\d/i.test(words) ? 'resolution' : null;
}

/**
 * Reads a line that states links, and says whether it did. `from` is the element whose section the line stands in;
 * `under` is the kind of references that the heading above announces.
 */
export function readAlignment(draft: Draft, line: PlanLine, from: Item | null, under: Scheme | null): boolean {
  const stated =
    statedLinks(line) ?? labelledLinks(line, from) ?? listedLinks(line, from, under) ?? bareLinks(line, from);
  if (stated === null || stated.references.found.length === 0 || stated.from.length === 0) return false;
  addLinks(draft, line, stated.from, stated.references);
  place(draft, line);
  return true;
}

/** Adds links from elements to references and reports the slips in the list of references. */
export function addLinks(
  draft: Draft,
  line: PlanLine,
  from: readonly AlignmentDraft['from'][],
  references: References,
): void {
  for (const element of from) {
    for (const { to } of references.found) draft.alignments.push({ from: element, to, line: line.line });
  }
  for (const pair of references.unseparated) {
    const message = `“${pair}” are read as two numbers; nothing separates them.`;
    report(draft, 'plan-missing-separator', 'warning', line.line, message);
  }
  for (const code of references.repeated) {
    report(
      draft,
      'plan-duplicate-reference',
      'warning',
      line.line,
      `“${code}” is named more than once in the same list.`,
    );
  }
  if (references.foreign.length > 0) {
    draft.partly.add(line.line);
    const message = `Resolutions ${references.foreign.join(', ')} are of a body that a link cannot name; they are left out.`;
    report(draft, 'plan-reference-foreign', 'info', line.line, message);
  }
  for (const { to, irregular } of references.found) {
    if (irregular === null) continue;
    report(draft, 'plan-code-irregular', 'info', line.line, `“${irregular}” is read as ${to.code}.`);
  }
}

interface Links {
  from: readonly AlignmentDraft['from'][];
  references: References;
}

/**
 * "The implementation of Resolutions 5 and 7 will support Output 1.2", "Output 1.2 will contribute to SDGs 4 and 9":
 * references on one side of the verb, elements on the other.
 */
function statedLinks(line: PlanLine): Links | null {
  if (announcedScheme(line.text) === null) return null;
  const mentions = mentionsIn(line.text);
  if (mentions.length === 0) return null;
  const references = referencesIn(line.text);
  const firstReference = references.found[0]?.from ?? -1;
  const lastReference = references.found.at(-1)?.from ?? -1;
  for (const verb of line.text.matchAll(linkVerb)) {
    const before = mentions.filter(({ at }) => at < verb.index);
    const after = mentions.filter(({ at }) => at > verb.index);
    if (lastReference !== -1 && lastReference < verb.index && before.length === 0 && after.length > 0) {
      return { from: after.map(({ mention }) => mention), references };
    }
    const between = line.text.slice(verb.index, firstReference);
    if (firstReference > verb.index && before[0] !== undefined && before[0].at <= 15 && !sameBreath.test(between)) {
      return { from: before.map(({ mention }) => mention), references };
    }
  }
  return null;
}

/** Elements named with level and code, outside of lists of other people's goals. */
export function mentionsIn(text: string): { mention: Mention; at: number }[] {
  const mentions: { mention: Mention; at: number }[] = [];
  for (const { level, to, from } of levelNamesIn(text)) {
    const list =
      /^\s+(?:[A-Za-z]{1,4}[.-]?)?\d{1,3}(?:[.-]\w{1,3})*(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:[A-Za-z]{1,4}[.-]?)?\d{1,3}(?:[.-]\w{1,3})*)*/;
    const codes = list.exec(text.slice(to, to + 200))?.[0] ?? '';
    for (const code of codesIn(codes)) mentions.push({ mention: { level: level.key, code }, at: from });
  }
  return mentions;
}

/** "SDG targets: 4.4, 9.c" within the section of an element. */
function labelledLinks(line: PlanLine, from: Item | null): Links | null {
  const colon = line.text.slice(0, longestLabel).indexOf(':');
  if (from === null || colon === -1 || announcedScheme(line.text.slice(0, colon)) === null) return null;
  const references = referencesIn(line.text);
  return mostlyReferences(line.text.slice(colon)) ? { from: [from], references } : null;
}

/** A line of a list under a heading that announces references: "SDG 9: Industry", "C5 – Building confidence". */
function listedLinks(line: PlanLine, from: Item | null, under: Scheme | null): Links | null {
  if (under === null || from === null) return null;
  const starts = /^(?:SDGs?\s*\d|(?:PP |WTDC )?Resolutions? \d|(?:WSIS )?(?:Action Lines? )?C\d)/i.test(line.text);
  return starts && line.text.length <= 300 ? { from: [from], references: referencesIn(line.text, under) } : null;
}

/** Words of lines that name references and nothing else. */
const linkWords =
  /\b(?:contribut\w*|link\w*|relat\w*|align\w*|support\w*|implement\w*|relevant|see|UN|SDGs?|sustainable|development|goals?|targets?|indicators?|WSIS|action|lines?|AL|resolutions?|res|nos?|rev|PP|WTDC|plenipotentiary|conference|of|the|to|and|with)\b/gi;
const codes = /\b(?:SDGs?)?\d{1,3}(?:\.?[a-d])?\b|\bC\.?\s?\d{1,2}\b/gi;

/** "SDG 5.b; SDG 10", "SDG 9: Industry" in the section of an element. */
function bareLinks(line: PlanLine, from: Item | null): Links | null {
  if (from === null || line.text.length > 200 || announcedScheme(line.text) === null) return null;
  const titled = /^SDGs? ?\d{1,2}\s*[:–-]\s*\p{Lu}[^.]{3,80}$/u.test(line.text);
  const rest = line.text
    .replace(/\([^()]*\)/g, ' ')
    .replace(codes, ' ')
    .replace(linkWords, ' ');
  return titled || !/\p{L}/u.test(rest) ? { from: [from], references: referencesIn(line.text) } : null;
}

/** Whether a text is a list of codes and hardly anything else. */
function mostlyReferences(list: string): boolean {
  const letters = list.replace(/\([^()]*\)/g, '').match(/[A-Za-z]{3,}/g)?.length ?? 0;
  const numbers = list.match(/\d+/g)?.length ?? 0;
  return numbers > 0 && letters <= numbers;
}

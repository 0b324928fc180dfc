/** Headings that name levels, words that announce a list, and the points of lists. */
import { announcedScheme } from './alignments.ts';
import { codeOf, keyOfCode, shapeOf, type Code, type Coded } from './code.ts';
import { itemOf, place, report, type Item } from './draft.ts';
import { rankOf } from './ranks.ts';
import { codedElement, wordedLine } from './element.ts';
import { isHeadingLike, type PlanLine } from './lines.ts';
import {
  addElement,
  addPoint,
  isNextSection,
  nameLevels,
  nextUnit,
  ownerFor,
  passSection,
  type List,
  type State,
} from './state.ts';
import { levelNamesIn, levelsOfHeading, type LevelName } from './words.ts';

const sectionNumber = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])(?:\.|\))?\s+(?=\S)/;
const captionStart = /^(?:table|figure|box|annex|appendix|matrix)\s+[A-Z0-9]{1,4}(?:[.-]\d{1,3})*\s*[.:–—-]?\s*/i;
const statementHeading =
  /^(?:our |the )?(vision|mission|overall objective|overall goal|overall aim|development objective)(?: statement)?\s*:?$/i;
const proseSection =
  /^(?:background|introduction|context|situation|overview|challenges|lessons|foreword|preface|methodology|definitions|glossary|rationale)\b/i;

/** The number of a section heading and the words after it. */
export function splitSectionNumber(text: string): { code: Code | null; words: string } {
  const match = sectionNumber.exec(text);
  return match === null
    ? { code: null, words: text }
    : { code: codeOf(match[1] ?? ''), words: text.slice(match[0].length).trim() };
}

/** A heading or caption that names levels and nothing else. It opens a list where it names one. */
export function readLevelHeading(state: State, line: PlanLine): boolean {
  const caption = captionStart.exec(line.text)?.[0] ?? '';
  const { code, words } = splitSectionNumber(line.text.slice(caption.length));
  const names = line.bullet === '' ? levelsOfHeading(words) : [];
  const [name] = names;
  if (name === undefined) return false;
  nameLevels(state, names, [line]);
  state.caption = names;
  state.scheme = null;
  state.heading = line;
  if (code !== null) passSection(state, code, line);
  if (state.titled !== null) closeTitled(state, state.titled.level);
  closeHeaded(state, names[0] ?? null);
  state.list = null;
  if (names.length > 1 || caption !== '') return true;
  openList(state, name);
  if (caption === '') readPlainPoints(state);
  return true;
}

/** What the heading before listed stands beside what this one lists, not above it. */
function closeHeaded(state: State, name: LevelName | null): void {
  const before = state.headed;
  if (before !== null) state.open = state.open.filter((item) => item.worded || item.level?.key !== before.key);
  state.headed = name;
}

/** A heading of another level ends the titles: what follows stands beside them, not under the last one. */
function closeTitled(state: State, level: LevelName): void {
  state.titled = null;
  if (state.open.at(-1)?.level?.key === level.key) state.open.pop();
  state.current = state.open.at(-1) ?? null;
}

/** A longer sentence says more than the name of a level, so that its words are not in the record. */
const mostNamingWords = 15;

/** Words that end in a colon and say what follows: "The following Strategic Pillars identify …:". */
export function readAnnouncement(state: State, line: PlanLine): boolean {
  if (!line.text.endsWith(':') || line.text.length > 600 || captionStart.test(line.text)) return false;
  const level = line.bullet === '' ? announcedLevel(line.text) : null;
  if (level === null) return readUnnamedAnnouncement(state, line);
  nameLevels(state, [level], line.text.split(' ').length <= mostNamingWords ? [line] : []);
  state.caption = [level];
  openList(state, level);
  if (!readPlainPoints(state) && !pointFollows(state) && level.subject !== 'indicator' && level.subject !== 'risk') {
    state.titled = { level, owner: ownerFor(state, level) };
  }
  return true;
}

/** A sentence that a list completes; "Challenges:" says nothing of what its points are. */
const saysSomething =
  /\b(?:will|shall|should|must|may|can|are|is|be|by|to|through|includ\w+|involv\w+|follow\w*|aim\w*|focus\w*|comprise\w*|consist\w*|seek\w*|support\w*)\b/i;

/** What readers are asked for is nothing that the plan does. */
const asksReaders = /\b(?:invited|asked|requested|consulted)\b/i;

/** "The programme will:" before bullets, in the section of an element. The line itself names nothing and stays unplaced. */
function readUnnamedAnnouncement(state: State, line: PlanLine): boolean {
  if (state.list !== null && line.bullet !== '') return false;
  const next = nextUnit(state);
  if (state.current === null || next?.kind !== 'line' || next.line.bullet === '') return false;
  if (!saysSomething.test(line.text) || asksReaders.test(line.text)) return false;
  if (proseSection.test(splitSectionNumber(state.heading?.text ?? '').words)) return false;
  openList(state, null);
  return true;
}

/** The level that the words before a list speak of; `null` where they do not say, or name several. */
function announcedLevel(text: string): LevelName | null {
  // Only the sentence with the colon announces, and not what it speaks about ("agreed on the objectives").
  const start = text.slice(0, -1).search(/[.?!]\s+(?=\p{Lu}[^.?!]*$)/u);
  return levelAnnouncedIn(start === -1 ? text : text.slice(start + 2).trimStart());
}

const spokenAbout =
  /\b(?:on|of|about|regarding|concerning|against|with|under|from)\s+(?:(?:the|these|those|its|our|their|all)\s+){0,2}$/i;

function levelAnnouncedIn(text: string): LevelName | null {
  const names = levelNamesIn(text).filter(
    ({ level, from }) => level.plural && !spokenAbout.test(text.slice(Math.max(0, from - 40), from)),
  );
  const following = names.find(({ from }) =>
    /\bfollowing\s+(?:\w+\s+){0,2}$/i.test(text.slice(Math.max(0, from - 40), from)),
  );
  const last = names.find(({ to }) => /^(?:\s*(?:are|include|is|as follows|below)){0,2}\s*:$/i.test(text.slice(to)));
  const start = names.find(
    ({ from }) => from <= 5 || /^(?:in particular, |the |our |its |these |main )$/i.test(text.slice(0, from)),
  );
  if (following ?? last ?? start) return (following ?? last ?? start)?.level ?? null;
  const keys = new Set(names.map(({ level }) => level.key));
  return keys.size === 1 && text.length <= 150 ? (names[0]?.level ?? null) : null;
}

function openList(state: State, level: LevelName | null): void {
  state.list = {
    level,
    owner: ownerFor(state, level),
    shape: null,
    bullet: null,
    indent: null,
    last: null,
    nestedUnder: null,
    skipped: [],
    regional: false,
  };
  state.lists.push(state.list);
}

/** Whether the next line is marked as a point or has a code. */
function pointFollows(state: State): boolean {
  const next = nextUnit(state);
  if (next === null) return false;
  if (next.kind !== 'line') return next.kind !== 'blank-row';
  return (
    next.line.bullet !== '' || codedElement(next.line.raw) !== null || wordedLine(next.line.raw, state.own) !== null
  );
}

/** "Vision", "Overall objective": the next paragraph is the statement. */
export function readStatementHeading(state: State, line: PlanLine): boolean {
  const { words } = splitSectionNumber(line.text);
  const [, name = ''] = statementHeading.exec(words) ?? [];
  if (name === '') return false;
  const following = nextUnit(state);
  const introduced = following?.kind === 'line' && following.line.text.endsWith(':');
  const next = introduced ? nextUnit(state, 2) : following;
  if (next?.kind !== 'line' || next.line.text.length < 20 || next.line.bullet !== '') return false;
  const lower = name.toLowerCase();
  const key = lower.replaceAll(' ', '-');
  const printed = lower.charAt(0).toUpperCase() + lower.slice(1);
  const level: LevelName = { key, name: printed, subject: 'other', qualified: false, plural: false };
  nameLevels(state, [level], [line]);
  addPoint(state, itemOf(next.line, next.line.text, { level }));
  state.list = null;
  state.heading = line;
  state.at += introduced ? 2 : 1;
  return true;
}

/**
 * Points without bullet or code, all at once: lines that end like points of a list (";"), short lines that end like
 * none, or lines of the form "Openness: being aware of …".
 */
function readPlainPoints(state: State): boolean {
  const list = state.list;
  if (list === null || list.level === null || list.level.subject === 'risk') return false;
  const lines = plainRun(state);
  const points = pointsAmong(lines);
  if (points === 0) return false;
  for (const line of lines.slice(0, points)) {
    addListPoint(state, list, line, line.text, null, false);
    state.at++;
  }
  state.list = null;
  return true;
}

/** The next lines that are nothing else and follow one another without a blank line. */
function plainRun(state: State): PlanLine[] {
  const lines: PlanLine[] = [];
  for (let ahead = 1; ahead <= 60; ahead++) {
    const unit = nextUnit(state, ahead);
    if (unit?.kind !== 'line' || unit.line.bullet !== '' || unit.line.heading !== null) break;
    if (unit.line.text.endsWith(':')) break;
    if ((lines.length > 0 && unit.line.gap) || unit.table !== (state.units[state.at]?.table ?? null)) break;
    if (codedElement(unit.line.raw) !== null || wordedLine(unit.line.raw, state.own) !== null) break;
    if (levelsOfHeading(unit.line.text).length > 0) break;
    lines.push(unit.line);
  }
  return lines;
}

/** How many of these lines, from the first on, are points of a list. */
function pointsAmong(lines: readonly PlanLine[]): number {
  const count = (is: (line: PlanLine) => boolean): number => {
    const end = lines.findIndex((line) => !is(line));
    return end === -1 ? lines.length : end;
  };
  const titled = count((line) => /^[A-Z][^.:;]{1,60}: \S/.test(line.text));
  if (titled >= 2) return titled;
  const joined = count((line) => /(?:[;,]|[;,]? and)$/.test(line.text));
  if (joined >= 1 && joined < lines.length) return joined + 1;
  const short = count((line) => line.text.length <= 160 && !/[.:]$/.test(line.text));
  return short >= 2 && short === lines.length ? short : 0;
}

/** A line with a code inside a list of a named level, or one that only its code can place. */
export function readCoded(state: State, line: PlanLine, coded: Coded & { skipped: string | null }): boolean {
  const { list } = state;
  if (coded.text.length > 2000 || coded.text === '') return false;
  // "1.1 Objective: …": the code stands before the word.
  const named = wordedLine(coded.text, state.own);
  if (named?.code === null && named.level.subject !== 'indicator' && named.level.subject !== 'risk') {
    const { level } = named;
    state.list = null;
    addElement(
      state,
      itemOf(line, named.text, { level, code: coded.code, worded: true, owner: ownerFor(state, level) }),
    );
    return true;
  }
  if (
    list !== null &&
    list.level !== null &&
    fits(state, list, coded.code) &&
    !leadsToElement(state, list, list.level, coded)
  ) {
    list.shape ??= shapeOf(coded.code);
    const point = addListPoint(state, list, line, coded.text, coded.code, coded.listNumber);
    if (coded.skipped !== null && point !== null) list.skipped.push({ number: coded.skipped, line: line.line });
    return true;
  }
  if (list !== null && (list.last === null || !continues(coded.code, list.last))) state.list = null;
  if (/^\d/.test(coded.code.printed) && isHeadingLike(line)) {
    passSection(state, coded.code, line);
    state.heading = line;
    state.scheme = announcedScheme(line.text);
  }
  const level = line.cell === null ? null : titleRowLevel(state);
  addElement(state, itemOf(line, coded.text, { code: coded.code, listNumber: coded.listNumber, level }));
  return true;
}

/** The level of a row above a heading row: of the levels in the caption the one that no column holds. */
export function titleRowLevel(state: State): LevelName | null {
  const next = nextUnit(state);
  if (next?.kind !== 'header') return null;
  const held = new Set(next.columns.map((column) => column.level?.key));
  const level = state.caption.find((name) => !held.has(name.key));
  return level === undefined || level.subject === 'indicator' || level.subject === 'risk' ? null : level;
}

/** Whether a code can number a point of this list: of the shape of the first, and not the number of the next section. */
function fits(state: State, list: List, code: Code): boolean {
  if (list.shape !== null) return list.shape === shapeOf(code);
  return list.bullet === null && !isNextSection(state, code);
}

/** Whether a first coded line leads to an element of this level or a higher one: then it heads a section and is no point. */
function leadsToElement(state: State, list: List, level: LevelName, coded: Coded): boolean {
  if (list.last !== null || coded.listNumber) return false;
  const next = nextUnit(state);
  const worded = next?.kind === 'line' ? wordedLine(next.line.raw, state.own) : null;
  return worded !== null && worded.code !== null && rankOf(state.ranks, worded.level) <= rankOf(state.ranks, level);
}

function continues(code: Code, item: Item): boolean {
  const head = code.segments.slice(0, -1);
  return item.code !== null && keyOfCode(head) === keyOfCode(item.code.segments);
}

/** A bullet of the open list; bullets right after an element open a list of their own. */
export function readBullet(state: State, line: PlanLine): boolean {
  if (line.bullet === '') return false;
  if (state.list === null) {
    const adjacent = state.previousItem !== null && state.previousItem === state.current && !line.gap;
    const titled = state.titled !== null && state.current?.level?.key === state.titled.level.key;
    if ((!adjacent && !titled) || state.current?.level === null) return false;
    openList(state, null);
  }
  const list = state.list;
  if (list === null) return false;
  if (list.shape !== null) {
    if (list.last === null) return false;
    addPoint(state, itemOf(line, line.text, { owner: list.last, unnamed: true }));
    return true;
  }
  const nested = nestedUnder(list, line);
  list.bullet ??= line.bullet;
  list.indent ??= line.indent;
  if (nested === null) {
    list.nestedUnder = null;
    addListPoint(state, list, line, line.text, null, false);
  } else {
    list.nestedUnder = nested;
    state.previousItem = nested;
    addPoint(
      state,
      itemOf(line, line.text, { level: list.level, owner: nested, nested: true, unnamed: list.level === null }),
    );
  }
  return true;
}

/** The point that this one is a part of: after another bullet or deeper, where the point before announced a list. */
function nestedUnder(list: List, line: PlanLine): Item | null {
  if (list.last === null || list.bullet === null) return null;
  if (line.indent !== null && list.indent !== null) return line.indent > list.indent ? list.last : null;
  if (line.bullet === list.bullet) return null;
  return list.nestedUnder ?? (list.last.text.endsWith(':') ? list.last : null);
}

/** Adds one point of a list; for a list of indicators an indicator. */
function addListPoint(
  state: State,
  list: List,
  line: PlanLine,
  text: string,
  code: Code | null,
  listNumber: boolean,
): Item | null {
  const { level } = list;
  if (level?.subject === 'indicator') {
    addIndicator(state, line, text, code, list.owner ?? state.current);
    return null;
  }
  if (level?.subject === 'risk') {
    state.draft.risks.push({ title: text, statements: [], measures: [], line: line.line });
    place(state.draft, line);
    return null;
  }
  const item = itemOf(line, text, { level, code, listNumber, owner: list.owner, unnamed: level === null });
  list.last = item;
  if (code === null || level === null || listNumber) addPoint(state, item);
  else addElement(state, item);
  return item;
}

/** Adds an indicator of an element; `words` are its words where `text` begins with a label. */
export function addIndicator(
  state: State,
  line: PlanLine,
  text: string,
  code: Code | null,
  of: Item | null,
  words = text,
): void {
  const indicator = { of, code, text, words, line: line.line, target: null, baselineYear: null };
  state.draft.indicators.push(indicator);
  state.indicator = indicator;
  place(state.draft, line);
}

/** A title without mark, in a section that announced such titles: a line over prose or over a list. */
export function readTitled(state: State, line: PlanLine): boolean {
  const { titled } = state;
  if (titled === null || !isHeadingLike(line) || line.text.length < 3 || line.cell !== null) return false;
  const next = nextUnit(state);
  if (next?.kind !== 'line' || next.table !== null) return false;
  const prose = next.line.text.length > 120 || /[.:]$/.test(next.line.text) || next.line.bullet !== '';
  if (!prose) return false;
  const item = itemOf(line, line.text, { level: titled.level, owner: titled.owner });
  addElement(state, item);
  state.list = null;
  return true;
}

/** Reports lists whose printed numbers are all the same. */
export function reportLostNumbers(state: State): void {
  for (const { skipped } of state.lists) {
    const [first] = skipped;
    const last = skipped.at(-1);
    if (first === undefined || last === undefined || first === last) continue;
    if (skipped.some(({ number }) => number !== first.number)) continue;
    const message = `All ${skipped.length} points of this list are numbered “${first.number}”: the numbering was lost.`;
    report(state.draft, 'plan-list-numbering-lost', 'info', [first.line, last.line], message);
  }
}

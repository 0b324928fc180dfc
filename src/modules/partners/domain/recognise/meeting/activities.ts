/** What each organisation reports: the lettered lists, bullets or paragraphs under its name. */
import { countriesIn } from '#kernel/countries.ts';
import { yearsIn } from '#kernel/dates.ts';
import type { MeetingRecord } from '#kernel/reading/index.ts';
import { topicsIn } from '#kernel/topics.ts';
import type { MeetingLine } from './meeting-lines.ts';
import type { Register } from './organisations.ts';
import { partnersIn } from './partners.ts';
import { isStatement } from './statements.ts';

type Activity = MeetingRecord['activities'][number];

/** One item as it stands, before its words are looked into. */
export interface Item {
  key: string;
  organisation: string;
  /** Texts of its lines. */
  texts: string[];
  line: number;
}

export interface ReadItems {
  items: Item[];
  placed: number[];
}

const reporting =
  /\b(?:outlined|explained|presented|reported|provided|shared|informed|briefed|introduced|described|highlighted|updated|gave|delivered|made|summari[sz]ed|noted|mentioned|is (?:implementing|working|planning)|are|activities|updates?)\b/iu;

/** The name with which a line begins when it introduces what an organisation reports; `null` for other lines. */
export function introducedBy(line: MeetingLine, register: Register): string | null {
  if (line.blank || line.bullet || line.label !== null || line.cell !== null) return null;
  const start = /^(?:the\s|representatives? (?:of|from)\s(?:the\s)?)?/iu.exec(line.text)?.[0].length ?? 0;
  const rest = line.text.slice(start);
  // "UNU Macau provided": the name runs to a comma, a verb or the end.
  const name =
    /^[\p{Lu}\p{N}][\p{L}\p{N}&/.'’-]*(?:\s(?:(?:of|for|on|and|the|in)\s){0,2}[\p{Lu}(][\p{L}\p{N}&/.'’)-]*){0,9}/u.exec(
      rest,
    )?.[0] ?? '';
  if (name === '') return null;
  const behind = rest.slice(name.length);
  const alone = /^\s*:?$/u.test(behind) && line.text.length <= 120;
  const introduces = line.text.endsWith(':') && (reporting.test(behind) || alone);
  if (introduces) return name;
  return alone && register.keyOf(name) !== null ? name : null;
}

/** Names of organisations that introduce a list and are known nowhere else are noted first, so that keys can be settled. */
export function registerIntroductions(lines: readonly MeetingLine[], register: Register): void {
  lines.forEach((line, at) => {
    const name = introducedBy(line, register);
    const next = lines.slice(at + 1, at + 4).find((one) => !one.blank);
    const introduces = next !== undefined && (next.label !== null || next.bullet);
    const own = name ?? (introduces ? nameAlone(line) : null);
    if (own !== null && introduces && register.keyOf(own) === null) register.add(own);
  });
}

/** "Reef Bank (RB)" on a line of its own: an abbreviation behind it says that it is a name. */
function nameAlone(line: MeetingLine): string | null {
  if (line.blank || line.bullet || line.label !== null || line.cell !== null || line.text.length > 120) return null;
  return /^\p{Lu}[^.,;:()]{2,100}\([A-Z][A-Za-z&/-]{1,14}\):?$/u.test(line.text) ? line.text : null;
}

interface State {
  organisation: string;
  /** How many items of the organisation were counted, for those without a label. */
  count: number;
  parent: Item | null;
  children: number;
}

/** The items under each organisation's introduction between two lines. */
export function itemsIn(lines: readonly MeetingLine[], register: Register): ReadItems {
  const result: ReadItems = { items: [], placed: [] };
  let state: State | null = null;
  lines.forEach((line, at) => {
    if (line.blank) return;
    const name = introducedBy(line, register);
    const organisation = name === null ? null : register.keyOf(name);
    if (organisation !== null) {
      state = { organisation, count: 0, parent: null, children: 0 };
      result.placed.push(line.number);
      return;
    }
    if (state === null) return;
    const adjacent = lines[at - 1]?.blank === false;
    if (addItem(line, state, result, adjacent)) result.placed.push(line.number);
  });
  return result;
}

function addItem(line: MeetingLine, state: State, result: ReadItems, adjacent: boolean): boolean {
  const last = result.items.at(-1);
  const isItem = line.label !== null || line.bullet;
  const item = (key: string): Item => ({
    key: `${state.organisation}.${key}`,
    organisation: state.organisation,
    texts: [line.words],
    line: line.number,
  });
  if (!isItem) {
    // Below a lettered item a line of its own goes on with it; below a paragraph only if that breaks off.
    const unfinished = state.parent !== null || !/[.:;!?]$/u.test(last?.texts.at(-1) ?? '');
    const open = last?.organisation === state.organisation && adjacent && unfinished;
    if (open && last !== undefined) last.texts.push(line.text);
    else if (state.count > 0 && !adjacent && state.parent !== null) return false;
    else result.items.push(item(String(++state.count)));
    return true;
  }
  if (
    line.label === null &&
    state.parent !== null &&
    (state.children > 0 || /[:;]$/u.test(state.parent.texts.at(-1) ?? ''))
  ) {
    result.items.push({ ...item(''), key: `${state.parent.key}.${++state.children}` });
    return true;
  }
  state.count++;
  const own = item(
    line.label === null ? String(state.count) : line.label.replace(/[^\p{L}\p{N}.]|\.$/gu, '').toLowerCase(),
  );
  result.items.push(own);
  state.parent = line.label === null ? null : own;
  state.children = 0;
  return true;
}

/** Looks into the words of an item. */
export function activityOf(item: Item, register: Register): Activity {
  const text = item.texts.join(' ');
  const mentions = register.mentions(text);
  // "UNU Macau" names the university and not the place, "UN Women" the body and not its topic.
  let words = text;
  for (const { from, to } of mentions) words = words.slice(0, from) + '-'.repeat(to - from) + words.slice(to);
  return {
    key: item.key,
    organisation: item.organisation,
    text,
    isActivity: !isStatement(text),
    countries: [...new Set(countriesIn(words).map((country) => country.iso2))],
    years: yearsIn(text),
    topics: topicsIn(words),
    partners: partnersIn(text, item.organisation, register),
    line: item.line,
  };
}

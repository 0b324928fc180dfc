/** Articles, provisions, WSIS action lines, goals, targets and indicators, documents of the United Nations, Questions. */
import type { Citation } from '#kernel/reading/index.ts';
import { found, itemsFrom, type Found, type Scanned } from './scan.ts';

const treaties: readonly (readonly [code: string, name: RegExp])[] = [
  ['CRC', /\bConvention\s+on\s+the\s+Rights\s+of\s+the\s+Child\b/],
  ['ITR', /\bInternational\s+Telecommunication\s+Regulations\b|\bITRs?\b/],
  ['RR', /\bRadio\s+Regulations\b|\bradio\s+regulations\b|\bRR\b/],
  ['CS', /\b(?:ITU\s+)?Constitution\b|\bCS\b/],
  ['CV', /\b(?:ITU\s+)?Convention(?!\s+on\b)\b|\bCV\b/],
];

const articles = /(?<![\p{L}\d])(Articles?|ARTICLES?|articles?|Arts?\.)[\s\u00a0]+(?=\d)/gu;
const articleNumber = /^(\d{1,3}[A-Z]?(?:\.\d{1,3})?(?:[ \u00a0]bis)?)(?![\d\p{L}]|\.\d)/u;

/** "Article 19 of the Convention", "Articles 15 and 16 of the Radio Regulations". */
export function articleCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  const citations: Found[] = [];
  for (const match of text.matchAll(articles)) {
    const items = itemsFrom(text, match.index + match[0].length, articleNumber);
    const last = items.at(-1);
    if (last === undefined) continue;
    const body = treatyNear(text, match.index, last.to);
    items.forEach(({ from, to, core }, index) => {
      citations.push(found(scanned, index === 0 ? match.index : from, to, { kind: 'article', body, number: core }));
    });
  }
  return citations;
}

/**
 * The treaty that the words name: right after ("of the …"), else later or earlier in the same sentence.
 * `null` where another convention, or none, is named.
 */
function treatyNear(text: string, start: number, end: number): string | null {
  const tail = text.slice(end, end + 260);
  const right = /^[^.;]{0,12}\b(?:of|to|in)\s+(?:the\s+)?([^,;.]{0,120})/iu.exec(tail)?.[1];
  if (right !== undefined && /^(?:\S+\s+){0,2}(?:Optional|Protocol|Covenant|Charter|Treaty)/.test(right)) return null;
  for (const stretch of [right ?? '', tail.split(/[.;]/u)[0] ?? '', text.slice(Math.max(0, start - 120), start)]) {
    const hits = treaties.flatMap(([code, name]) => {
      const at = stretch.search(name);
      return at < 0 ? [] : [{ code, at }];
    });
    const first = hits.sort((left, next) => left.at - next.at)[0];
    if (first !== undefined) return first.code;
  }
  return null;
}

const provisions = /(?<![\p{L}\d])(?:(?:Nos?\.|Nos)[\s\u00a0]*|[Pp]rovisions?[\s\u00a0]+)(?=\d)/gu;
const provisionNumber = /^(\d{1,4}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})?)(?![\d\p{L}])/u;
const coded =
  /(?<![\p{L}\d-])(RR|CS|CV)[\s\u00a0]?(?:No\.[\s\u00a0]*)?(\d{1,4}[A-Z]{0,2}(?:\.\d{1,4}[A-Z]{0,2})?)(?![\d\p{L}])/gu;

/** "No. 196 of the Convention", "Nos. 11 and 12 of the Constitution", "RR 5.328AA". */
export function provisionCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  const citations: Found[] = [];
  for (const match of text.matchAll(provisions)) {
    const items = itemsFrom(text, match.index + match[0].length, provisionNumber);
    const last = items.at(-1);
    if (last === undefined) continue;
    const near = text.slice(last.to, last.to + 80);
    if (!/^[^.;]{0,30}?\b(?:of|in|to)\b/u.test(near)) continue;
    const body = treatyNear(text, match.index, last.to);
    if (body === null) continue;
    items.forEach(({ from, to, core }, index) => {
      citations.push(found(scanned, index === 0 ? match.index : from, to, { kind: 'provision', body, number: core }));
    });
  }
  for (const match of text.matchAll(coded)) {
    const [whole, body = '', number = ''] = match;
    citations.push(found(scanned, match.index, match.index + whole.length, { kind: 'provision', body, number }));
  }
  return citations;
}

const actionLines =
  /(?<![\p{L}])(?:WSIS[\s\u00a0]+)?[Aa]ction[\s\u00a0]+[Ll]ines?[\s\u00a0]*[;:(]?[\s\u00a0]*(?=C\d)/gu;
const actionLine = /^(C(?:1[01]|[1-9]))(?:\.\p{L})?(?![\d\p{L}])(?:[\s\u00a0]*\([^()]{0,80}\))?/u;

/** "Action Lines C2, C5 and C6", also with the name of each in brackets. */
export function actionLineCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  const citations: Found[] = [];
  for (const match of text.matchAll(actionLines)) {
    itemsFrom(text, match.index + match[0].length, actionLine).forEach(({ from, core }, index) => {
      const start = index === 0 ? match.index : from;
      citations.push(found(scanned, start, from + core.length, { kind: 'wsis-line', body: 'WSIS', number: core }));
    });
  }
  return citations;
}

const goals =
  /(?<![\p{L}\d])(?:SDGs?|Sustainable[\s\u00a0]+Development[\s\u00a0]+Goals?)[\s\u00a0-]?(?:No\.[\s\u00a0]*)?(?=\d{1,2}(?!\d|\.[\da-eA-E](?!\p{L})))/gu;
const agendaGoals = /(?<![\p{L}\d])[Gg]oals?[\s\u00a0]+(?=\d{1,2}(?!\d|\.\d))/gu;
const goalNumber = /^(1[0-7]|[1-9])(?![\d\p{L}/]|\.[\da-eA-E](?!\p{L}))/u;
const codes = /(?<![\p{L}\d.])(1[0-7]|[1-9])\.(\d{1,2}|[a-eA-E])(?:\.(\d{1,2}))?(?![\d\p{L}]|\.\d)/gu;
const codeHead =
  /\bSDG[\s\u00a0]+(?:[Tt]argets?|[Ii]ndicators?)\b[^\d]{0,40}$|\b(?:SDG[\s\u00a0]+)?[Ii]ndicators?[\s\u00a0]*\(?$|\bSDGs?\b[^.;]{0,120}\b[Tt]argets?[\s\u00a0]+$|\bSDGs?(?:[\s\u00a0]+\d{1,2}[\s\u00a0]*\(|[\s\u00a0-]?)$/u;

/** "SDG 9", "Goal 9 in the 2030 Agenda", "Target 9.c", "SDG indicators (4.4.1, 5.b.1)". Goals of plans are not meant. */
export function goalCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  if (!/SDG|Sustainable Development|2030 Agenda|[Tt]arget/.test(text)) return [];
  const citations: Found[] = [];
  const heads = [...text.matchAll(goals)];
  if (/2030 Agenda|SDG|Sustainable Development/.test(text)) {
    for (const match of text.matchAll(agendaGoals))
      if (namesAgenda(text, match.index) || hasTarget(text, match.index)) heads.push(match);
  }
  for (const match of heads) {
    itemsFrom(text, match.index + match[0].length, goalNumber).forEach(({ from, to, core }, index) => {
      const start = index === 0 ? match.index : from;
      citations.push(found(scanned, start, to, { kind: 'sdg-goal', body: 'SDG', number: core }));
    });
  }
  return [...citations, ...codeCitations(scanned)];
}

/** A bare "goal 11" is meant where the words right around name the agenda. */
function namesAgenda(text: string, at: number): boolean {
  if (/Development[\s\u00a0]+$/.test(text.slice(Math.max(0, at - 14), at))) return false;
  const after = text.slice(at, at + 160);
  const before = text.slice(Math.max(0, at - 160), at);
  return (
    /^\S+[\s\u00a0]+\d{1,2}(?:[\s\u00a0,]{1,3}(?:(?:and|or|to)[\s\u00a0]+)?\d{1,2}){0,16}[\s\u00a0]+(?:in|of)[\s\u00a0]+the[\s\u00a0]+(?:2030 Agenda|SDGs?|Sustainable Development)/.test(
      after,
    ) ||
    /(?:SDGs?|Development[\s\u00a0]+Goals?)[\s\u00a0]+\d{1,2}(?:,|[\s\u00a0]+(?:and|or))[\s\u00a0]+$/.test(before) ||
    (/2030 Agenda/.test(before) && /(?:vide|under|see|through|in)[\s\u00a0]+$/.test(before))
  );
}

/** Targets and indicators stand in a list after a head that names the goals, or have a letter ("9.c"). */
function codeCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  const citations: Found[] = [];
  let listEnd = -1;
  for (const match of text.matchAll(codes)) {
    const [whole, goal = '', target = '', indicator] = match;
    const before = text.slice(Math.max(0, match.index - 200), match.index);
    const inList =
      match.index - listEnd <= 8 && listEnd >= 0 && /^[\s(),;andor]*$/u.test(text.slice(listEnd, match.index));
    const head = codeHead.exec(before);
    const ofGoal = isOfGoal(goal, before, text.slice(match.index + whole.length, match.index + whole.length + 120));
    const lettered = /[a-e]/i.test(target) && /\b[Tt]argets?[\s\u00a0]+$/u.test(before);
    if (!inList && head === null && !lettered && !ofGoal) continue;
    listEnd = match.index + whole.length;
    const number = [goal, target.toLowerCase(), ...(indicator === undefined ? [] : [indicator])].join('.');
    const kind: Citation['kind'] = indicator === undefined ? 'sdg-target' : 'sdg-indicator';
    const word = /\b(?:SDG[\s\u00a0]+)?[Tt]argets?[\s\u00a0]+$/u.exec(before)?.[0] ?? '';
    const from = inList || /s[\s\u00a0]*$/.test(word) ? match.index : match.index - word.length;
    citations.push(found(scanned, from, listEnd, { kind, body: 'SDG', number }));
  }
  return citations;
}

/**
 * "Goal 17, target 17.6 of the 2030 Agenda": a goal and a target of it. Plans of other bodies number theirs alike, so
 * the sentence must name the agenda, and no such plan.
 */
function isOfGoal(goal: string, before: string, after: string): boolean {
  const named =
    /\b[Gg]oal[\s\u00a0]+(\d{1,2})(?:[\s\u00a0]*[,(]|[\s\u00a0]+and)?[\s\u00a0]*[Tt]argets?[\s\u00a0]+$/u.exec(before);
  if (named?.[1] !== goal) return false;
  const sentence = `${before.split(/[.;][\s\u00a0]/u).at(-1) ?? ''}${after.split(/[.;](?:[\s\u00a0]|$)/u)[0] ?? ''}`;
  return agenda.test(sentence) && !/\bConnect\b|\bplans?\b/u.test(sentence);
}

/** A goal right before a target of it. */
function hasTarget(text: string, at: number): boolean {
  const [words, goal] =
    /^[Gg]oal[\s\u00a0]+(\d{1,2})[\s\u00a0,(]{1,3}(?:and[\s\u00a0]+)?[Tt]argets?[\s\u00a0]+(?=\d)/u.exec(
      text.slice(at, at + 40),
    ) ?? [];
  if (words === undefined || goal === undefined || !text.startsWith(`${goal}.`, at + words.length)) return false;
  const end = at + words.length;
  return isOfGoal(goal, text.slice(Math.max(0, at - 160), end), text.slice(end, end + 120));
}

const agenda = /\bSDGs?\b|Sustainable[\s\u00a0]+Development|2030[\s\u00a0]+Agenda/u;

const symbols =
  /(?<![\p{L}\d/])((?:A|E|S)\/(?:(?:RES|Res|CONF|CN\.\d{1,2}|HRC|DEC)\/)*\d{1,4}\/(?:\d{1,4}|L\.\d{1,3})(?:\/(?:Add|Rev|Corr)\.\d)?)(?![\d/])/gu;

/** "A/RES/70/1", "A/72/492", "E/2018/7". */
export function documentCitations(scanned: Scanned): Found[] {
  return [...scanned.text.matchAll(symbols)].map((match) => {
    const [, symbol = ''] = match;
    const body = symbol.startsWith('E/') ? 'ECOSOC' : symbol.startsWith('S/') ? 'UNSC' : 'UNGA';
    return found(scanned, match.index, match.index + symbol.length, { kind: 'un-document', body, number: symbol });
  });
}

const assemblyNumber = /(?<![\p{L}\d/.-])(\d{2}\/\d{1,3})(?![\d/])/gu;

/** "… resolutions 71/243 of 21 December 2016 … and 72/279 of 31 May 2018": the later member of a list far apart. */
export function laterAssemblyCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  if (!/(?:General\s+Assembly|UNGA)\s+[Rr]esolutions\b/u.test(text)) return [];
  return [...text.matchAll(assemblyNumber)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 10), match.index);
    if (!/\band[\s\u00a0]+$/u.test(before)) return [];
    const [, number = ''] = match;
    return [found(scanned, match.index, match.index + number.length, { kind: 'resolution', body: 'UNGA', number })];
  });
}

const questions = /(?<![\p{L}])Questions?[\s\u00a0]+(?:ITU[-‑ ]?[TRD][\s\u00a0]+)?(?=\d)/gu;
const question = /^(\d{1,3}(?:[-‑]\d{1,2})?\/\d{1,2})(?![\d/])/u;
const sector = /\bITU[-‑ ]?([TRD])(?![\p{L}])/u;
const sectorNames: readonly (readonly [string, RegExp])[] = [
  ['ITU-D', /Telecommunication\s+Development\s+Sector/],
  ['ITU-T', /Telecommunication\s+Standardi[sz]ation\s+Sector/],
  ['ITU-R', /Radiocommunication\s+Sector/],
];

/** "ITU-D Question 3/2", "Questions 1/2 and 3/1". */
export function questionCitations(scanned: Scanned): Found[] {
  const { text } = scanned;
  const citations: Found[] = [];
  for (const match of text.matchAll(questions)) {
    const items = itemsFrom(text, match.index + match[0].length, question);
    const last = items.at(-1);
    if (last === undefined) continue;
    const body = sectorNear(text, match.index + match[0].length, last.to);
    items.forEach(({ from, to, core }, index) => {
      citations.push(
        found(scanned, index === 0 ? match.index : from, to, {
          kind: 'question',
          body,
          number: core.replace('‑', '-'),
        }),
      );
    });
  }
  return citations;
}

function sectorNear(text: string, start: number, end: number): string | null {
  const before = text.slice(Math.max(0, start - 24), start);
  const tail = (text.slice(end, end + 220).split(/;|,\s+on\b/u)[0] ?? '').slice(0, 220);
  for (const stretch of [before, tail]) {
    const letter = sector.exec(stretch)?.[1];
    if (letter !== undefined) return `ITU-${letter}`;
    const named = sectorNames.find(([, name]) => name.test(stretch));
    if (named !== undefined) return named[0];
  }
  return null;
}

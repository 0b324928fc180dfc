/** Tells plans from the other documents of an organisation, which speak of the same things. */
import type { Source, Suitability } from '#formats/document/index.ts';
import { fold } from '#formats/document/index.ts';
import type { PlanRecord } from '#kernel/reading/index.ts';
import { readPlan } from './plan.ts';

/** A document shows its kind within so many lines. */
const looked = 3000;

/** A sign that the document is of another kind, and the most that a plan may still score. */
interface Contrary {
  most: number;
  why: string;
  found(texts: readonly string[]): boolean;
}

const contraries: readonly Contrary[] = [
  {
    most: 0.1,
    why: 'holds proposals to a conference',
    found: (texts) => texts.some((text) => /^\(?(?:MOD|ADD|SUP|NOC)\)?\*?\s+[A-Z]{2,}[A-Z0-9-]*\/\d/.test(text)),
  },
  {
    most: 0.15,
    why: 'is written in the clauses of a resolution',
    found: (texts) =>
      count(
        texts,
        /^(?:further )?(?:considering|recalling|recogni[sz]ing|noting|bearing in mind|resolves?|decides?|instructs?|invites?|requests?|welcoming)\b[^.]{0,80}$/i,
      ) >= 3 && texts.some((text) => /^(?:resolves?|decides?|instructs?|hereby)\b/i.test(text)),
  },
  {
    most: 0.2,
    why: 'is a letter with forms',
    found: (texts) => texts.slice(0, 60).some((text) => /^Dear\s+(?:Sir|Madam|Mr|Ms|Colleague|Excellenc)/i.test(text)),
  },
  {
    most: 0.2,
    why: 'is a form to ask for, or to offer, assistance',
    found: (texts) =>
      texts
        .slice(0, 20)
        .some(
          (text) =>
            text.length < 120 && /\b(?:application form|assistance plan|plan of assistance|request form)\b/i.test(text),
        ),
  },
  {
    most: 0.3,
    why: 'reports on a meeting',
    found: (texts) =>
      texts
        .slice(0, 25)
        .some((text) => text.length < 200 && /\b(?:meeting|session|minutes|workshop|forum)\b/i.test(text)) &&
      count(texts, /\b(?:participants?|agenda|chair(?:man|person)?|adjourned|opening|closing|attended)\b/i) >= 2 &&
      !texts.slice(0, 10).some((text) => planTitle.test(text)),
  },
];

const planTitle =
  /\b(?:strategic|action|operational|business|development|corporate|implementation|work|master|national|regional)\s+(?:plan|framework|programme|strategy)\b|\bplan of action\b/i;

function count(texts: readonly string[], pattern: RegExp): number {
  return texts.reduce((sum, text) => sum + (pattern.test(text) ? 1 : 0), 0);
}

/** How well a document suits the recogniser of plans: what it finds in the first lines, capped by contrary signs. */
export function suitsPlan(source: Source): Suitability {
  const lines = source.lines.slice(0, looked);
  const last = lines.at(-1)?.number;
  if (last === undefined) return { score: 0, why: 'The document is empty.' };
  const texts = lines.map((line) => fold(line.text.slice(0, 400))).filter((text) => text !== '');
  const { record, placed } = readPlan({ document: source.document, lines });
  const { score, signs } = signsOf(record, placed.size / Math.max(1, texts.length));
  const contrary = contraries.filter((one) => one.found(texts));
  const most = contrary.reduce((least, one) => Math.min(least, one.most), 0.98);
  const said = [...signs, ...contrary.map((one) => `but ${one.why}`)];
  return {
    score: Math.round(Math.min(score, most) * 100) / 100,
    why: said.length === 0 ? 'No levels of a plan were found.' : `${said.join('; ')}.`,
  };
}

function signsOf(record: PlanRecord, share: number): { score: number; signs: string[] } {
  const coded = new Set(record.nodes.filter((node) => node.code !== null).map((node) => node.level));
  const levels = record.levels.filter(({ key, role }) => role !== 'enabler' && (role !== 'other' || coded.has(key)));
  const keys = new Set(levels.map((level) => level.key));
  const nodes = record.nodes.filter((node) => keys.has(node.level));
  const nested = nodes.filter((node) => node.parent !== null).length;
  const codes = new Map(nodes.map((node) => [node.id, node.code?.canonical]));
  const numbered = nodes.filter((node) => node.code !== null && codes.get(node.parent ?? '') !== undefined).length;
  const measured = record.indicators.length + record.risks.length;
  const parts: [boolean, number, string][] = [
    [record.title !== null, 0.3, `the title “${record.title ?? ''}”`],
    [nodes.length >= 3, 0.15, `${nodes.length} elements (${levels.map((level) => level.name).join(', ')})`],
    [levels.length >= 2 && nested >= 3, 0.2, `${nested} of them under another`],
    [numbered >= 2, 0.1, `${numbered} of them by their code`],
    [measured > 0 || record.emptyChapters.length > 1, 0.1, `${measured} indicators and risks`],
    [nodes.length >= 10, 0.1, 'ten elements or more'],
    [nodes.length > 0 && share >= 0.2, 0.1, `${Math.round(share * 100)}% of the lines have a place in a plan`],
  ];
  const holding = parts.filter(([holds]) => holds);
  return { score: holding.reduce((sum, [, weight]) => sum + weight, 0), signs: holding.map(([, , sign]) => sign) };
}

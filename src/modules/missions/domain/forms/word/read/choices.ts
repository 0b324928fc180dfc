/** Which options are ticked: by the controls of the options, or by the marks that stand with their words. */
import type { Control } from '#formats/document/index.ts';
import type { GivenAnswer } from '../../answers.ts';
import type { FormItem, FormOption } from '../../form.ts';
import { box, emptyGlyphs, tickedGlyphs, type FormLine } from '../../../recognise/form-lines.ts';
import { isPrompt } from '../names.ts';
import { chosenBySentence, optionsNamed } from './sentences.ts';
import { behind, likeness, tokensOf } from './similar.ts';

type Mark = 'ticked' | 'empty' | 'disputed' | 'none';

/** An option as it stands in the file. */
export interface SeenOption {
  code: string;
  mark: Mark;
  /** Whether one of the two places of a tick says that it is ticked. */
  maybe: boolean;
  other: string | null;
  line: number | null;
  emphasis: boolean;
}

export type Ticks = Pick<GivenAnswer, 'state' | 'chosen' | 'other' | 'candidate'> & {
  doubt: 'tick-disagrees' | 'ticks-lost' | null;
};

/** A box whose property and glyph disagree says nothing. */
export function markOfBox({ checked, text }: Pick<Control, 'checked' | 'text'>): Pick<SeenOption, 'mark' | 'maybe'> {
  const letters = Array.from(text);
  const printed = letters.some((one) => tickedGlyphs.includes(one)) || /^\s*[xX]\s*$/u.test(text);
  const empty = letters.some((one) => emptyGlyphs.includes(one));
  if (checked === null || (!printed && !empty)) {
    return { mark: (checked ?? false) ? 'ticked' : 'empty', maybe: checked === true };
  }
  if (printed !== checked) return { mark: 'disputed', maybe: true };
  return { mark: checked ? 'ticked' : 'empty', maybe: checked };
}

/**
 * What the marks say together.
 * @param written lines beside the options
 */
export function ticksOf(item: FormItem, seen: readonly SeenOption[], written: readonly string[]): Ticks {
  const { options } = item;
  const inOrder = (codes: ReadonlySet<string>): string[] =>
    options.map(({ code }) => code).filter((code) => codes.has(code));
  const codesOf = (of: readonly SeenOption[]): string[] => inOrder(new Set(of.map(({ code }) => code)));
  const other = seen.find((one) => one.other !== null)?.other ?? null;
  const unknown = (candidates: readonly SeenOption[], doubt: 'tick-disagrees' | 'ticks-lost'): Ticks => {
    const candidate = codesOf(candidates);
    return { state: 'unknown', chosen: [], other, candidate: candidate.length === 0 ? null : candidate, doubt };
  };
  if (seen.some(({ mark }) => mark === 'disputed')) {
    return unknown(
      seen.filter(({ maybe }) => maybe),
      'tick-disagrees',
    );
  }
  const ticked = seen.filter(({ mark }) => mark === 'ticked');
  if (ticked.length > 0) return { state: 'given', chosen: codesOf(ticked), other, candidate: null, doubt: null };
  const told = chosenBySentence(written.join(' '), item, other !== null);
  if (told !== null) return { state: 'given', chosen: told, other, candidate: null, doubt: null };
  // Words in place of ticks say something; only a person can tell what.
  if (written.length > 0 && seen.length > 0) return unknown(weakEvidence(seen, options), 'ticks-lost');
  if (seen.some(({ mark }) => mark === 'empty')) {
    // Words beside a free option that nobody ticked: perhaps the tick was forgotten.
    return other === null
      ? { state: 'blank', chosen: [], other: null, candidate: null, doubt: null }
      : unknown(
          seen.filter((one) => one.other !== null),
          'ticks-lost',
        );
  }
  if (seen.length === 0 && written.length === 0)
    return { state: 'blank', chosen: [], other: null, candidate: null, doubt: null };
  return unknown(weakEvidence(seen, options), 'ticks-lost');
}

/** Options set bold where others are not, or the few that are left of the list. */
function weakEvidence(seen: readonly SeenOption[], options: readonly FormOption[]): SeenOption[] {
  const strong = seen.filter(({ emphasis }) => emphasis);
  if (strong.length > 0 && strong.length < seen.length) return strong;
  return seen.length * 2 <= options.length ? [...seen] : [];
}

const typed = /\[ ?[xX✓✔√*]? ?\]|\( ?[xX✓✔√] ?\)|\( \)/u;
const anyMark = new RegExp(`[${Object.values(box).join('')}]|[${tickedGlyphs}${emptyGlyphs}]|${typed.source}`, 'gu');

/** The options on a line, each with its mark; none for a line of other words. */
export function optionsOn(line: FormLine, { options }: FormItem): SeenOption[] {
  const marked = line.marked;
  const marks = [...marked.matchAll(anyMark)];
  const seen = (text: string, mark: Mark, maybe: boolean): SeenOption[] => {
    const known = optionOf(text, options);
    return known === null ? [] : [{ ...known, mark, maybe, line: line.number, emphasis: line.emphasis === 'all' }];
  };
  if (marks.length === 0) {
    const crossed = /^(?:[-–•*]\s)?[xX√]\s+(?=\p{L})/u.exec(line.text);
    return crossed === null
      ? seen(line.words, 'none', false)
      : seen(line.text.slice(crossed[0].length), 'ticked', true);
  }
  const leading = !/[\p{L}\p{N}]{2}/u.test(marked.slice(0, marks[0]?.index));
  return marks.flatMap((match, at) => {
    const end = match.index + match[0].length;
    const before = at === 0 ? 0 : (marks[at - 1]?.index ?? 0) + (marks[at - 1]?.[0].length ?? 0);
    const text = leading ? marked.slice(end, marks[at + 1]?.index) : marked.slice(before, match.index);
    const { mark, maybe } = markOf(match[0]);
    return seen(text, mark, maybe);
  });
}

function markOf(sign: string): Pick<SeenOption, 'mark' | 'maybe'> {
  if (sign === box.disputedEmpty || sign === box.disputedTicked) return { mark: 'disputed', maybe: true };
  const empty = sign === box.empty || emptyGlyphs.includes(sign) || /^[[(] ?[\])]$/u.test(sign);
  return { mark: empty ? 'empty' : 'ticked', maybe: !empty };
}

/** The option whose words these are, and what is written beside a free one. */
function optionOf(text: string, options: readonly FormOption[]): Pick<SeenOption, 'code' | 'other'> | null {
  const words = text.trim();
  const tokens = tokensOf(words);
  let best: { code: string; other: string | null; like: number } | null = null;
  for (const { code, label, free } of options) {
    const own = tokensOf(label);
    const whole = likeness(tokens, own);
    if (whole > (best?.like ?? 0.69)) best = { code, other: null, like: whole };
    const opened = behind(words, tokens, own);
    if (opened === null || opened.like < 0.9 || opened.like * 0.99 <= (best?.like ?? 0.69)) continue;
    const rest = opened.rest.replace(/^[\s:_.…]+|[\s_…]+$/gu, '');
    const empty = rest === '' || isPrompt(rest) || /^\(?(?:please )?specify\)?:?$/iu.test(rest);
    if (free) best = { code, other: empty ? null : rest, like: opened.like * 0.99 };
  }
  if (best !== null) return { code: best.code, other: best.other };
  // Retyped in fewer words, all of which one option has and no other.
  const [only, ...others] = words.length <= 80 ? optionsNamed(words, options) : [];
  return only === undefined || others.length > 0 ? null : { code: only.code, other: null };
}

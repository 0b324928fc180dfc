/** One legal text as a statement: preface, preamble, body, annexes. */
import type { Annex, LegalText, Section, TextRun } from '#kernel/reading/index.ts';
import { markedWords, runsOfBoth } from './changes.ts';
import { idOfHeading, type Ids } from './ids.ts';
import { element, type Markup } from '../xml/markup.ts';
import { type TextToWrite, type WritingOptions } from './names.ts';
import { clausesMarkup, headMarkup, noteMarks, type Writing } from './write-clauses.ts';
import { annexMeta, statementMeta } from './write-meta.ts';
import { placeNotes } from './write-notes.ts';

const nothing: LegalText = { heading: null, title: null, opening: null, sections: [], annexes: [], footnotes: [] };

/**
 * The statement of a text. One that a proposal does not print is named by what the proposal says of it, without a word more.
 * @param prefix before every eId; ends in "__" or is empty
 */
export function statementOf(given: TextToWrite, prefix: string, ids: Ids, options: WritingOptions): Markup {
  const text = given.text ?? { ...nothing, heading: nameOfTarget(given), title: titleOfTarget(given) };
  const notes = placeNotes(text);
  const writing: Writing = {
    prefix,
    ids,
    modifications: [],
    notesAt: notes.at,
    permanentId: options.permanentId ?? (() => undefined),
  };
  const firstOperative = text.sections.findIndex(({ kind }) => kind !== 'preamble');
  const grounds = firstOperative < 0 ? text.sections : text.sections.slice(0, firstOperative);
  const preface = prefaceOf(given, text, writing);
  const preamble = preambleOf(text, grounds, writing);
  const body = bodyOf(text.sections.slice(grounds.length), writing);
  const annexes = text.annexes.map((annex, index) => annexOf(annex, index + 1, given, writing, options));
  const noteElements = notes.all.map(({ note, number, runs }) => {
    const eId = ids.claim(`${prefix}note_${number}`);
    return element('note', { eId, marker: note.mark, placement: 'bottom' }, [
      element('p', {}, markedWords(runs, eId, ids).markup),
    ]);
  });
  const isChanged = writing.modifications.length > 0;
  return element(
    'statement',
    {
      name: given.identity?.kind ?? 'text',
      contains: isChanged ? 'multipleVersions' : 'singleVersion',
    },
    [
      statementMeta(given, writing, noteElements, options),
      ...preface,
      ...preamble,
      element('mainBody', {}, body.length === 0 ? [element('p')] : body),
      ...(annexes.length === 0 ? [] : [element('attachments', {}, annexes)]),
    ],
  );
}

const nameOfTarget = ({ identity }: TextToWrite): string | null =>
  identity === null
    ? null
    : identity.number === null
      ? identity.kind.toUpperCase()
      : `${identity.kind.toUpperCase()} ${identity.number}`;

const titleOfTarget = ({ by }: TextToWrite): string | null =>
  by?.proposal.title.before ?? by?.proposal.title.after ?? null;

function prefaceOf(given: TextToWrite, text: LegalText, writing: Writing): Markup[] {
  const { prefix, ids } = writing;
  const parts: Markup[] = [];
  if (given.by !== null) parts.push(codeOf(given.by.proposal, `${prefix}proposal_code`, ids));
  const heading = runsOfBoth(text.heading, text.changedHeading);
  const title = runsOfBoth(text.title, text.changedTitle);
  const onHeading = title.length === 0 ? 'head' : null;
  if (heading.length > 0) parts.push(longTitle(heading, `${prefix}longTitle`, onHeading, writing));
  if (title.length > 0) parts.push(titleOf(title, `${prefix}docTitle`, 'head', writing));
  if (heading.length === 0 && title.length === 0) {
    const marks = noteMarks('head', writing);
    if (marks.length > 0) parts.push(element('p', {}, marks));
  }
  return parts.length === 0 ? [] : [element('preface', {}, parts)];
}

/** "MOD ACP/64A1/3#48507": the line that begins a proposal in its contribution. */
function codeOf(
  { action, reference, externalId }: NonNullable<TextToWrite['by']>['proposal'],
  wanted: string,
  ids: Ids,
): Markup {
  return element('container', { name: 'proposal', eId: ids.claim(wanted) }, [
    element('p', {}, [`${action} ${reference}${externalId === null ? '' : `#${externalId}`}`]),
  ]);
}

const kindOfText =
  /^(?:(?:draft|new|revised|proposed)\s+)*(?:resolution|decision|recommendation|opinion|declaration|annex|appendix)\b/i;

/** "RESOLUTION 5 (Rev. Oslo, 2018)", taken apart into kind and number where the kind is the same in both texts. */
function longTitle(runs: readonly TextRun[], wanted: string, anchor: Annex | 'head' | null, writing: Writing): Markup {
  const eId = writing.ids.claim(wanted);
  const [first, ...others] = runs;
  const kind = first?.change === 'same' ? (kindOfText.exec(first.text)?.[0] ?? '') : '';
  const rest: TextRun[] = first === undefined ? [] : [{ ...first, text: first.text.slice(kind.length) }, ...others];
  const blank = /^\s*/u.exec(rest[0]?.text ?? '')?.[0] ?? '';
  if (kind !== '' && rest[0] !== undefined) rest[0] = { ...rest[0], text: rest[0].text.slice(blank.length) };
  const number = headMarkup(rest, eId, anchor, writing);
  return element('longTitle', { eId }, [
    element('p', {}, [
      ...(kind === '' ? [] : [element('docType', {}, [kind])]),
      ...(kind === '' || blank === '' ? [] : [blank]),
      ...(number.length === 0 ? [] : [element('docNumber', {}, number)]),
    ]),
  ]);
}

function titleOf(runs: readonly TextRun[], wanted: string, anchor: 'head' | null, writing: Writing): Markup {
  const eId = writing.ids.claim(wanted);
  return element('container', { name: 'title', eId }, [
    element('p', {}, [element('docTitle', {}, headMarkup(runs, eId, anchor, writing))]),
  ]);
}

function preambleOf(text: LegalText, grounds: readonly Section[], writing: Writing): Markup[] {
  const parts: Markup[] = [];
  const opening = runsOfBoth(text.opening, text.changedOpening);
  if (opening.length > 0) {
    const eId = writing.ids.claim(`${writing.prefix}formula_1`);
    parts.push(
      element('formula', { name: 'enactingFormula', eId }, [element('p', {}, headMarkup(opening, eId, null, writing))]),
    );
  }
  parts.push(...grounds.map((section) => recitalsOf(section, writing)));
  return parts.length === 0 ? [] : [element('preamble', {}, parts)];
}

function recitalsOf(section: Section, writing: Writing): Markup {
  const eId = writing.ids.claim(`${writing.prefix}${idOfHeading(section.heading)}`);
  const runs = runsOfBoth(section.heading, section.changedHeading);
  const heading = runs.length === 0 ? [] : [element('p', {}, headMarkup(runs, eId, section, writing))];
  // Recitals without a recital are not allowed.
  if (section.clauses.length === 0)
    return element('container', { name: 'recitals', eId }, heading.length === 0 ? [element('p')] : heading);
  return element('recitals', { eId }, [
    ...(heading.length === 0 ? [] : [element('intro', {}, heading)]),
    ...clausesMarkup(section.clauses, 'rec', eId, writing),
  ]);
}

function bodyOf(sections: readonly Section[], writing: Writing, within = writing.prefix): Markup[] {
  return sections.map((section) => {
    const name = idOfHeading(section.heading);
    const eId = writing.ids.claim(`${within}${name}`);
    const runs = runsOfBoth(section.heading, section.changedHeading);
    return element('hcontainer', { name, eId }, [
      ...(runs.length === 0 ? [] : [element('heading', {}, headMarkup(runs, eId, section, writing))]),
      ...clausesMarkup(section.clauses, 'para', eId, writing),
    ]);
  });
}

function annexOf(
  annex: Annex,
  position: number,
  given: TextToWrite,
  writing: Writing,
  options: WritingOptions,
): Markup {
  const number = /^\D{0,12}?\b(\d{1,3}|[A-Z])\b/.exec(annex.heading.replace(/\bto\b.*$/i, ''))?.[1]?.toLowerCase();
  const eId = writing.ids.claim(`${writing.prefix}annex_${number ?? position}`);
  const title = runsOfBoth(annex.title, annex.changedTitle);
  const preface = element('preface', {}, [
    longTitle(runsOfBoth(annex.heading, annex.changedHeading), `${eId}__longTitle`, annex, writing),
    ...(title.length === 0 ? [] : [titleOf(title, `${eId}__docTitle`, null, writing)]),
  ]);
  const body = bodyOf(annex.sections, writing, `${eId}__`);
  return element('attachment', { eId }, [
    element('doc', { name: 'annex' }, [
      annexMeta(given, eId.slice(writing.prefix.length), writing, options),
      preface,
      element('mainBody', {}, body.length === 0 ? [element('p')] : body),
    ]),
  ]);
}

/** Lays out a resolution, clean or with the changes proposed to it, as the pages of a conference do. */
import { cell, paragraph, words, type Block, type Change, type Inline, type Paragraph } from './content.ts';
import {
  draftOf,
  labelAt,
  mustStandOnce,
  type DraftClause,
  type DraftRow,
  type DraftSection,
  type DraftText,
  type Edit,
  type Fate,
  type Replacement,
  type ResolutionText,
  type Revision,
} from './legal-text.ts';

/** The body that adopts these texts. */
const assembly = 'The Plenipotentiary Assembly of the Oceanic Communications Union';

/** What is done to a text as a whole. */
export interface Proposed {
  edits: readonly Edit[];
  /** The name of the text that would follow. */
  revision: Revision;
  title?: Replacement;
}

/** A text as it was adopted. */
export function cleanResolution(text: ResolutionText): Block[] {
  return layout(draftOf(text, []), { edits: [], revision: text.revision });
}

/** A text with the changes proposed to it, as revisions of Word. */
export function changedResolution(text: ResolutionText, proposed: Proposed): Block[] {
  return layout(draftOf(text, proposed.edits), proposed);
}

/** Only heading, title and opening: what stands of a text that is to be suppressed. */
export function headOfResolution(text: ResolutionText): Block[] {
  return head(draftOf(text, []), { edits: [], revision: text.revision });
}

function layout(draft: DraftText, proposed: Proposed): Block[] {
  const notes = new Notes(draft.base.notes ?? {});
  return [
    ...head(draft, proposed),
    ...draft.sections.flatMap((section) => sectionBlocks(section, draft, notes)),
    ...annexBlocks(draft, proposed, notes),
  ];
}

// ---------------------------------------------------------------- heading, title, opening

function head(draft: DraftText, { revision, title }: Proposed): Block[] {
  const { base } = draft;
  const isDraft = typeof base.number === 'string';
  const named: Inline[] = isDraft
    ? words(`DRAFT NEW RESOLUTION [${base.number}]`)
    : [
        ...words('RESOLUTION '),
        ...words(String(base.number), 'same', { style: 'href' }),
        ...words(' ('),
        ...revisionWords(base.revision, revision),
        ...words(')'),
      ];
  return [
    paragraph('ResNo', named),
    paragraph('Restitle', title === undefined ? words(base.title) : replaced(base.title, [title])),
    paragraph('Normalaftertitle', [...words(`${assembly} (`), ...placeWords(base.revision, revision), ...words('),')]),
  ];
}

function revisionWords(from: Revision, to: Revision): Inline[] {
  if (from.revised && to.revised) return [...words('Rev.~'), ...placeWords(from, to)];
  if (sameRevision(from, to)) return words(placed(from));
  return [...words(placed(from), 'deleted'), ...words(`${to.revised ? 'Rev.~' : ''}${placed(to)}`, 'inserted')];
}

function placeWords(from: Revision, to: Revision): Inline[] {
  return sameRevision(from, to)
    ? words(placed(from))
    : [...words(placed(from), 'deleted'), ...words(placed(to), 'inserted')];
}

const sameRevision = (one: Revision, other: Revision): boolean => placed(one) === placed(other);
const placed = ({ place, year }: Revision): string => `${place}, ${year}`;

// ---------------------------------------------------------------- clauses

/** The notes of a text: each has the mark of its place among them, and is printed where it is first referred to. */
class Notes {
  readonly #texts: Readonly<Record<string, string>>;
  #count = 0;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = texts;
  }

  reference(name: string, change: Change): Inline {
    const text = this.#texts[name];
    if (text === undefined) throw new Error(`No note "${name}".`);
    return { kind: 'note', mark: String(++this.#count), text, change };
  }
}

/** Words in which `[^name]` refers to a note. */
function noted(text: string, change: Change, notes: Notes, author?: number): Inline[] {
  return text
    .split(/(\[\^\w+\])/)
    .flatMap((piece) =>
      piece.startsWith('[^') ? [notes.reference(piece.slice(2, -1), change)] : words(piece, change, {}, author),
    );
}

const changeOf: Record<Fate, Change> = {
  kept: 'same',
  inserted: 'inserted',
  deleted: 'deleted',
  'moved-from': 'moved-from',
  'moved-to': 'moved-to',
};

const inBase = (fate: Fate): boolean => fate === 'kept' || fate === 'deleted' || fate === 'moved-from';
const inProposed = (fate: Fate): boolean => fate === 'kept' || fate === 'inserted' || fate === 'moved-to';

/** Label and sign of each clause of a list in both texts; `null` where it does not stand. */
interface Place {
  label: { base: string | null; proposed: string | null };
  sign: { base: string | null; proposed: string | null };
}

type Side = 'base' | 'proposed';

/** What follows from the places of the clauses of one list. */
function placesOf(
  clauses: readonly DraftClause[],
  kind: DraftSection['kind'],
  last: Record<Side, string>,
  outer: Place['label'] | null,
): Place[] {
  const counts = {
    base: clauses.filter((one) => inBase(one.fate)).length,
    proposed: clauses.filter((one) => inProposed(one.fate)).length,
  };
  const passed = { base: 0, proposed: 0 };
  return clauses.map((one) => {
    const made: Place = { label: { base: null, proposed: null }, sign: { base: null, proposed: null } };
    for (const side of ['base', 'proposed'] as const) {
      if (!(side === 'base' ? inBase(one.fate) : inProposed(one.fate))) continue;
      const index = passed[side]++;
      const alone = counts[side] === 1 && outer === null && kind !== 'annex';
      made.label[side] = alone ? '' : labelAt(kind, index, outer?.[side] ?? null);
      made.sign[side] = one.parts.length > 0 ? '' : index === counts[side] - 1 ? last[side] : ';';
    }
    return made;
  });
}

function sectionBlocks(section: DraftSection, draft: DraftText, notes: Notes): Block[] {
  const sign = {
    base: isLast(section, draft, (one) => one.fate === 'kept') ? '.' : ',',
    proposed: isLast(section, draft, () => true) ? '.' : ',',
  };
  const heading = paragraph('Call', words(section.heading, section.fate === 'inserted' ? 'inserted' : 'same'), {
    mark: section.fate === 'inserted' ? 'inserted' : 'same',
  });
  return [heading, ...clauseBlocks(section.clauses, section.kind, sign, notes)];
}

function isLast(section: DraftSection, { sections }: DraftText, stands: (one: DraftSection) => boolean): boolean {
  return sections.findLast(stands) === section;
}

function clauseBlocks(
  clauses: readonly DraftClause[],
  kind: DraftSection['kind'],
  last: Record<Side, string>,
  notes: Notes,
): Paragraph[] {
  const places = placesOf(clauses, kind, last, null);
  const made = clauses.flatMap((one, index) => {
    const own = places[index];
    if (own === undefined) return [];
    const inner = placesOf(
      one.parts,
      kind,
      {
        base: own.sign.base === null ? '' : partSign(own, last, places, 'base'),
        proposed: own.sign.proposed === null ? '' : partSign(own, last, places, 'proposed'),
      },
      own.label,
    );
    return [
      { clause: one, made: clauseParagraph(one, own, 1, notes) },
      ...one.parts.map((part, at) => ({
        clause: part,
        made: clauseParagraph(part, inner[at] ?? own, 2, notes),
      })),
    ];
  });
  // Where Enter was pressed behind a clause, its own mark is the new one and the clause below has the old one.
  made.forEach(({ clause }, index) => {
    const before = made[index - 1];
    const own = made[index];
    if (!clause.byEnter || before === undefined || own === undefined) return;
    before.made.mark = 'inserted';
    own.made.mark = 'same';
  });
  return made.map((one) => one.made);
}

/** The sign behind the last part of a clause is the one that the clause itself would have. */
function partSign(own: Place, last: Record<Side, string>, places: readonly Place[], side: Side): string {
  return places.findLast((one) => one.sign[side] !== null) === own ? last[side] : ';';
}

function clauseParagraph(one: DraftClause, place: Place, level: 1 | 2, notes: Notes): Paragraph {
  const change = changeOf[one.fate];
  const { label, sign } = place;
  const labelled = [label.base, label.proposed].some((side) => side !== null && side !== '');
  const inlines: Inline[] = [
    ...labelWords(label, one.fate, one.author),
    ...replaced(one.text, one.changes, change, notes, one.author),
    ...(one.undone === null ? [] : words(one.undone, 'undone')),
    ...sides(sign, one.fate, one.author),
  ];
  return paragraph(labelled ? `enumlev${level}` : null, inlines, { mark: change });
}

const core = (text: string): string => text.replace(/\)$/, '');

/** A typed label: the letter in italics, a tab behind it; a new number is typed over the old one. */
function labelWords(label: Place['label'], fate: Fate, author?: number): Inline[] {
  if (fate !== 'kept') {
    const own = label.base ?? label.proposed ?? '';
    return own === '' ? [] : typedLabel(own, changeOf[fate], author);
  }
  const { base, proposed } = label;
  if (base === null || proposed === null) return [];
  if (base === proposed) return base === '' ? [] : typedLabel(base, 'same');
  if (base === '') return typedLabel(proposed, 'inserted', author);
  if (proposed === '') return typedLabel(base, 'deleted', author);
  const bracket = base.endsWith(')');
  const look = bracket ? { italic: true } : {};
  return [
    ...words(core(base), 'deleted', look, author),
    ...words(core(proposed), 'inserted', look, author),
    ...words(bracket ? ')\t' : '\t', 'same', look),
  ];
}

function typedLabel(label: string, change: Change, author?: number): Inline[] {
  return [
    ...words(label, change, label.endsWith(')') ? { italic: true } : {}, author),
    ...words('\t', change, {}, author),
  ];
}

function sides({ base, proposed }: Place['sign'], fate: Fate, author?: number): Inline[] {
  if (fate !== 'kept') return words(base ?? proposed ?? '', changeOf[fate], {}, author);
  if (base === proposed) return words(base ?? '');
  return [...words(base ?? '', 'deleted', {}, author), ...words(proposed ?? '', 'inserted', {}, author)];
}

/** The words of a clause with its replacements. */
function replaced(
  text: string,
  changes: readonly Replacement[],
  change: Change = 'same',
  notes = new Notes({}),
  author?: number,
): Inline[] {
  const found = changes.map((one) => {
    mustStandOnce(text, one[0]);
    return { at: text.indexOf(one[0]), replacement: one };
  });
  found.sort((one, other) => one.at - other.at);
  const made: Inline[] = [];
  let from = 0;
  for (const { at, replacement } of found) {
    const [old] = replacement;
    const { start, end, taken, given } = difference(replacement);
    made.push(...noted(text.slice(from, at + start), change, notes));
    made.push(...noted(taken, 'deleted', notes, author), ...noted(given, 'inserted', notes, author));
    from = at + old.length - end;
  }
  return [...made, ...noted(text.slice(from), change, notes)];
}

const length = (pieces: readonly string[]): number => pieces.join('').length;

/** What is really taken out and put in: without what both have in common at their ends. */
function difference([old, next, by]: Replacement): { start: number; end: number; taken: string; given: string } {
  const split = (text: string): string[] =>
    by === 'letters' ? text.split('') : text.split(/(?<=\s)|(?=[\s,;]|\[\^)/u);
  const olds = split(old);
  const nexts = split(next);
  let start = 0;
  while (start < Math.min(olds.length, nexts.length) && olds[start] === nexts[start]) start++;
  let end = 0;
  const most = Math.min(olds.length, nexts.length) - start;
  while (end < most && olds.at(-1 - end) === nexts.at(-1 - end)) end++;
  return {
    start: length(olds.slice(0, start)),
    end: length(olds.slice(olds.length - end)),
    taken: olds.slice(start, olds.length - end).join(''),
    given: nexts.slice(start, nexts.length - end).join(''),
  };
}

// ---------------------------------------------------------------- annexes

function annexBlocks(draft: DraftText, { revision }: Proposed, notes: Notes): Block[] {
  const { annex, number, revision: before } = draft.base;
  if (annex === undefined) return [];
  return [
    paragraph('AnnexNo', [
      ...words(`ANNEX TO RESOLUTION ${number} (`),
      ...revisionWords(before, revision),
      ...words(')'),
    ]),
    paragraph('Annextitle', annex.title),
    ...draft.annex.flatMap((section) => annexSectionBlocks(section, notes)),
  ];
}

function annexSectionBlocks({ heading, lead, clauses, table }: DraftSection, notes: Notes): Block[] {
  const stop = { base: '.', proposed: '.' };
  return [
    paragraph('Headingb', heading),
    ...lead.map((one) =>
      paragraph(null, replaced(one.text, one.changes, changeOf[one.fate], notes, one.author), {
        mark: changeOf[one.fate],
      }),
    ),
    ...clauseBlocks(clauses, 'annex', stop, notes),
    ...(table === null
      ? []
      : [
          {
            kind: 'table' as const,
            widths: table.widths,
            lines: 'grid' as const,
            rows: [
              { header: true, cells: table.headings.map((one) => cell('Tablehead', one, { shaded: true })) },
              ...table.rows.map(annexRow),
            ],
          },
        ]),
  ];
}

function annexRow({ cells, fate }: DraftRow) {
  const change = changeOf[fate];
  return {
    cells: cells.map((text) => ({ blocks: [paragraph('Tabletext', words(text, change))] })),
    ...(fate === 'kept' ? {} : { change: fate }),
  };
}

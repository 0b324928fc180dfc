/** Marks of footnotes and endnotes: where they are referred to, and how they are numbered (17.11). */
import { stands, type Note, type Run, type Side } from '../../document/index.ts';
import type { RevisionMark } from '../../document/index.ts';
import { numeral } from '../properties/numerals.ts';
import type { Remarks } from '../remarks.ts';
import { child, childValue, integer, type Element } from '../xml/element.ts';

export type NoteKind = Note['kind'];

/** A reference in the body. */
export interface NoteReference {
  kind: NoteKind;
  id: string;
  run: Run;
  line: number;
  /** All revisions around, rows and cells included. */
  marks: readonly RevisionMark[];
  /** The mark is typed text and takes no number. */
  custom: boolean;
  /** Number of the section, from 0. */
  section: number;
}

/** How notes are numbered (w:footnotePr, w:endnotePr) in the settings or in a section. */
interface Properties {
  format?: string;
  start?: number;
  restart?: string;
}

const ordinary: Record<NoteKind, Required<Properties>> = {
  footnote: { format: 'decimal', start: 1, restart: 'continuous' },
  endnote: { format: 'lowerRoman', start: 1, restart: 'continuous' },
};

export class NoteReferences {
  readonly #references: NoteReference[] = [];
  readonly #sections: Record<NoteKind, Properties>[] = [];
  #settings: Record<NoteKind, Properties> = { footnote: {}, endnote: {} };

  /** Takes the settings of the document. */
  configure(settings: Element): void {
    if (settings.name === 'w:footnotePr') this.#settings.footnote = propertiesOf(settings);
    if (settings.name === 'w:endnotePr') this.#settings.endnote = propertiesOf(settings);
  }

  add(reference: Omit<NoteReference, 'section'>): void {
    this.#references.push({ ...reference, section: this.#sections.length });
  }

  /** Takes the section properties, which stand at the end of their section. */
  endSection(sectPr: Element): void {
    this.#sections.push({
      footnote: propertiesOf(child(sectPr, 'w:footnotePr')),
      endnote: propertiesOf(child(sectPr, 'w:endnotePr')),
    });
  }

  /** Numbers the references of each side and gives the notes' marks and lines by kind and id. */
  finish(remarks: Remarks): Map<string, { mark: string; line: number }> {
    const found = new Map<string, { mark: string; line: number; proposed: boolean }>();
    for (const kind of ['footnote', 'endnote'] as const) {
      const counts = { base: new Count(), proposed: new Count() };
      let perPage = false;
      for (const reference of this.#references) {
        if (reference.kind !== kind) continue;
        const rule = { ...ordinary[kind], ...this.#settings[kind], ...this.#sections[reference.section]?.[kind] };
        perPage ||= rule.restart === 'eachPage';
        if (!reference.custom) reference.run.text = this.#number(reference, rule, counts);
        const proposed = stands(reference.marks, 'proposed');
        const before = found.get(noteKey(kind, reference.id));
        if (before === undefined || (proposed && !before.proposed)) {
          found.set(noteKey(kind, reference.id), { mark: reference.run.text, line: reference.line, proposed });
        }
      }
      if (perPage) {
        remarks.add('note-numbers', `The ${kind}s are numbered anew on each page; here they are numbered through.`);
      }
    }
    return found;
  }

  /** The number on the proposed side; of a note that is not there, the one on the base side. */
  #number(reference: NoteReference, rule: Required<Properties>, counts: Record<Side, Count>): string {
    const section = rule.restart === 'eachSect' ? reference.section : 0;
    let shown: number | null = null;
    for (const side of ['base', 'proposed'] as const) {
      if (stands(reference.marks, side)) shown = counts[side].next(section, rule.start);
    }
    return shown === null ? '' : numeral(shown, rule.format);
  }
}

class Count {
  #section = 0;
  #last: number | null = null;

  next(section: number, start: number): number {
    if (section !== this.#section) this.#last = null;
    this.#section = section;
    this.#last = this.#last === null ? start : this.#last + 1;
    return this.#last;
  }
}

/** Under which a note is found in {@link NoteReferences.finish}. */
export function noteKey(kind: NoteKind, id: string): string {
  return `${kind} ${id}`;
}

function propertiesOf(element: Element | undefined): Properties {
  const format = childValue(element, 'w:numFmt');
  const start = integer(childValue(element, 'w:numStart'));
  const restart = childValue(element, 'w:numRestart');
  return {
    ...(format === undefined ? {} : { format }),
    ...(start === null ? {} : { start }),
    ...(restart === undefined ? {} : { restart }),
  };
}

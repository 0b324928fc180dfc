/** What the metadata of a document says that its words need: who made the changes, and its notes. */
import { allElements, childOf, elementsIn, type XmlElement } from './xml.ts';

/** Who made the changes of a text: the author of this version of it, by name where the references give one. */
export function authorOf(meta: XmlElement | undefined): string | null {
  return nameOf(meta, 'FRBRExpression');
}

/** Who or what wrote the file. */
export function writerOf(meta: XmlElement | undefined): string | null {
  return nameOf(meta, 'FRBRManifestation');
}

function nameOf(meta: XmlElement | undefined, level: 'FRBRExpression' | 'FRBRManifestation'): string | null {
  const made = childOf(childOf(meta, 'identification'), level);
  const href = childOf(made, 'FRBRauthor')?.attributes['href'];
  if (href === undefined || meta === undefined) return null;
  for (const references of elementsIn(meta)) {
    if (references.name !== 'references') continue;
    const named = elementsIn(references).find(({ attributes }) => `#${attributes['eId'] ?? ''}` === href);
    const name = named?.attributes['showAs'];
    if (name !== undefined && name !== '' && name !== 'unknown') return name;
  }
  return null;
}

/** The notes that the metadata hold, by their eId. */
export function notesOf(meta: XmlElement | undefined): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>();
  for (const list of meta === undefined ? [] : elementsIn(meta)) {
    if (list.name !== 'notes') continue;
    for (const note of elementsIn(list)) {
      const id = note.attributes['eId'];
      if (note.name === 'note' && id !== undefined && !notes.has(id)) notes.set(id, note);
    }
  }
  return notes;
}

/** What the file calls itself, for its properties. */
export function titleOf(meta: XmlElement | undefined): string | null {
  const work = childOf(childOf(meta, 'identification'), 'FRBRWork');
  const name = childOf(work, 'FRBRname')?.attributes['value'] ?? childOf(work, 'FRBRnumber')?.attributes['showAs'];
  return name === undefined || name === '' ? null : name;
}

/** How many eIds of a file are given out more than once. */
export function repeatedIds(root: XmlElement): number {
  const seen = new Map<string, number>();
  for (const { attributes } of allElements(root)) {
    const id = attributes['eId'];
    if (id !== undefined) seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  return [...seen.values()].filter((count) => count > 1).length;
}

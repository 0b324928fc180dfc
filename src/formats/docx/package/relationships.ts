/** How parts of a package point to each other and outside (ECMA-376 part 2, 6.5). Nothing outside is ever fetched. */
import type { Element } from '../xml/element.ts';

export interface Relationship {
  id: string;
  /** The last word of the type: "styles", "footnotes", "hyperlink"; transitional and strict URIs end alike. */
  type: string;
  /** Name of the part, or the address as it stands when {@link external}. */
  target: string;
  external: boolean;
}

/** Where the relationships of a part stand: "word/document.xml" → "word/_rels/document.xml.rels". */
export function relationshipsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** Reads one rel:Relationship of the part `source`; `null` for one without type or target. */
export function relationshipOf(element: Element, source: string): Relationship | null {
  const { Id: id = '', Type: type, Target: target, TargetMode: mode } = element.attributes;
  if (element.name !== 'rel:Relationship' || type === undefined || target === undefined) return null;
  const external = mode === 'External';
  return {
    id,
    type: type.slice(type.lastIndexOf('/') + 1),
    target: external ? target : resolvePart(source, target),
    external,
  };
}

/** The name of a part that `target` means, seen from the part `source`: "../media/a.png" from "word/x.xml". */
export function resolvePart(source: string, target: string): string {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  const steps = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

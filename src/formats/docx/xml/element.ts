/** An element of a part, with names under the prefixes of namespaces.ts ("w:p") and without what is not read. */
export interface Element {
  name: string;
  /** By name: "w:val", "Id". Attributes of namespaces that are not read are left out. */
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  /** The characters directly inside, for elements that hold text; otherwise empty. */
  text: string;
}

/** The first child of this name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

/** The element at the end of a path of children. */
export function descend(element: Element | undefined, ...names: string[]): Element | undefined {
  let at = element;
  for (const name of names) at = child(at, name);
  return at;
}

/** The w:val of the child of this name. */
export function childValue(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/**
 * A switch as Word writes it (ST_OnOff): present without value is on; "0", "false" and "off" are off. `undefined` when
 * the element is not there, so that a style may decide.
 */
export function onOff(element: Element | undefined, attribute = 'w:val'): boolean | undefined {
  if (element === undefined) return undefined;
  return !['0', 'false', 'off'].includes((element.attributes[attribute] ?? '').trim().toLowerCase());
}

/** A whole number, or `null` for anything else. */
export function integer(text: string | undefined): number | null {
  return text !== undefined && /^\s*[+-]?\d{1,10}\s*$/.test(text) ? Number(text) : null;
}

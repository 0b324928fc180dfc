import { prefixes } from './namespaces.ts';

/**
 * What the prefixes of a file mean inside an element (XML namespaces). saxes can do this too, but takes half as long
 * again for the whole file, because it makes objects of every attribute.
 */
export class Scope {
  readonly #bindings: ReadonlyMap<string, string>;
  readonly #around: Scope | null;
  /** Names that were looked up before: nearly all names of a file recur thousands of times. */
  readonly #elements = new Map<string, string | undefined>();
  readonly #attributes = new Map<string, string | null | undefined>();

  constructor(bindings: ReadonlyMap<string, string>, around: Scope | null) {
    this.#bindings = bindings;
    this.#around = around;
  }

  /** The scope of a document that has declared nothing yet. */
  static outermost(): Scope {
    return new Scope(
      new Map([
        ['', ''],
        ['xml', 'http://www.w3.org/XML/1998/namespace'],
      ]),
      null,
    );
  }

  /** The scope inside an element with these attributes; the same one where they declare nothing. */
  inside(attributes: Readonly<Record<string, string>>): Scope {
    let bindings: Map<string, string> | null = null;
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      bindings ??= new Map();
      bindings.set(name.slice(6), attributes[name] ?? '');
    }
    return bindings === null ? this : new Scope(bindings, this);
  }

  /** The namespace that a prefix is bound to; `undefined` when it is bound to none. */
  resolve(prefix: string): string | undefined {
    return this.#bindings.get(prefix) ?? this.#around?.resolve(prefix);
  }

  /** "w:p" for any prefix bound to Word's namespace, "{uri}name" for others; `undefined` for an unbound prefix. */
  element(name: string): string | undefined {
    const known = this.#elements.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const uri = this.resolve(name.slice(0, Math.max(0, colon)));
    if (uri === undefined) return undefined;
    const local = name.slice(colon + 1);
    const prefix = prefixes.get(uri);
    const made = prefix !== undefined ? `${prefix}:${local}` : uri === '' ? local : `{${uri}}${local}`;
    this.#elements.set(name, made);
    return made;
  }

  /** The same for attributes; `null` for those that are not read. Attributes without prefix have no namespace. */
  attribute(name: string): string | null | undefined {
    const known = this.#attributes.get(name);
    if (known !== undefined) return known;
    const made = this.#attribute(name);
    if (made !== undefined) this.#attributes.set(name, made);
    return made;
  }

  #attribute(name: string): string | null | undefined {
    const colon = name.indexOf(':');
    if (colon === -1) return name === 'xmlns' ? null : name;
    if (name.startsWith('xmlns:')) return null;
    const uri = this.resolve(name.slice(0, colon));
    if (uri === undefined) return undefined;
    const prefix = prefixes.get(uri);
    const local = name.slice(colon + 1);
    // Word notes at every paragraph and run in which session it was edited.
    return prefix === undefined || local.startsWith('rsid') ? null : `${prefix}:${local}`;
  }
}

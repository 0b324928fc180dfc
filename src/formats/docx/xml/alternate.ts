/** Alternatives (mc:AlternateContent, ECMA-376 part 3): Word writes a new and an old form of one thing; one is read. */
import type { Element } from './element.ts';
import { prefixes, understood } from './namespaces.ts';

/** Whether all namespaces that a choice requires are read. `scope` tells what a prefix is bound to there. */
export function understands(
  requires: string | undefined,
  scope: { resolve(prefix: string): string | undefined },
): boolean {
  const wanted = (requires ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return wanted.length > 0 && wanted.every((prefix) => understood.has(prefixes.get(scope.resolve(prefix) ?? '') ?? ''));
}

/**
 * The content that is read: the first choice that is understood, else the fallback, else (nothing of a source is
 * lost) the first choice all the same.
 */
export function chosenBranch(alternate: Element): Element[] {
  const choices = alternate.children.filter((one) => one.name === 'mc:Choice');
  const chosen =
    choices.find((one) => one.attributes['understood'] === 'yes') ??
    alternate.children.find((one) => one.name === 'mc:Fallback') ??
    choices[0];
  return chosen?.children ?? [];
}

/** What files that are given say of other texts. */
import { conferences } from '#data/conferences.ts';
import type { Clause, LegalText } from '#kernel/reading/index.ts';
import { identityOf } from '../../register/identity.ts';
import { sideOfText } from '../../register/sides.ts';
import type { TextOf } from '../../register/texts-of.ts';
import { speakerOf } from '../bodies.ts';
import { knownTexts, type KnownInstrument, type KnownRevision, type KnownTexts } from './known.ts';

/**
 * Knows the texts that stand alone as adopted, the base texts of proposals by what the proposals keep and delete, and
 * what proposals would suppress. A new text that is only proposed is not adopted: it makes nothing stale.
 */
export function knownInstruments(texts: readonly TextOf[]): KnownInstrument[] {
  return texts.flatMap(knownInstrument);
}

/** What files say of other texts, beside the calendar that comes with the workbench. */
export function knownFromTexts(texts: readonly TextOf[]): KnownTexts {
  return knownTexts(knownInstruments(texts), conferences);
}

function knownInstrument({ identity, text, by }: TextOf): KnownInstrument[] {
  if (identity === null || by?.proposal.action === 'ADD') return [];
  const { kind, number, body } = identity;
  const action = by?.proposal.action;
  // Without a proposal the text stands as it is; one with changes was adopted as its base says.
  const base = text === null ? null : sideOfText(text, 'base');
  const revision = by === null && base !== null ? (identityOf(base)?.revision ?? identity.revision) : identity.revision;
  const isPart = by !== null && by.proposal.target.part !== null;
  const clauses = base === null || isPart || action === 'SUP' ? null : clausesOf(base);
  const revisions: KnownRevision[] = revision === null ? [] : [{ revision, clauses }];
  const suppressed =
    action === 'SUP' && !isPart ? `${by?.proposal.reference ?? 'A proposal'} proposes to suppress it` : null;
  return [{ kind, number, body, code: codeOfBody(body), revisions, suppressed }];
}

/** The code that citations use for a body named in words; `null` for bodies without one. */
export function codeOfBody(body: string | null): string | null {
  return body === null ? null : speakerOf([`The ${body},`]);
}

/** The labels of a clean text's clauses, by heading. */
export function clausesOf(text: LegalText): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  const take = (clauses: readonly Clause[], known: Set<string>): void => {
    for (const clause of clauses) {
      known.add(bareLabel(clause.label.after ?? ''));
      take(clause.children, known);
    }
  };
  for (const { heading, clauses } of text.sections) {
    const key = (heading ?? '').toLowerCase();
    const known = labels.get(key) ?? new Set<string>();
    take(clauses, known);
    labels.set(key, known);
  }
  return labels;
}

/** "b)", "(b)" and "b" are the same label in a reference. */
export function bareLabel(label: string): string {
  return label.replace(/[().\s]+$|[()\s]/gu, '').toLowerCase();
}

/** Any two texts of the register side by side: revisions, and the base or proposed text of a proposal. */
import { refuse } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { compareTexts } from '../domain/comparison/compare.ts';
import { inPrintedParts } from '../domain/comparison/printed-parts.ts';
import type { Comparison } from '../domain/comparison/comparison.ts';
import { nameOfInstrument, nameOfRevision } from '../domain/register/identity.ts';
import { sideOfText, type TextSide } from '../domain/register/sides.ts';
import { instrument, proposal, revision, type Instrument, type Revision } from './texts.ts';

/**
 * One of the two texts. Its address is the slug of a revision ("resolution-9-suva-2021"), or that of a proposal with
 * the side that is meant ("nic-12a1-3:proposed").
 */
export interface ComparableText {
  address: string;
  name: string;
}

export interface TextToCompare extends ComparableText {
  /** The page that shows it. */
  page: string;
  instrument: Instrument | null;
  /** What the text was read for. */
  thing: { kind: 'revision' | 'proposal'; id: string };
  /** The clean text. */
  text: LegalText;
}

/**
 * Compares two texts that the viewer may see.
 * @throws Refusal `not-found`, also for texts that are not shown to the viewer; `no-text` where one is known by name only
 */
export async function comparison(
  context: Context,
  from: string,
  to: string,
): Promise<{ from: TextToCompare; to: TextToCompare; comparison: Comparison }> {
  const [one, other] = await Promise.all([textAt(context, from), textAt(context, to)]);
  const parts = inPrintedParts(one.text, other.text);
  return { from: one, to: other, comparison: compareTexts(parts.from, parts.to) };
}

/** The texts of an instrument that can be compared, oldest first; of those of a proposal both sides. @throws Refusal `not-found` */
export async function comparableTexts(context: Context, instrumentSlug: string): Promise<ComparableText[]> {
  const { revisions, proposals } = await instrument(context, instrumentSlug);
  return [
    ...revisions.flatMap((one) => (one.text === null ? [] : [{ address: one.slug, name: nameOf(one) }])),
    // A proposal for no change prints no text.
    ...proposals.flatMap(({ slug, reference, action }) =>
      action === 'NOC'
        ? []
        : [
            { address: `${slug}:proposed`, name: `${reference}, as proposed` },
            { address: `${slug}:base`, name: `${reference}, as it is` },
          ],
    ),
  ];
}

async function textAt(context: Context, address: string): Promise<TextToCompare> {
  const [slug = '', side] = address.split(':');
  if (side === undefined) return revisionAt(context, slug);
  if (side === 'base' || side === 'proposed') return proposalAt(context, slug, side);
  refuse('not-found', `"${side}" is no text of a proposal.`, 'Ask for its "base" or its "proposed" text.');
}

async function revisionAt(context: Context, slug: string): Promise<TextToCompare> {
  const found = await revision(context, slug);
  const { text } = found.revision;
  const name = `${nameOfInstrument(found.instrument)} ${nameOf(found.revision)}`.trim();
  if (text === null) withoutText(name);
  return {
    address: slug,
    name,
    page: `/texts/${slug}`,
    instrument: found.instrument,
    thing: { kind: 'revision', id: found.revision.id },
    text: sideOfText(text, 'proposed'),
  };
}

async function proposalAt(context: Context, slug: string, side: TextSide): Promise<TextToCompare> {
  const found = await proposal(context, slug);
  const { text } = found.proposal.record;
  const name = `${found.proposal.reference}, ${side === 'base' ? 'as it is' : 'as proposed'}`;
  if (text === null) withoutText(name);
  return {
    address: `${slug}:${side}`,
    name,
    page: `/texts/proposals/${slug}`,
    instrument: found.instrument,
    thing: { kind: 'proposal', id: found.proposal.id },
    text: sideOfText(text, side),
  };
}

function withoutText(name: string): never {
  refuse('no-text', `The register has no text of ${name}.`, 'Choose another text, or take this one in through intake.');
}

/** "(Rev. Suva, 2021)". */
function nameOf({ place, year, revised }: Pick<Revision, 'place' | 'year' | 'revised'>): string {
  return place === null || year === null ? 'Text without a date' : nameOfRevision({ place, year, revised });
}

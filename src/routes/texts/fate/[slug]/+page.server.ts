import { wordChanges } from '#modules/texts/index.ts';
import { fateOfProposal, nameOfInstrument, nameOfRevision, type JudgedProposal } from '#modules/texts/server/index.ts';
import { fateRow } from '../names.ts';
import type { PageServerLoad } from './$types';

type Dated = NonNullable<JudgedProposal['adopted']>;

const nameOf = ({ kind, number, place, year, revised }: Dated): string =>
  `${nameOfInstrument({ kind, number })} ${place === null || year === null ? '' : nameOfRevision({ place, year, revised })}`.trim();
const textOf = (text: Dated | null) => (text === null ? null : { name: nameOf(text), address: `/texts/${text.slug}` });

export const load: PageServerLoad = async ({ locals, params }) => {
  const said = await fateOfProposal(locals.context, params.slug);
  const { adopted, base, conference, found, fate } = said;
  return {
    ...fateRow(said),
    conference:
      conference === null
        ? null
        : { name: `${conference.body.name} (${conference.place}, ${conference.year})`, slug: conference.slug },
    base: textOf(base),
    adopted: adopted?.status === 'suppressed' ? null : textOf(adopted),
    found,
    changes: fate.changes.map(({ place, change, fate, share, standing, missing, doubtful, path, ...words }) => ({
      place,
      change,
      fate,
      share,
      standing,
      missing,
      doubtful,
      path,
      proposed: wordChanges(words.before ?? '', words.proposed ?? ''),
      adopted: words.adopted === null ? null : wordChanges(words.before ?? '', words.adopted),
      adoptedAt: words.adoptedAt,
    })),
  };
};

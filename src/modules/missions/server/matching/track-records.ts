/** The missions that somebody finished, with what the other sides said of them: the track record for matching. */
import { foldName } from '#kernel/organisation-names.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { evaluationsOf, listMissions, type Mission } from '../../store/carried-out.ts';

/** A finished mission: its words, and its evaluation in hundredths of the best. */
export interface Finished {
  words: string;
  grade: number | null;
}

/** Looks up the finished missions of an organisation, or of an expert by name within one. */
export interface TrackRecords {
  ofOrganisation(organisation: string | null): Finished[];
  /** An expert is known by name and organisation; a name alone could be somebody else's. */
  ofExpert(name: string, organisation: string | null, own: readonly string[]): Finished[];
}

/** All missions that were closed. An offering side's word on its own work does not count. */
export async function trackRecords(context: Context): Promise<TrackRecords> {
  mustMay(context, 'run-missions');
  const all = (await listMissions(context.db, audienceOf(context.viewer), false)).filter(
    ({ stage }) => stage === 'closed',
  );
  const evaluations = await evaluationsOf(
    context.db,
    all.map(({ id }) => id),
  );
  const finished = ({ id, title, country, offerers }: Mission): Finished => {
    const scores = (evaluations.get(id) ?? [])
      .filter(({ side }) => !offerers.includes(side))
      .flatMap((one) => one.scores.flatMap(({ score }) => (score === null ? [] : [score])));
    const sum = scores.reduce((total, score) => total + score - 1, 0);
    return {
      words: country === null ? title : `${title} (${country})`,
      // Scores run from 1 to 5.
      grade: scores.length === 0 ? null : Math.floor((25 * sum) / scores.length),
    };
  };
  return {
    ofOrganisation: (organisation) =>
      organisation === null ? [] : all.filter(({ offerers }) => offerers.includes(organisation)).map(finished),
    ofExpert: (name, organisation, own) =>
      all
        .filter(({ details, offerers }) =>
          details.experts.some(
            (expert) =>
              foldName(expert.name) === foldName(name) &&
              ((organisation !== null && offerers.includes(organisation)) ||
                own.some((one) => foldName(one) === foldName(expert.organisation))),
          ),
        )
        .map(finished),
  };
}

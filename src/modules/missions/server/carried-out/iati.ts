/** Missions in the open format of IATI. */
import { iatiOf, isWritable, type ReportingOrganisation } from '#formats/iati/index.ts';
import { anybody } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { asActivity } from '../../domain/publish/iati.ts';
import { missions } from './carried-out.ts';
import { cycles } from '../cycle/cycles.ts';

/** The file, and the missions that are public and cannot stand in it: IATI wants a day and somebody who takes part. */
export interface IatiExport {
  xml: string;
  leftOut: { slug: string; title: string }[];
}

/**
 * The missions that everybody may read, whoever asks: what is published is the same for all.
 * @param reporting the organisation that publishes
 * @param address of the list of topics
 */
export async function missionsAsIati(
  context: Context,
  reporting: ReportingOrganisation,
  address: string,
): Promise<IatiExport> {
  const open: Context = { ...context, viewer: anybody };
  const organisers = new Map((await cycles(open)).map(({ id, settings }) => [id, settings.organiser]));
  const activities = (await missions(open)).map((mission) =>
    asActivity({ ...mission, organiser: mission.cycle === null ? null : (organisers.get(mission.cycle) ?? null) }),
  );
  return {
    xml: iatiOf({ reporting, language: 'en', made: context.now(), topicsAddress: address, activities }),
    leftOut: activities.filter((one) => !isWritable(one)).map(({ name, title }) => ({ slug: name, title })),
  };
}

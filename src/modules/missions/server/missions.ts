import { audienceOf, may, maySee, type Viewer } from '#modules/access/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import {
  applicationBy,
  assistancePlanBy,
  callBy,
  listApplications,
  listAssistancePlans,
  listCalls,
  type Application,
  type Call,
  type StoredAssistancePlan,
} from '../store/missions.ts';

export type { Application, Call, StoredAssistancePlan };

/** A decision that is taken and not yet told is the secretariat's alone, whoever sees the rest. */
export function toldTo<T extends { pending: unknown }>(viewer: Viewer, thing: T): T {
  return may(viewer, 'run-missions').allowed ? thing : { ...thing, pending: null };
}

const allToldTo = <T extends { pending: unknown }>(viewer: Viewer, things: readonly T[]): T[] =>
  things.map((thing) => toldTo(viewer, thing));

/** Calls the viewer may see. */
export async function calls(context: Context): Promise<Call[]> {
  return listCalls(context.db, audienceOf(context.viewer));
}

/** A call with those of its applications that the viewer may see. @throws Refusal `not-found` */
export async function call(context: Context, slug: string): Promise<Call & { applications: Application[] }> {
  const found = mustSee(context, await callBy(context.db, { slug }), 'call');
  const its = await listApplications(context.db, audienceOf(context.viewer), { call: found.id });
  return { ...found, applications: allToldTo(context.viewer, its) };
}

/** All applications the viewer may see, with or without a call. */
export async function applications(context: Context): Promise<Application[]> {
  return allToldTo(context.viewer, await listApplications(context.db, audienceOf(context.viewer), null));
}

/** An application, with its call where that may be seen too. @throws Refusal `not-found` */
export async function application(
  context: Context,
  slug: string,
): Promise<{ application: Application; call: Call | null }> {
  const found = toldTo(context.viewer, mustSee(context, await applicationBy(context.db, { slug }), 'application'));
  const itsCall = found.call === null ? null : await callBy(context.db, { id: found.call });
  return { application: found, call: itsCall !== null && maySee(context.viewer, itsCall).allowed ? itsCall : null };
}

/** Plans of assistance the viewer may see. */
export async function assistancePlans(context: Context): Promise<StoredAssistancePlan[]> {
  return allToldTo(context.viewer, await listAssistancePlans(context.db, audienceOf(context.viewer), null));
}

/** A plan of assistance. @throws Refusal `not-found` */
export async function assistancePlan(context: Context, slug: string): Promise<StoredAssistancePlan> {
  return toldTo(context.viewer, mustSee(context, await assistancePlanBy(context.db, { slug }), 'assistance plan'));
}

import { error, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { Refusal } from '#kernel/problem.ts';
import { system } from '#modules/access/index.ts';
import { sessionOf } from '#modules/access/server/index.ts';
import { startRosterKeeping } from '#modules/missions/server/index.ts';
import { startDelivery } from '#modules/post/server/index.ts';
import { hear } from '#modules/trace/server/index.ts';
import { policyOfData, statusOf } from '#platform/http/index.ts';
import { openWorkbench, type Workbench } from '#platform/workbench/index.ts';

let workbench: Workbench | undefined;

const now = (): Date => new Date();

export const init: ServerInit = async () => {
  const opened = await openWorkbench();
  workbench = opened;
  const { db, files, log, mailer } = opened;
  const { mailFrom, publicAddress } = opened.config;
  const context = { viewer: system, via: 'start', db, files, now, hear } as const;
  const stopDelivery = startDelivery(context, { mailer, mailFrom, publicAddress }, (cause) =>
    log.error({ err: cause }, 'mail could not be delivered'),
  );
  const stopRoster = startRosterKeeping(context, (cause) => log.error({ err: cause }, 'the roster was not kept clean'));
  // A promise that a page forgot must not end the workbench for everybody else.
  process.on('unhandledRejection', (cause) => workbench?.log.error({ err: cause }, 'a promise was forgotten'));
  process.once('sveltekit:shutdown', () => void Promise.all([stopDelivery(), stopRoster()]).then(() => opened.close()));
};

export const handle: Handle = async ({ event, resolve }) => {
  if (workbench === undefined) error(503, 'The workbench is starting.');
  mustBeOurs(event);
  const { db, files } = workbench;
  const session = await sessionOf({ db, now }, event.cookies.get('session'));
  event.locals.context = { viewer: session.viewer, via: 'web', db, files, now, hear };
  event.locals.own = session.own;
  event.locals.seesAs = session.seesAs;
  const response = await resolve(event);
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? true;
  if (!isPage && !response.headers.has('Content-Security-Policy')) {
    response.headers.set('Content-Security-Policy', policyOfData);
  }
  // What a signed-in person sees is theirs: no shared cache may keep it.
  if (session.own.account !== null) response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

/**
 * What a page of another site sends is not taken, whatever its type (the framework looks at forms only); and no key
 * types the NUL character, which the database cannot compare with anything.
 */
function mustBeOurs({ request, url }: RequestEvent): void {
  const origin = request.headers.get('origin');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && origin !== null && origin !== url.origin) error(403, 'This was sent by a page of another site.');
  if (/%00/.test(url.href)) error(400, 'This address holds a character that no address has.');
}

/** A refusal becomes an error page with its status and words; what nobody foresaw is logged. */
export const handleError: HandleServerError = ({ kind, error: cause, event }) => {
  if (cause instanceof Refusal) {
    return { status: statusOf(cause.problem), message: cause.problem.message, problem: cause.problem };
  }
  if (kind === 'unknown') workbench?.log.error({ err: cause, path: loggedPath(event) }, 'a request failed');
  return kind === 'framework' && cause.status === 404 ? { message: 'There is no page at this address.' } : undefined;
};

/** An address for the log; one that holds a token is told by its route. */
const loggedPath = ({ params, route, url }: RequestEvent): string =>
  'token' in params ? (route.id ?? '') : url.pathname;

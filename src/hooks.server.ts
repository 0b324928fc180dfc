import { error } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { Refusal } from '#kernel/problem.ts';
import { sessionOf } from '#modules/access/server/index.ts';
import { securityHeaders } from '#platform/http/index.ts';
import { openWorkbench, type Workbench } from '#platform/workbench/index.ts';

let workbench: Workbench | undefined;

export const init: ServerInit = async () => {
  workbench = await openWorkbench();
  process.once('sveltekit:shutdown', () => void workbench?.close());
};

export const handle: Handle = async ({ event, resolve }) => {
  if (workbench === undefined) error(503, 'The workbench is starting.');
  const { db, files } = workbench;
  const now = (): Date => new Date();
  const session = await sessionOf({ db, now }, event.cookies.get('session'));
  event.locals.context = { viewer: session.viewer, via: 'web', db, files, now };
  event.locals.own = session.own;
  event.locals.seesAs = session.seesAs;
  const response = await resolve(event);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  // What a signed-in person sees is theirs: no shared cache may keep it.
  if (session.own.account !== null) response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

/** A refusal that a page did not handle itself becomes an error page with its words; anything else is logged. */
export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
  if (cause instanceof Refusal) return { message: cause.problem.message, problem: cause.problem };
  if (status >= 500) workbench?.log.error({ error: cause, path: event.url.pathname }, 'a request failed');
  return { message: status === 404 ? 'There is no page at this address.' : message };
};

/** What the editor sends and asks: steps of a draft. */
import { json } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { draftSteps, takeSteps, type SentSteps } from '#modules/texts/server/index.ts';
import { problemAnswer } from '../../../../api/v1/problems.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
  problemAnswer(async () =>
    json(await draftSteps(locals.context, params.slug, Number(url.searchParams.get('since') ?? Number.NaN))),
  );

export const POST: RequestHandler = ({ request, locals, params }) =>
  problemAnswer(async () => json(await takeSteps(locals.context, params.slug, sentIn(await bodyOf(request)))));

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return refuse('step-refused', 'What was sent did not arrive whole.', 'Send it again.');
  }
}

function sentIn(body: unknown): SentSteps {
  const { version, client, steps } = (body ?? {}) as Partial<Record<keyof SentSteps, unknown>>;
  if (typeof version === 'number' && typeof client === 'string' && client.length <= 80 && Array.isArray(steps)) {
    return { version, client: client.replaceAll('\u0000', ''), steps };
  }
  return refuse('step-refused', 'What was sent are no changes of a draft.', 'Load the draft again.');
}

import { fromWordPage } from '../../../from-word.ts';
import type { Actions, PageServerLoad } from './$types';

const { look, bring, take, aside } = fromWordPage('assistance-plan');

export const load: PageServerLoad = ({ locals, params, url }) => look(locals.context, params.slug, url);

export const actions: Actions = {
  bring: ({ request, locals, params }) => bring(locals.context, params.slug, request),
  take: ({ request, locals, params }) => take(locals.context, params.slug, request),
  aside: ({ request, locals, params }) => aside(locals.context, params.slug, request),
};

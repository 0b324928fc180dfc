import { topics } from '#data/topics.ts';
import { readConfig } from '#platform/config/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  topics: topics.map(({ code, label }) => ({ code, label })),
  iati: readConfig().iati !== null,
});

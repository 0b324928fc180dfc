import type { PageServerLoad } from './$types';

/** Where an invitation ends: a page whose address holds no token. */
export const load: PageServerLoad = ({ url }) => ({ removed: url.searchParams.get('done') === 'removed' });

import type { Reroute } from '@sveltejs/kit/hooks';

/** No text of the database holds a NUL character, so no page has one in its address: such an address leads nowhere. */
export const reroute: Reroute = ({ url }) => (url.pathname.includes('%00') ? '/no-such-page' : undefined);

/** Reading needs no script: pages are sent as finished HTML. A page where the hand works says otherwise for itself. */
export const csr = false;

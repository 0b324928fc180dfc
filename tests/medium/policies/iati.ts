import type { Policies } from '../policies.ts';

/** It shows what everybody may see, whoever asks. */
export const policies: Policies = { guarded: {}, filtered: ['missions.missionsAsIati'], others: [] };

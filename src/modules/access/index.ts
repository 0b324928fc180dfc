/** Roles and the one policy; accounts as data. */
export * from './domain/accounts.ts';
export * from './domain/policy.ts';

/** What pages and the API share of HTTP. */
export { asDownload, policyOfData, securityHeaders } from './headers.ts';
export { Limiter } from './limiter.ts';
export { statusOf } from './statuses.ts';

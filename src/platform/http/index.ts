/** What pages and the API share of HTTP. */
export { asDownload, policyOfData, securityHeaders } from './headers.ts';
export { statusOf } from './statuses.ts';

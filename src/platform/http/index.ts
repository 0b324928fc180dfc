/** What pages and the API share of HTTP. */
export { asDownload, securityHeaders } from './headers.ts';
export { statusOf } from './statuses.ts';

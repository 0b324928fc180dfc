/** What is set from outside, and where the project lies. */
export * from './config.ts';
export { projectRoot } from './root.ts';

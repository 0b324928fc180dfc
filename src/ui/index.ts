/** The design system: components and how things are printed. Knows no module. */
export { default as Changes } from './components/Changes.svelte';
export { default as Crumbs } from './components/Crumbs.svelte';
export { default as Doubt } from './components/Doubt.svelte';
export { default as Errors } from './components/Errors.svelte';
export { default as Findings } from './components/Findings.svelte';
export { default as LegalText } from './components/LegalText.svelte';
export { default as Pager } from './components/Pager.svelte';
export * from './format.ts';

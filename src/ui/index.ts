/** The design system: components and how things are printed. Knows no module. */
export { default as Changes } from './components/Changes.svelte';
export { default as Contents } from './components/Contents.svelte';
export { default as Crumbs } from './components/Crumbs.svelte';
export { default as Doubt } from './components/Doubt.svelte';
export { default as Downloads } from './components/Downloads.svelte';
export { default as Errors } from './components/Errors.svelte';
export { default as Field } from './components/Field.svelte';
export { default as Findings } from './components/Findings.svelte';
export { default as LegalText } from './components/LegalText.svelte';
export { default as List } from './components/Listing.svelte';
export { default as Pager } from './components/Pager.svelte';
export { default as SideBySide } from './components/SideBySide.svelte';
export { default as SourceLink } from './components/SourceLink.svelte';
export { default as Tabs } from './components/Tabs.svelte';
export type { LawItem, LawSection, LawText, LawView } from './law.ts';
export * from './format.ts';

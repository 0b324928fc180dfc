import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript-eslint';

/** Only Svelte components; everything else is oxlint's. */
export default [
  { ignores: ['build/', '.svelte-kit/', 'node_modules/'] },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: { 'max-lines': ['error', 400], 'svelte/no-navigation-without-resolve': 'off' },
  },
];

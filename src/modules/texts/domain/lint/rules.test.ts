import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rules } from './rules.ts';

test('each rule has a name of its own, which is its file, a test beside it, and a sentence for people', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  expect(rules.map(({ name }) => name)).toEqual(rules.map(({ name }) => name).toSorted());
  for (const { name, explanation } of rules) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(existsSync(path.join(import.meta.dirname, `${name}.ts`)), name).toBe(true);
    expect(existsSync(path.join(import.meta.dirname, `${name}.test.ts`)), name).toBe(true);
    expect(explanation, name).toMatch(/^["A-Z].{30,240}\.$/);
  }
});

test('each rule looks at something', () => {
  for (const { name, text, proposal, contribution, file, citations } of rules)
    expect(
      [text, proposal, contribution, file, citations].some((look) => look !== undefined),
      name,
    ).toBe(true);
});

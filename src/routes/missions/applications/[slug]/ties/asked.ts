import type { Application } from '#modules/missions/server/index.ts';
import type { AskedWords } from '#modules/trace/server/index.ts';

/** What ticks and dates say is nothing to compare words by. */
const notWords = new Set(['expected_outcomes', 'timeline']);
/** What a request is about: its title, and what it asks for. */
const core = new Set(['title', 'support_action', 'policy_issue']);

/** The words of a request, field by field, for what compares it with other things. */
export function askedOf(content: Application['content'], names: Readonly<Record<string, string>>): AskedWords {
  const answers = Object.entries(content.answers).filter(([key]) => !notWords.has(key));
  return {
    fields: [
      { key: 'title', name: 'Title', text: content.title, core: true },
      ...answers.map(([key, { text, printed }]) => ({
        key,
        name: names[key] ?? printed?.question ?? key,
        text,
        core: core.has(key),
      })),
    ],
  };
}

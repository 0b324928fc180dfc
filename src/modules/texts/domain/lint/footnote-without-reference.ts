import { fold, textOf, type Block } from '#formats/document/index.ts';
import type { Rule } from './rule.ts';

function wordsOfNote(blocks: readonly Block[]): string {
  return fold(blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.runs, 'proposed') : '')).join(' '));
}

export const footnoteWithoutReference: Rule = {
  name: 'footnote-without-reference',
  level: 'info',
  explanation: 'A footnote has words and nothing refers to it: its reference was deleted or lost in copying.',
  file: ({ document }) =>
    document.notes.flatMap(({ line, mark, blocks }) => {
      const words = line === null ? wordsOfNote(blocks) : '';
      return words === ''
        ? []
        : [{ lines: null, message: `Nothing refers to footnote ${mark}: "${words.slice(0, 120)}"` }];
    }),
};

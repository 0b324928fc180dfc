/**
 * Prints content as a plain copy out of Word does: kept, deleted and inserted words in document order, moved words at
 * both places, inserted and deleted paragraph marks without a trace. Words that were inserted and deleted again are
 * lost; automatic numbers are not printed; each cell begins with a tab; bookmarks and notes stand inline.
 */
import type { Block, Inline, Paragraph, Table } from './content.ts';

/** The text, lines ended by `\n`. */
export function flatText(blocks: readonly Block[]): string {
  const printer = new Printer();
  printer.blocks(blocks);
  return `${printer.lines.join('\n')}\n`;
}

class Printer {
  readonly lines: string[] = [];
  #notes = 0;

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.lines.push(...this.#paragraph(block));
      else if (block.kind === 'table') this.#table(block);
      else this.blocks(block.blocks);
    }
  }

  /** The line, and an empty one where notes follow it. */
  #paragraph({ inlines }: Paragraph): string[] {
    const notes: string[] = [];
    const line = inlines.map((inline) => this.#inline(inline, notes)).join('');
    return notes.length === 0 ? [line] : [`${line} ${notes.join(' ')} `, ''];
  }

  #inline(inline: Inline, notes: string[]): string {
    switch (inline.kind) {
      case 'words':
        // Non-breaking hyphens do not survive the copy.
        return inline.change === 'undone' ? '' : inline.text.replaceAll('\u2011', '');
      case 'bookmark':
        return `[bookmark: ${inline.name}]`;
      case 'note': {
        const number = ++this.#notes;
        notes.push(`[${number}: ${inline.mark}\t${inline.text}]`);
        return `[footnoteRef:${number}]${inline.mark}`;
      }
      case 'control':
        return inline.inlines.map((inner) => this.#inline(inner, notes)).join('');
      case 'field':
        return inline.shown;
    }
  }

  /** A blank line ends a row, another one the table. */
  #table({ rows }: Table): void {
    for (const row of rows) {
      for (const cell of row.cells) {
        const from = this.lines.length;
        this.blocks(cell.blocks);
        this.lines[from] = `\t${this.lines[from] ?? ''}`;
      }
      this.lines.push('');
    }
    this.lines.push('');
  }
}

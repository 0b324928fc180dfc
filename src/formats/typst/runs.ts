/** Runs as content: changes underlined and struck out, notes at the foot of the page. */
import type { Note, RevisionMark, Run } from '../document/index.ts';
import { literal, wordsContent } from './words.ts';

/** Gives the content of a note; `null` for references to notes that are not there. */
export type NoteContent = (note: NonNullable<Run['note']>) => { content: string; kind: Note['kind'] } | null;

const functions: Record<RevisionMark['kind'], string> = {
  inserted: 'inserted',
  deleted: 'deleted',
  'moved-to': 'moved-to',
  'moved-from': 'moved-from',
};

export function runsContent(runs: readonly Run[], noteOf: NoteContent): string {
  return runs.map((run) => runContent(run, noteOf)).join('');
}

/** Content under revisions. */
export function revised(marks: readonly RevisionMark[], content: string): string {
  return marks.reduceRight((inside, { kind }) => `#${functions[kind]}[${inside}];`, content);
}

function runContent({ text, style, link, note, marks }: Run, noteOf: NoteContent): string {
  if (note !== null) {
    const found = noteOf(note);
    const mark = text === '' ? '*' : text;
    const content =
      found === null
        ? `#super[${wordsContent(mark)}];`
        : `#footnote(numbering: _ => ${literal(mark)})[${found.content}];`;
    return revised(marks, content);
  }
  if (text === '') return '';
  let content = wordsContent(text);
  if (style.vertical !== null) content = `#${style.vertical === 'superscript' ? 'super' : 'sub'}[${content}];`;
  if (style.strike) content = `#strike[${content}];`;
  if (style.underline && link === null) content = `#underline[${content}];`;
  if (style.italic || style.bold) {
    const look = [style.italic ? 'style: "italic"' : '', style.bold ? 'weight: "bold"' : ''].filter(
      (one) => one !== '',
    );
    content = `#text(${look.join(', ')})[${content}];`;
  }
  if (link !== null && /^(?:https?:\/\/|mailto:)\S{1,2000}$/i.test(link))
    content = `#link(${literal(link)})[${content}];`;
  return revised(marks, content);
}

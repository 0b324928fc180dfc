/** The words of a paragraph as HTML: changes as ins and del with who made them, notes and links as links. */
import type { RevisionMark, Run } from '../document/index.ts';
import { attributes, escapeHtml } from './escape.ts';

/** Where links inside the page lead. */
export interface PageLinks {
  /** Id of the element at a bookmark; `undefined` for names that the document does not have. */
  bookmark(name: string): string | undefined;
  /** Address of a note, and id for its reference. */
  note(note: NonNullable<Run['note']>): { note: string; reference: string } | null;
}

/** Runs that stand next to each other, words under the same changes in one element. */
export function runsHtml(runs: readonly Run[], links: PageLinks): string {
  let html = '';
  let at = 0;
  while (at < runs.length) {
    const marks = runs[at]?.marks ?? [];
    let end = at + 1;
    while (end < runs.length && sameMarks(marks, runs[end]?.marks ?? [])) end++;
    const inside = runs.slice(at, end).map((run) => runHtml(run, links));
    html += marks.reduceRight((content, mark) => revisedHtml(mark, content), inside.join(''));
    at = end;
  }
  return html;
}

function sameMarks(one: readonly RevisionMark[], other: readonly RevisionMark[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((mark, index) => {
        const second = other[index];
        return (
          second !== undefined &&
          mark.kind === second.kind &&
          mark.author === second.author &&
          mark.date === second.date
        );
      }))
  );
}

const told: Record<RevisionMark['kind'], readonly [element: 'ins' | 'del', word: string]> = {
  inserted: ['ins', 'inserted'],
  deleted: ['del', 'deleted'],
  'moved-to': ['ins', 'moved here'],
  'moved-from': ['del', 'moved away'],
};

/** Words for those who hear the page stand unseen before and behind. */
export function revisedHtml(mark: RevisionMark, content: string): string {
  if (content === '') return '';
  const [element, word] = told[mark.kind];
  const by = [
    mark.author === null ? null : `by ${mark.author}`,
    mark.date === null ? null : `on ${mark.date.slice(0, 10)}`,
  ];
  const title = [word, ...by.filter((part) => part !== null)].join(' ');
  const about = { class: word.startsWith('moved') ? 'moved' : null, title, datetime: dateOf(mark.date) };
  return `<${element}${attributes(about)}><span class="unseen">[${word}: </span>${content}<span class="unseen"> :end]</span></${element}>`;
}

const dateOf = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(date) ? date : null;

function runHtml(run: Run, links: PageLinks): string {
  const { text, style, link, note } = run;
  if (note !== null) {
    const target = links.note(note);
    const mark = escapeHtml(text === '' ? '*' : text);
    return target === null
      ? `<sup>${mark}</sup>`
      : `<sup><a${attributes({ href: `#${target.note}`, id: target.reference, role: 'doc-noteref' })}>${mark}</a></sup>`;
  }
  let html = wordsHtml(text);
  if (style.vertical !== null) html = wrapped(style.vertical === 'superscript' ? 'sup' : 'sub', html);
  if (style.strike) html = wrapped('s', html);
  if (style.underline && link === null) html = wrapped('u', html);
  if (style.italic) html = wrapped('i', html);
  if (style.bold) html = wrapped('b', html);
  const target = link === null ? null : hrefOf(link, links);
  return target === null ? html : `<a${attributes({ href: target })}>${html}</a>`;
}

const wrapped = (element: string, content: string): string => `<${element}>${content}</${element}>`;

/** Only addresses that a reader may follow safely, and places of this page. */
function hrefOf(link: string, links: PageLinks): string | null {
  if (link.startsWith('#')) {
    const id = links.bookmark(link.slice(1));
    return id === undefined ? null : `#${id}`;
  }
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(link) ? link : null;
}

/** Tabs keep a width, breaks are breaks. */
export function wordsHtml(text: string): string {
  return escapeHtml(text)
    .replaceAll('\t', '<span class="tab">\t</span>')
    .replace(/\r\n?|\n/g, '<br>');
}

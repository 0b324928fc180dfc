/** The look of printed pages: definitions that the content calls. Lengths are those of the house template. */
import type { HouseTemplate } from '../docx/write/index.ts';
import { literal } from './words.ts';

const points = (twentieths: number): string => `${twentieths / 20}pt`;

export interface PageContent {
  title: string;
  author: string | null;
  language: string;
  header: string;
  footer: string;
}

export function preamble(
  { page, font, size }: HouseTemplate,
  { title, author, language, header, footer }: PageContent,
): string {
  const fonts = [font, 'Libertinus Serif', 'New Computer Modern'].map(literal).join(', ');
  const about = author === null ? '' : `, author: ${literal(author)}`;
  return `#set document(title: ${literal(title)}${about}, date: none)
#set text(font: (${fonts}), size: ${size / 2}pt, lang: ${literal(language)}, hyphenate: false)
#set par(leading: 0.55em, spacing: 6pt)
#set footnote.entry(gap: 4pt)
#set table(stroke: 0.5pt + luma(90), inset: 4pt)
#show heading: set text(size: ${size / 2}pt, weight: "regular")
#show heading: it => it.body
#show link: set text(fill: rgb("#0b4f9c"))
#let new = rgb("#0b5d1e")
#let old = rgb("#a4161a")
#let moved = rgb("#5a189a")
#let inserted(body) = text(fill: new, underline(body))
#let deleted(body) = text(fill: old, strike(body))
#let moved-to(body) = text(fill: moved, underline(stroke: 0.7pt, offset: 1.5pt, body))
#let moved-from(body) = text(fill: moved, strike(body))
#let page-number = context counter(page).display()
#let label(width, body) = box(width: width, body)
#let paragraph(left: 0pt, hanging: 0pt, above: 6pt, below: 0pt, to: start, keep: false, body) = block(width: 100%, above: above, below: 6pt + below, sticky: keep, inset: (left: left - hanging), align(to, par(hanging-indent: hanging, body)))
#set page(width: ${points(page.width)}, height: ${points(page.height)}, margin: (top: ${points(page.top)}, right: ${points(page.right)}, bottom: ${points(page.bottom)}, left: ${points(page.left)}), header: [${header}], footer: [${footer}])
`;
}

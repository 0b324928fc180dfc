/**
 * The style sheet of one file: the house's styles, under the ids and names that the document itself uses for them, and
 * a plain style for each other name. It knows what a style implies, so that runs and paragraphs say only what differs.
 */
import type { ParagraphStyle, RunStyle } from '../../document/index.ts';
import { ruleOf, type HouseTemplate, type StyleRule } from './template.ts';
import { around, attribute, switched, valued } from './xml.ts';

/** What a style says of paragraphs and their words, inherited parts included. */
interface Implied {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  vertical: RunStyle['vertical'];
  outlineLevel: number | null;
  left: number | null;
}

interface Made {
  id: string;
  name: string;
  rule: StyleRule | null;
  kind: StyleRule['kind'];
}

const nothing: Implied = {
  bold: false,
  italic: false,
  underline: false,
  vertical: null,
  outlineLevel: null,
  left: null,
};

/** Word's own names, "#" for a digit: they are known by their spelling alone, all others are custom. */
const ownNames = new Set(
  `Normal, Title, Subtitle, Heading #, Header, Footer, Strong, Emphasis, Quote, Caption, Footnote Text,
  Footnote Reference, Endnote Text, Endnote Reference, Annotation Text, Annotation Reference, Hyperlink,
  Placeholder Text, Balloon Text, Page Number, List Paragraph, List Bullet, List Bullet #, List Number,
  List Number #, Body Text, Body Text #, TOC #, Table of Figures`
    .toLowerCase()
    .split(/,\s+/),
);
const isWordsOwn = (name: string): boolean => ownNames.has(name.toLowerCase().replace(/\d$/, '#'));

export class StyleSheet {
  readonly #template: HouseTemplate;
  readonly #made = new Map<string, Made>();
  readonly #characters = new Map<string, Made>();
  readonly #implied = new Map<string, Implied>();

  /** @param paragraphs and @param characters what the document uses, in any order */
  constructor(template: HouseTemplate, paragraphs: Iterable<ParagraphStyle>, characters: Iterable<string>) {
    this.#template = template;
    for (const { id, name } of paragraphs) {
      if (id === null || this.#made.has(id)) continue;
      const rule = ruleOf(template, 'paragraph', id, name);
      if (name !== null || rule !== null) this.#add({ id, name: name ?? rule?.name ?? id, rule, kind: 'paragraph' });
    }
    for (const name of characters) {
      if (this.#characters.has(name)) continue;
      const rule = ruleOf(template, 'character', name, name);
      this.#add({ id: this.#freeId(rule?.id ?? name.replace(/[^\p{L}\p{N}]/gu, '')), name, rule, kind: 'character' });
    }
    const used = new Set([...this.#made.values()].map(({ rule }) => rule));
    for (const rule of template.styles) {
      if (!used.has(rule)) this.#add({ id: this.#freeId(rule.id), name: rule.name, rule, kind: rule.kind });
    }
  }

  #freeId(wanted: string): string {
    const stem = wanted === '' ? 'Style' : wanted;
    let id = stem;
    for (let next = 2; this.#made.has(id); next++) id = `${stem}${next}`;
    return id;
  }

  #add(made: Made): void {
    this.#made.set(made.id, made);
    if (made.kind === 'character' && !this.#characters.has(made.name)) this.#characters.set(made.name, made);
  }

  /** The id under which this file has a style of the house. */
  idOf(ruleId: string): string {
    for (const { id, rule } of this.#made.values()) if (rule?.id === ruleId) return id;
    return ruleId;
  }

  /** The id of a character style by the name that runs tell. */
  characterId(name: string): string {
    return this.#characters.get(name)?.id ?? name;
  }

  /** What a paragraph of this style looks like without further words. */
  paragraph(id: string | null): Implied {
    const key = id ?? this.idOf('Normal');
    const known = this.#implied.get(key);
    if (known !== undefined) return known;
    const made = this.#made.get(key);
    const implied = made === undefined ? nothing : this.#impliedBy(made.rule, made.name);
    this.#implied.set(key, implied);
    return implied;
  }

  #impliedBy(rule: StyleRule | null, name: string): Implied {
    const level = /^heading ([1-9])$/i.exec(name)?.[1];
    const byName = level === undefined ? null : Number(level) - 1;
    if (rule === null) return { ...nothing, outlineLevel: byName };
    const under = this.#template.styles.find(({ id }) => id === rule.basedOn);
    const inherited = under === undefined ? nothing : this.#impliedBy(under, under.name);
    return {
      bold: rule.bold ?? inherited.bold,
      italic: rule.italic ?? inherited.italic,
      underline: rule.underline ?? inherited.underline,
      vertical: rule.vertical ?? inherited.vertical,
      outlineLevel: rule.outline ?? inherited.outlineLevel ?? byName,
      left: rule.left ?? inherited.left,
    };
  }

  /** The run properties that make words in a paragraph of this style look as told; `rightToLeft` for such scripts. */
  runProperties(style: RunStyle, paragraphId: string | null, rightToLeft: boolean): string {
    const here = this.paragraph(paragraphId);
    const own = style.name === null ? null : (this.#characters.get(style.name)?.rule ?? null);
    const bold = here.bold !== (own?.bold === true);
    const italic = here.italic !== (own?.italic === true);
    const underline = own?.underline ?? here.underline;
    const vertical = own?.vertical ?? here.vertical;
    return (
      (style.name === null ? '' : valued('rStyle', this.characterId(style.name))) +
      (style.bold === bold ? '' : switched('b', style.bold) + switched('bCs', style.bold)) +
      (style.italic === italic ? '' : switched('i', style.italic) + switched('iCs', style.italic)) +
      (style.strike ? switched('strike', true) : '') +
      (style.underline === underline ? '' : valued('u', style.underline ? 'single' : 'none')) +
      (style.vertical === vertical ? '' : valued('vertAlign', style.vertical ?? 'baseline')) +
      (rightToLeft ? '<w:rtl/>' : '')
    );
  }

  /** The XML inside w:styles. */
  xml(language: string): string {
    const { font, size } = this.#template;
    const name = attribute(font);
    return (
      '<w:docDefaults><w:rPrDefault><w:rPr>' +
      `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>${sizes(size)}` +
      `<w:lang w:val="${attribute(language)}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
      [...this.#made.values()].map((made) => this.#styleXml(made)).join('') +
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
      '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
      '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    );
  }

  #styleXml({ id, name, rule, kind }: Made): string {
    const normal = this.idOf('Normal');
    const isDefault = id === normal;
    const base = kind === 'character' ? 'DefaultParagraphFont' : this.idOf(rule?.basedOn ?? 'Normal');
    return (
      `<w:style w:type="${kind}"${isDefault ? ' w:default="1"' : ''}${isWordsOwn(name) ? '' : ' w:customStyle="1"'} w:styleId="${attribute(id)}">` +
      valued('name', name) +
      (isDefault ? '' : valued('basedOn', base)) +
      (rule?.next === undefined ? '' : valued('next', this.idOf(rule.next))) +
      '<w:qFormat/>' +
      (rule === null ? '' : around('pPr', paragraphXml(rule)) + around('rPr', runXml(rule))) +
      '</w:style>'
    );
  }
}

const frame = ['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/>`)
  .join('');

function paragraphXml(rule: StyleRule): string {
  const { keepNext, tabs, before, after, left, hanging, align, outline, framed, ground, newPage } = rule;
  return (
    (keepNext === true ? '<w:keepNext/><w:keepLines/>' : '') +
    (newPage === true ? '<w:pageBreakBefore/>' : '') +
    (framed === true ? around('pBdr', frame) : '') +
    (ground === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>`) +
    around('tabs', (tabs ?? []).map(({ at, kind }) => `<w:tab w:val="${kind}" w:pos="${at}"/>`).join('')) +
    (before === undefined && after === undefined
      ? ''
      : `<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}"/>`) +
    (left === undefined ? '' : `<w:ind w:left="${left}"${hanging === undefined ? '' : ` w:hanging="${hanging}"`}/>`) +
    (align === undefined ? '' : valued('jc', align)) +
    (outline === undefined ? '' : valued('outlineLvl', outline))
  );
}

function runXml({ bold, italic, capitals, colour, size, underline, vertical, hidden }: StyleRule): string {
  return (
    (bold === true ? '<w:b/><w:bCs/>' : '') +
    (italic === true ? '<w:i/><w:iCs/>' : '') +
    (capitals === true ? '<w:caps/>' : '') +
    (hidden === true ? '<w:vanish/>' : '') +
    (colour === undefined ? '' : valued('color', colour)) +
    (size === undefined ? '' : sizes(size)) +
    (underline === true ? valued('u', 'single') : '') +
    (vertical === undefined ? '' : valued('vertAlign', vertical))
  );
}

const sizes = (halfPoints: number): string => valued('sz', halfPoints) + valued('szCs', halfPoints);

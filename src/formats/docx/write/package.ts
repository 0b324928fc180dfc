/** Puts the parts of a Word file into their package. The same parts give the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { PartRelationship } from './part.ts';
import { dataNamespace } from '../xml/namespaces.ts';
import { attribute, escaped } from './xml.ts';

/** One XML part under word/. */
export interface WordPart {
  /** "footnotes" for word/footnotes.xml. */
  name: string;
  /** The last word of its relationship and content type. */
  kind: string;
  /** Name of the root element without prefix. */
  root: string;
  xml: string;
  relationships: readonly PartRelationship[];
}

const namespaces = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The relationship of the main part that leads to another part. */
export const relationshipTo = (name: string): string => `rId-${name}`;

/** @param core the XML inside cp:coreProperties */
export function packageOf(
  main: WordPart,
  others: readonly WordPart[],
  core: string,
  data: Readonly<Record<string, string>> | null = null,
): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(others, data !== null),
    '_rels/.rels': relationshipsXml([
      { id: 'rId1', type: `${office}/officeDocument`, target: 'word/document.xml', external: false },
      {
        id: 'rId2',
        type: `${packages}/relationships/metadata/core-properties`,
        target: 'docProps/core.xml',
        external: false,
      },
    ]),
    'docProps/core.xml':
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
      ` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${core}</cp:coreProperties>`,
  };
  const links = others.map(({ name, kind }) => ({
    id: relationshipTo(name),
    type: kind,
    target: `${name}.xml`,
    external: false,
  }));
  const dataLinks =
    data === null ? [] : [{ id: 'rId-data', type: 'customXml', target: '../customXml/item1.xml', external: false }];
  if (data !== null) Object.assign(files, dataFiles(data));
  for (const part of [{ ...main, relationships: [...links, ...dataLinks, ...main.relationships] }, ...others]) {
    files[`word/${part.name}.xml`] =
      `${declaration}<w:${part.root}${namespaces} mc:Ignorable="w14 w15">${part.xml}</w:${part.root}>`;
    if (part.relationships.length > 0) files[`word/_rels/${part.name}.xml.rels`] = relationshipsXml(part.relationships);
  }
  const zipped: Zippable = {};
  for (const [name, content] of Object.entries(files)) zipped[name] = strToU8(content);
  // Zip files keep local times: a local midnight is the same bytes wherever this runs.
  return zipSync(zipped, { level: 6, mtime: new Date(2000, 0, 1) });
}

const customXml = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** A part of custom XML with its properties, by which Word knows it again. */
function dataFiles(values: Readonly<Record<string, string>>): Record<string, string> {
  const inside = Object.entries(values).map(([name, words]) => `<${name}>${escaped(words)}</${name}>`);
  return {
    'customXml/item1.xml': `${declaration}<data xmlns="${dataNamespace}">${inside.join('')}</data>`,
    'customXml/itemProps1.xml':
      `${declaration}<ds:datastoreItem ds:itemID="{6F1B0A52-3C55-4B8E-9B1D-5D0C3F2A7E41}" xmlns:ds="${customXml}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${dataNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': relationshipsXml([
      { id: 'rId1', type: 'customXmlProps', target: 'itemProps1.xml', external: false },
    ]),
  };
}

function contentTypes(parts: readonly WordPart[], data: boolean): string {
  const overrides = parts
    .map(({ name, kind }) => `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${kind}+xml"/>`)
    .join('');
  const properties = data
    ? '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
    : '';
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>${overrides}${properties}` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
  );
}

function relationshipsXml(relationships: readonly PartRelationship[]): string {
  const entries = relationships.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${attribute(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${entries.join('')}</Relationships>`;
}

const plain = ['title', 'subject', 'creator', 'language'] as const;
const own = ['keywords', 'category', 'revision'] as const;
const moments = ['created', 'modified'] as const;
const isMoment = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

const element = (name: string, value: string | undefined, attributes = ''): string =>
  value === undefined ? '' : `<${name}${attributes}>${escaped(value)}</${name}>`;

/** The document's own properties, as far as the format knows them. */
export function coreXml(properties: Readonly<Record<string, string>>): string {
  return (
    plain.map((name) => element(`dc:${name}`, properties[name])).join('') +
    own.map((name) => element(`cp:${name}`, properties[name])).join('') +
    moments
      .filter((name) => isMoment.test(properties[name] ?? ''))
      .map((name) => element(`dcterms:${name}`, properties[name], ' xsi:type="dcterms:W3CDTF"'))
      .join('')
  );
}

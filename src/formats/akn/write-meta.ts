/** What Akoma Ntoso says about a text: which one it is, by whom, when, and what happened to it. */
import { slugOf } from '#kernel/ids.ts';
import type { Modification } from './changes.ts';
import type { Ids } from './ids.ts';
import { element, type Markup } from '../xml/markup.ts';
import {
  dateOf,
  expressionUri,
  fullNameOf,
  shortNameOf,
  workUri,
  type NamedDate,
  type TextToWrite,
  type WritingOptions,
} from './names.ts';

interface Meta {
  prefix: string;
  ids: Ids;
  modifications: readonly Modification[];
}

/** Identification, life, changes, references and notes of a text. */
export function statementMeta(
  given: TextToWrite,
  meta: Meta,
  notes: readonly Markup[],
  options: WritingOptions,
): Markup {
  const work = workUri(given);
  const expression = expressionUri(given);
  const date = dateOf(revisionOf(given), options.adoptedOn);
  const source = `#${meta.prefix}tlc_throughline`;
  const author = `#${meta.prefix}tlc_body`;
  const changesBy = given.by === null ? author : `#${meta.prefix}tlc_proponent`;
  const references = referencesOf(given, meta);
  const { publication } = options;
  return element('meta', {}, [
    identification(source, [
      element('FRBRWork', {}, [
        ...named(work, date, author, '/!main'),
        element('FRBRcountry', { value: 'un' }),
        element('FRBRsubtype', { value: given.identity?.kind ?? 'text' }),
        element('FRBRnumber', { value: given.identity?.number ?? shortNameOf(given), showAs: fullNameOf(given) }),
      ]),
      element('FRBRExpression', {}, [
        ...named(expression, date, changesBy, '/!main'),
        element('FRBRlanguage', { language: 'eng' }),
      ]),
      manifestation(expression, source, options),
    ]),
    ...(publication === undefined
      ? []
      : [element('publication', { date: publication.date, name: 'publication', showAs: publication.name })]),
    ...lifecycleOf(given, meta, date, source),
    ...analysisOf(meta, changesBy),
    element('references', { source }, references),
    ...(notes.length === 0 ? [] : [element('notes', { source }, notes)]),
  ]);
}

/** Identification of an annex: a part of the work of its text. */
export function annexMeta(given: TextToWrite, part: string, meta: Meta, options: WritingOptions): Markup {
  const date = dateOf(revisionOf(given), options.adoptedOn);
  const source = `#${meta.prefix}tlc_throughline`;
  const author = `#${meta.prefix}tlc_body`;
  const expression = expressionUri(given);
  return element('meta', {}, [
    identification(source, [
      element('FRBRWork', {}, [
        ...named(workUri(given), date, author, `/!${part}`),
        element('FRBRcountry', { value: 'un' }),
      ]),
      element('FRBRExpression', {}, [
        ...named(expression, date, author, `/!${part}`),
        element('FRBRlanguage', { language: 'eng' }),
      ]),
      manifestation(expression, source, options, `/!${part}`),
    ]),
  ]);
}

/** Identification of a collection: the texts in it, by its title. */
export function collectionMeta(
  title: string,
  name: string,
  ids: Ids,
  options: WritingOptions,
  proposals: readonly { action: string; component: string; work: string }[],
): Markup {
  const uri = `/akn/un/documentCollection/${name}/${slugOf(title, 80) || 'unknown'}`;
  const expression = `${uri}/eng@`;
  const date: NamedDate = { date: options.writtenOn, name: 'compilation' };
  const source = '#tlc_throughline';
  return element('meta', {}, [
    identification(source, [
      element('FRBRWork', {}, [
        ...named(uri, date, source, '/!main'),
        element('FRBRcountry', { value: 'un' }),
        element('FRBRname', { value: title }),
      ]),
      element('FRBRExpression', {}, [
        ...named(expression, date, source, '/!main'),
        element('FRBRlanguage', { language: 'eng' }),
      ]),
      manifestation(expression, source, options),
    ]),
    ...(proposals.length === 0
      ? []
      : [
          element('analysis', { source }, [
            element(
              'activeModifications',
              {},
              proposals.map(({ action, component, work }) =>
                element('textualMod', { type: action, eId: ids.claim(`${component}__amod`) }, [
                  element('source', { href: `#${component}` }),
                  element('destination', { href: work }),
                ]),
              ),
            ),
          ]),
        ]),
    element('references', { source }, [writer(ids.claim('tlc_throughline'))]),
  ]);
}

const revisionOf = ({ identity, by }: TextToWrite) => by?.proposal.revision.after ?? identity?.revision ?? null;

const identification = (source: string, children: Markup[]): Markup => element('identification', { source }, children);

function named(uri: string, { date, name }: NamedDate, author: string, part: string): Markup[] {
  return [
    element('FRBRthis', { value: `${uri}${part}` }),
    element('FRBRuri', { value: uri }),
    element('FRBRdate', { date, name }),
    element('FRBRauthor', { href: author }),
  ];
}

function manifestation(expression: string, author: string, { writtenOn }: WritingOptions, part = '/!main'): Markup {
  return element('FRBRManifestation', {}, [
    ...named(`${expression}.xml`, { date: writtenOn, name: 'markup' }, author, part),
  ]);
}

const writer = (eId: string): Markup =>
  element('TLCObject', { eId, href: '/akn/ontology/object/throughline', showAs: 'Throughline' });

function referencesOf(given: TextToWrite, { prefix, ids }: Meta): Markup[] {
  const { identity, by } = given;
  const body = identity?.body ?? null;
  const organisation = (eId: string, name: string | null): Markup =>
    element('TLCOrganization', {
      eId: ids.claim(`${prefix}${eId}`),
      href: `/akn/ontology/organization/${slugOf(name ?? '', 80) || 'unknown'}`,
      showAs: name ?? 'unknown',
    });
  return [
    ...(by === null
      ? []
      : [
          element('original', {
            eId: ids.claim(`${prefix}ref_original`),
            href: workUri(given),
            showAs: fullNameOf({ ...given, text: null }),
          }),
          element('passiveRef', {
            eId: ids.claim(`${prefix}ref_source`),
            href: `/akn/un/statement/proposal/${slugOf(by.proposal.reference, 80)}`,
            showAs: by.proposal.reference,
          }),
        ]),
    organisation('tlc_body', body),
    ...(by === null ? [] : [organisation('tlc_proponent', by.proponent === '' ? null : by.proponent)]),
    element('TLCConcept', {
      eId: ids.claim(`${prefix}tlc_kind`),
      href: `/akn/ontology/concept/${identity?.kind ?? 'text'}`,
      showAs: identity?.kind ?? 'text',
    }),
    writer(ids.claim(`${prefix}tlc_throughline`)),
  ];
}

const eventType = (revised: boolean | undefined) => (revised === true ? 'amendment' : 'generation');

/** Adoption, and the amendment that a proposal asks for; nothing where no date is known. */
function lifecycleOf(given: TextToWrite, { prefix, ids }: Meta, date: NamedDate, source: string): Markup[] {
  const events: Markup[] = [];
  const add = (day: string, type: 'generation' | 'amendment' | 'repeal', by: string): void => {
    events.push(
      element('eventRef', { eId: ids.claim(`${prefix}event_${events.length + 1}`), date: day, type, source: by }),
    );
  };
  const adopted = given.identity?.revision ?? null;
  if (given.by === null) {
    if (date.name !== 'unknown') add(date.date, eventType(adopted?.revised), `#${prefix}tlc_body`);
  } else {
    const { action, revision } = given.by.proposal;
    if (revision.before !== null)
      add(dateOf(revision.before, undefined).date, eventType(revision.before.revised), `#${prefix}tlc_body`);
    if (action !== 'NOC' && date.name !== 'unknown') {
      const asked = action === 'SUP' ? 'repeal' : action === 'ADD' ? 'generation' : 'amendment';
      add(date.date, asked, `#${prefix}ref_source`);
    }
  }
  return events.length === 0 ? [] : [element('lifecycle', { source }, events)];
}

/** What the changes of a text do to it, each with the eIds of old and new words. */
function analysisOf({ modifications, prefix, ids }: Meta, source: string): Markup[] {
  if (modifications.length === 0) return [];
  const changes = modifications.map((modification, index) =>
    element('textualMod', { type: modification.type, eId: ids.claim(`${prefix}pmod_${index + 1}`) }, [
      element('source', { href: source }),
      element('destination', { href: `#${modification.destination}` }),
      ...modification.old.map((eId) => element('old', { href: `#${eId}` })),
      ...modification.new.map((eId) => element('new', { href: `#${eId}` })),
    ]),
  );
  return [element('analysis', { source: `#${prefix}tlc_throughline` }, [element('passiveModifications', {}, changes)])];
}

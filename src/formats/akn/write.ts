/** Legal texts as Akoma Ntoso 3.0 (OASIS LegalDocumentML 1.0), valid against its schema. */
import { refuse } from '#kernel/problem.ts';
import { Ids } from './ids.ts';
import { element, xmlOf, type Markup } from '../xml/markup.ts';
import { shortNameOf, fullNameOf, workUri, type TextToWrite, type WritingOptions } from './names.ts';
import { collectionMeta } from './write-meta.ts';
import { statementOf } from './write-text.ts';

/** White space inside these is part of the words, so none is added for looks. */
const holdWords = new Set([
  'p',
  'num',
  'heading',
  'docType',
  'docNumber',
  'docTitle',
  'docProponent',
  'ins',
  'del',
  'i',
]);

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * Writes texts as one file: one text that stands alone as a statement, several, or those of a contribution, as a
 * collection. Changes stand in the words as `ins` and `del`, and in the metadata as modifications.
 * @throws Refusal `nothing-to-write` for no text at all
 */
export function writeAkn(texts: readonly TextToWrite[], options: WritingOptions): string {
  if (texts.length === 0) {
    refuse(
      'nothing-to-write',
      'There is no legal text to write.',
      'Choose a file that holds a resolution or a proposal.',
    );
  }
  const ids = new Ids();
  const [only] = texts;
  const alone = texts.length === 1 && only !== undefined && only.by === null;
  const root = alone ? statementOf(only, '', ids, options) : collectionOf(texts, ids, options);
  return xmlOf(element('akomaNtoso', { xmlns: namespace }, [root]), holdWords);
}

/** What the actions of proposals do to the instruments they are about; no change does nothing. */
const asModification = { MOD: 'substitution', ADD: 'insertion', SUP: 'repeal', NOC: null } as const;

function collectionOf(texts: readonly TextToWrite[], ids: Ids, options: WritingOptions): Markup {
  const isContribution = texts.some(({ by }) => by !== null);
  const name = isContribution ? 'proposals' : 'adoptedTexts';
  const title = options.title ?? (isContribution ? 'Proposals' : 'Adopted texts');
  const components = texts.map((text) => ({ text, eId: ids.claim(shortNameOf(text)) }));
  const proposals = components.flatMap(({ text, eId }) => {
    const action = text.by === null ? null : asModification[text.by.proposal.action];
    return action === null ? [] : [{ action, component: eId, work: workUri(text) }];
  });
  const meta = collectionMeta(title, name, ids, options, proposals);
  return element('documentCollection', { name }, [
    meta,
    element('preface', {}, [
      element('longTitle', { eId: ids.claim('title') }, [element('p', {}, [element('docTitle', {}, [title])])]),
    ]),
    element(
      'collectionBody',
      {},
      components.map(({ text, eId }) =>
        element('component', { eId: ids.claim(`ref_${eId}`) }, [
          element('documentRef', { href: `#${eId}`, showAs: fullNameOf(text) }),
        ]),
      ),
    ),
    element(
      'components',
      {},
      components.map(({ text, eId }) => element('component', { eId }, [statementOf(text, `${eId}__`, ids, options)])),
    ),
  ]);
}

import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/problem.ts';
import type { Clause, LegalText, Proposal } from '#kernel/reading/index.ts';
import { aknOfTexts, type TextToWrite } from './index.ts';

const clause = (label: string | null, before: string | null, after = before, children: Clause[] = []): Clause => ({
  label: { printed: label ?? '', before: before === null ? null : label, after: after === null ? null : label },
  status: before === null ? 'inserted' : after === null ? 'deleted' : before === after ? 'kept' : 'changed',
  before,
  after,
  runs:
    before === after
      ? [{ text: before ?? '', change: 'same' }]
      : [
          ...(before === null ? [] : [{ text: before, change: 'deleted' as const }]),
          ...(after === null ? [] : [{ text: after, change: 'inserted' as const }]),
        ],
  certainty: 'sure',
  line: 5,
  children,
});

const text = (...clauses: Clause[]): LegalText => ({
  heading: 'RESOLUTION 71 (Rev. Oslo, 2018)',
  title: 'Reefs & <cables>',
  opening: 'The Assembly of the Oceanic Communications Union (Oslo, 2018),',
  sections: [
    {
      kind: 'preamble',
      heading: 'considering',
      status: 'kept',
      clauses: [clause('a)', 'that reefs are long,')],
      line: 3,
    },
    { kind: 'operative', heading: 'resolves', status: 'kept', clauses, line: 4 },
  ],
  annexes: [],
  footnotes: [],
});

const identity = {
  kind: 'resolution' as const,
  number: '71',
  revision: { place: 'Oslo', year: 2018, revised: true },
  body: 'Assembly of the Oceanic Communications Union',
};
const alone = (text: LegalText): TextToWrite => ({ identity, text, by: null });
const options = { writtenOn: '2026-05-04' };
const eIds = (xml: string): string[] =>
  [
    ...xml.matchAll(/<(?:recital|paragraph|point|item|recitals|hcontainer|attachment|component) [^>]*?eId="([^"]*)"/g),
  ].map((found) => found[1] ?? '');

const permanentId = (one: Clause): string | undefined => (one.before === 'to chart;' ? 'clause-0190' : undefined);

describe('eIds', () => {
  test('can be guessed from headings and labels, and no two are the same', () => {
    const given = text(
      clause('5', 'to chart:', 'to chart:', [
        clause('5.1', 'reefs;'),
        clause('a)', 'cables:', 'cables:', [clause('i)', 'long ones;')]),
      ]),
      clause('5', 'to count twice;'),
      clause('', 'to end;'),
      clause('6', 'to go', null),
    );
    expect(eIds(aknOfTexts([alone(given)], options))).toEqual([
      'considering',
      'considering__rec_a',
      'resolves',
      'resolves__para_5',
      'resolves__para_5.1',
      'resolves__para_5__point_a',
      'resolves__para_5__point_a__point_i',
      'resolves__para_5_2',
      'resolves__para_un3',
      'resolves__para_6-deleted',
    ]);
  });

  test('bear the name of the text in a collection', () => {
    const xml = aknOfTexts([alone(text(clause('1', 'to chart;'))), alone(text(clause('1', 'to lay;')))], options);
    expect(eIds(xml)).toEqual([
      'ref_res_71',
      'ref_res_71_2',
      'res_71',
      'res_71__considering',
      'res_71__considering__rec_a',
      'res_71__resolves',
      'res_71__resolves__para_1',
      'res_71_2',
      'res_71_2__considering',
      'res_71_2__considering__rec_a',
      'res_71_2__resolves',
      'res_71_2__resolves__para_1',
    ]);
  });

  test('stand beside the permanent name that the register gives, which survives renumbering', () => {
    const kept = clause('1', 'to chart;');
    const renumbered = { ...kept, label: { printed: '12', before: '1', after: '2' }, status: 'renumbered' as const };
    for (const one of [kept, renumbered]) {
      const xml = aknOfTexts([alone(text(one))], { ...options, permanentId });
      expect(/wId="([^"]*)"/.exec(xml)?.[1]).toBe('clause-0190');
    }
  });
});

describe('the metadata', () => {
  test('name the text by body, kind, number and year, and only the year of its adoption', () => {
    const xml = aknOfTexts([alone(text(clause('1', 'to chart;')))], options);
    expect(xml).toContain(
      '<FRBRuri value="/akn/un/statement/resolution/assembly-of-the-oceanic-communications-union/2018/71"/>',
    );
    expect(xml).toContain('<FRBRdate date="2018-01-01" name="yearOfAdoption"/>');
    expect(xml).toContain('<eventRef eId="event_1" date="2018-01-01" type="amendment" source="#tlc_body"/>');
    expect(xml).toContain('showAs="Assembly of the Oceanic Communications Union"');
    expect(xml).not.toContain('<publication');
  });

  test('say "unknown" of a text that does not name itself', () => {
    const xml = aknOfTexts([{ identity: null, text: text(clause('1', 'to chart;')), by: null }], options);
    expect(xml).toContain('<FRBRuri value="/akn/un/statement/text/unknown/unknown/unknown"/>');
    expect(xml).toContain('name="unknown"');
    expect(xml).not.toContain('<lifecycle');
  });

  test('tell each change with the eIds of its old and new words', () => {
    const xml = aknOfTexts(
      [alone(text(clause('1', 'to chart;', 'to lay;'), clause('2', null, 'to sail;'), clause('3', 'to wait.', null)))],
      options,
    );
    expect(
      [...xml.matchAll(/<textualMod type="(\w+)"[\s\S]*?<destination href="#([^"]*)"\/>([\s\S]*?)<\/textualMod>/g)].map(
        ([, type, where, words]) => [
          type,
          where,
          [...(words ?? '').matchAll(/<(old|new) href="#([^"]*)"/g)].map(([, side, eId]) => `${side} ${eId}`),
        ],
      ),
    ).toEqual([
      ['substitution', 'resolves__para_1', ['old resolves__para_1__del_1', 'new resolves__para_1__ins_1']],
      ['insertion', 'resolves__para_2', ['new resolves__para_2__num__ins_1', 'new resolves__para_2__ins_1']],
      [
        'repeal',
        'resolves__para_3-deleted',
        ['old resolves__para_3-deleted__num__del_1', 'old resolves__para_3-deleted__del_1'],
      ],
    ]);
    expect(xml).toContain(
      '<del eId="resolves__para_1__del_1">to chart;</del><ins eId="resolves__para_1__ins_1">to lay;</ins>',
    );
  });
});

test('a proposal without text is named by what it says of its target, under its code', () => {
  const proposal: Proposal = {
    serial: 4,
    reference: 'NIC/12A1/4',
    externalId: '77',
    bookmark: null,
    action: 'NOC',
    target: { kind: 'resolution', number: 71, part: null, isNew: false },
    title: { before: null, after: null },
    revision: { before: identity.revision, after: null },
    parts: { summary: null, introduction: null, proposal: null, reasons: null },
    text: null,
    plan: null,
    lines: [1, 2],
  };
  const xml = aknOfTexts([{ identity, text: null, by: { proponent: 'NIC', proposal } }], options);
  expect(xml).toContain('<p>NOC NIC/12A1/4#77</p>');
  expect(xml).toContain('<p><docType>RESOLUTION</docType> <docNumber>71</docNumber></p>');
  expect(xml).toContain('showAs="NIC/12A1/4"');
  expect(xml).not.toContain('activeModifications');
});

test('what XML has no place for is dropped, the rest escaped', () => {
  const given = { ...text(clause('1', 'to \u0000chart\u001b <reefs> & "cables"\ud800;')), title: 'A\ufffeB' };
  const xml = aknOfTexts([alone(given)], options);
  expect(xml).toContain('<p>to chart &lt;reefs&gt; &amp; &quot;cables&quot;;</p>');
  expect(xml).toContain('<docTitle>AB</docTitle>');
});

test('no text, no file', () => {
  expect(() => aknOfTexts([], options)).toThrow(Refusal);
});

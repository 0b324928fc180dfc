import { describe, expect, test } from 'vitest';
import type { Citation } from '#kernel/reading/index.ts';
import { linesOfText, sourceOfWord } from '../testing/documents.ts';
import { findCitations } from './find.ts';

function named(one: Citation['revision']): string {
  return one === null ? '' : ` ${one.revised ? 'Rev. ' : ''}${one.place} ${one.year}`;
}

/** "Resolution 5 (Rev. Lagos, 2014) = resolution PP 5 Rev. Lagos 2014" – one citation in one line. */
function shown({ text, kind, body, number, revision, superseded }: Citation): string {
  const old = superseded === null ? '' : ` (was${named(superseded)})`;
  return `${text} = ${kind} ${body ?? '?'} ${number}${named(revision)}${old}`.trim();
}

function cited(...lines: string[]): string[] {
  return findCitations(linesOfText(lines.join('\n'))).map(shown);
}

describe('resolutions, decisions, recommendations', () => {
  test('the body comes from the words around', () => {
    expect(
      cited('see Resolution 5 (Rev. Lagos, 2014) of the World Telecommunication Development Conference (WTDC),'),
    ).toEqual(['Resolution 5 (Rev. Lagos, 2014) = resolution WTDC 5 Rev. Lagos 2014']);
    expect(cited('Council Resolution 1332 and Decision 517, adopted by the Council at its session')).toEqual([
      'Resolution 1332 = resolution Council 1332',
      'Decision 517 = decision Council 517',
    ]);
    expect(cited('that WTSA adopted Resolution 32 (Rev. Lagos, 2013), on ships')).toEqual([
      'Resolution 32 (Rev. Lagos, 2013) = resolution WTSA 32 Rev. Lagos 2013',
    ]);
    expect(cited('of the United Nations Human Rights Council Resolution 20/8')).toEqual([
      'Resolution 20/8 = resolution HRC 20/8',
    ]);
    expect(cited('Resolution 5 on ships')).toEqual(['Resolution 5 = resolution ? 5']);
  });

  test('"this conference" is the one that speaks', () => {
    expect(
      cited(
        'RESOLUTION 1 (Lagos, 2030)',
        'The World Telecommunication Standardization Assembly (Lagos, 2030),',
        'Resolution 9 of this assembly,',
      ),
    ).toEqual(['Resolution 9 = resolution WTSA 9']);
  });

  test('where and when it was adopted tells the body where only one met there', () => {
    expect(
      cited('Resolution 5 (Rev. Busan, 2014), Resolution 6 (Rev. Hammamet, 2016), Resolution 7 (Geneva, 2015)'),
    ).toEqual([
      'Resolution 5 (Rev. Busan, 2014) = resolution PP 5 Rev. Busan 2014',
      'Resolution 6 (Rev. Hammamet, 2016) = resolution WTSA 6 Rev. Hammamet 2016',
      'Resolution 7 (Geneva, 2015) = resolution ? 7 Geneva 2015',
    ]);
  });

  test('a list shares its head, its revision and its body', () => {
    expect(cited('Resolutions 30,  and 37, and 50 (Rev. Lagos, 2014) of WTDC')).toEqual([
      'Resolutions 30 = resolution WTDC 30 Rev. Lagos 2014',
      '37 = resolution WTDC 37 Rev. Lagos 2014',
      '50 (Rev. Lagos, 2014) = resolution WTDC 50 Rev. Lagos 2014',
    ]);
    expect(cited('Resolutions 47, and 48 (Rev. Lagos, 2012), Resolutions 49 and 75 (Rev. Oslo, 2016) of WTSA')).toEqual(
      [
        'Resolutions 47 = resolution WTSA 47 Rev. Lagos 2012',
        '48 (Rev. Lagos, 2012) = resolution WTSA 48 Rev. Lagos 2012',
        'Resolutions 49 = resolution WTSA 49 Rev. Oslo 2016',
        '75 (Rev. Oslo, 2016) = resolution WTSA 75 Rev. Oslo 2016',
      ],
    );
  });

  test('flattened revisions show the older one too', () => {
    expect(cited('Resolution 23 (Rev. DubaiBuenos Aires, 20142017) of WTDC')).toEqual([
      'Resolution 23 (Rev. DubaiBuenos Aires, 20142017) = resolution WTDC 23 Rev. Buenos Aires 2017 (was Rev. Dubai 2014)',
    ]);
    expect(cited('UNGA Resolution 68/22072/228, on ships')).toEqual([
      'Resolution 68/22072/228 = resolution UNGA 72/228',
    ]);
    const [citation] = findCitations(
      sourceOfWord([{ text: ['see Resolution 7 (Rev. ', { del: 'Busan, 2014' }, { ins: 'Dubai, 2018' }, ')'] }]).lines,
    );
    expect(citation === undefined ? '' : shown(citation)).toBe(
      'Resolution 7 (Rev. Busan, 2014Dubai, 2018) = resolution PP 7 Rev. Dubai 2018 (was Rev. Busan 2014)',
    );
  });

  test('odd writings', () => {
    expect(
      cited('Resolution 85 WTDC 2017', 'the Agenda (Res. 200, Busan)', 'see Resolution\u00a0102(Rev. BUSAN, 2014)'),
    ).toEqual([
      'Resolution 85 WTDC 2017 = resolution WTDC 85 Buenos Aires 2017',
      'Res. 200, Busan = resolution PP 200',
      'Resolution 102(Rev. BUSAN, 2014) = resolution PP 102 Rev. Busan 2014',
    ]);
    expect(cited('Resolution ITU-R 48 and Recommendation ITU‑T D.50, Recommendation ITUT A.5')).toEqual([
      'Resolution ITU-R 48 = resolution RA 48',
      'Recommendation ITU‑T D.50 = recommendation ITU-T D.50',
      'Recommendation ITUT A.5 = recommendation ITU-T A.5',
    ]);
    expect(cited('resolution A.1119(30), resolution C 27/2008')).toEqual([
      'resolution A.1119(30) = resolution IMO A.1119(30)',
      'resolution C 27/2008 = resolution UPU C 27/2008',
    ]);
  });

  test('a body named elsewhere with the same text serves, where it is only one', () => {
    expect(
      cited(
        'Resolution 9 of WTSA',
        'Resolution 9 is old',
        'Resolution 5 of WTSA',
        'Resolution 5 of WTDC',
        'Resolution 5 is old',
      ),
    ).toEqual([
      'Resolution 9 = resolution WTSA 9',
      'Resolution 9 = resolution WTSA 9',
      'Resolution 5 = resolution WTSA 5',
      'Resolution 5 = resolution WTDC 5',
      'Resolution 5 = resolution ? 5',
    ]);
  });

  test('what is no citation', () => {
    expect(
      cited('the resolution of disputes', 'a decision in 2015', 'three recommendations', 'RESOLUTION 5 (Lagos, 2014)'),
    ).toEqual([]);
  });
});

describe('treaties', () => {
  test('articles and provisions with the treaty they belong to', () => {
    expect(cited('Article 19 of the Convention, and Articles 15 and 16 of the Radio Regulations')).toEqual([
      'Article 19 = article CV 19',
      'Articles 15 = article RR 15',
      '16 = article RR 16',
    ]);
    expect(cited('in line with No. 196 of the ITU Convention and No. 13 in Article 1 of the ITU Constitution')).toEqual(
      ['No. 196 = provision CV 196', 'No. 13 = provision CS 13', 'Article 1 = article CS 1'],
    );
    expect(cited('the band of RR 5.328AA')).toEqual(['RR 5.328AA = provision RR 5.328AA']);
    expect(cited('Article 10 of the Optional Protocol to the Convention on the Rights of the Child')).toEqual([
      'Article 10 = article ? 10',
    ]);
    expect(cited('ship No. 5 of the fleet')).toEqual([]);
  });
});

describe('goals, action lines, documents, questions', () => {
  test('goals, targets and indicators of the 2030 Agenda, not of a plan', () => {
    expect(
      cited(
        'SDG 9 and Target 9.c, SDG17',
        'SDG indicators (4.4.1, 5.b.1 and 17.8.1)',
        'the 2030 Agenda calls for safe ports vide goal 11',
      ),
    ).toEqual([
      'SDG 9 = sdg-goal SDG 9',
      'Target 9.c = sdg-target SDG 9.c',
      'SDG17 = sdg-goal SDG 17',
      '4.4.1 = sdg-indicator SDG 4.4.1',
      '5.b.1 = sdg-indicator SDG 5.b.1',
      '17.8.1 = sdg-indicator SDG 17.8.1',
      'goal 11 = sdg-goal SDG 11',
    ]);
    expect(cited('SDG Targets (indicator(s)): 1.4 (1.4.1), 4.A (4.A.1), 5.1 , 5.2 (5.2.1, 5.2.2)')).toHaveLength(8);
    expect(
      cited('Goal 2: Growth', 'Target 1.1: by 2030, more ships', 'the 17 Sustainable Development Goals (SDGs)'),
    ).toEqual([]);
  });

  test('action lines in lists', () => {
    expect(cited('Action Lines C2, C5 and C6', 'WSIS Action Lines; C2 (Infrastructure), C5 (Confidence)')).toEqual([
      'Action Lines C2 = wsis-line WSIS C2',
      'C5 = wsis-line WSIS C5',
      'C6 = wsis-line WSIS C6',
      'WSIS Action Lines; C2 = wsis-line WSIS C2',
      'C5 = wsis-line WSIS C5',
    ]);
  });

  test('United Nations documents and Questions under study', () => {
    expect(cited('the report A/72/492 and A/RES/70/1', 'ITU-D Question 3/2 and Questions 1/2 and 22-1/1')).toEqual([
      'A/72/492 = un-document UNGA A/72/492',
      'A/RES/70/1 = un-document UNGA A/RES/70/1',
      'Question 3/2 = question ITU-D 3/2',
      'Questions 1/2 = question ? 1/2',
      '22-1/1 = question ? 22-1/1',
    ]);
    expect(
      cited('General Assembly resolutions 71/243 of 21 December 2016 on ships and 72/279 of 31 May 2018 on reefs'),
    ).toEqual(['resolutions 71/243 = resolution UNGA 71/243', '72/279 = resolution UNGA 72/279']);
  });
});

describe('clauses of the text itself', () => {
  const text = [
    'instructs the Secretary-General',
    '6\tto sail;',
    '67\tto chart;',
    '78\tto report,',
    'resolves',
    'to lay cables.',
  ];

  test('letters, numbers, ranges, and a whole section', () => {
    expect(cited('as in considering d) and e) above')).toEqual(['considering d) = clause ? d)', 'e) = clause ? e)']);
    expect(cited('under resolves 1, 2 and 3 above')).toEqual([
      'resolves 1 = clause ? 1',
      '2 = clause ? 2',
      '3 = clause ? 3',
    ]);
    expect(cited('in resolves 2 1 to 13 11 of Resolution 25')).toEqual([
      'resolves 2 1 = clause ? 1',
      '13 11 = clause ? 11',
      'Resolution 25 = resolution ? 25',
    ]);
    expect(cited('described under bearing in mind above')).toEqual(['bearing in mind = clause ?']);
    expect(cited('which resolves 5 disputes a year')).toEqual([]);
  });

  test('a fused label is the new one', () => {
    expect(cited(...text, 'the report of instructs the Secretary-General 78 above')).toEqual([
      'instructs the Secretary-General 78 = clause ? 8',
    ]);
  });
});

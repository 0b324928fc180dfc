import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '#formats/sheets/index.ts';
import { writeXlsx, type WrittenCell } from '#formats/xlsx/index.ts';
import { buildXlsx } from '../../../../../testing/xlsx.ts';
import { checkDetails, nothingTyped, typedFrom } from '../details.ts';
import { columnOf } from './columns.ts';
import { judged, mergedDetails, readRoster, type ImportRow } from './rows.ts';
import { awayOfCell, countriesOfCell, helpCodes, languagesWithLevel, topicCodes } from './values.ts';

const csv = (text: string) => readRoster(openWorkbook(new TextEncoder().encode(text), 'list.csv'));
const rowsOf = (text: string): ImportRow[] => csv(text).flatMap((sheet) => sheet.rows);

describe('headings', () => {
  test.each([
    ['Name of the Expert', 'name'],
    ['FULL NAME *', 'name'],
    ['Organisation / Institution', 'organisation'],
    ['Organization', 'organisation'],
    ['E-mail address', 'email'],
    ['Tel. No.', 'telephone'],
    ['Areas of expertise', 'topics'],
    ['Main areas of expertise', 'core'],
    ['Type of assistance (training, study…)', 'modalities'],
    ['Working languages', 'languages'],
    ['Countries worked in', 'worked'],
    ['Country', 'country'],
    ['Nationality', 'nationality'],
    ['Not available', 'away'],
    ['Previous missions', 'missions'],
    ['Brief bio', 'summary'],
    ['Shoe size', null],
    ['', null],
  ])('“%s” means %s', (heading, key) => {
    expect(columnOf(heading)).toBe(key);
  });
});

const t = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;

describe('a list', () => {
  const usual = `Roster of the Union,,,,\r\nAs of May; ask the desk,,,,\r\n\r\nCountry,Shoe size,Name,Organisation,Areas of expertise\r\nTonga,41,Sina Vave,Tide Institute,"Spectrum; cyber security drills; knitting"\r\nNowhere,42,Tomasi Hau,,\r\n,,,,\r\nCountry,Shoe size,Name,Organisation,Areas of expertise\r\nFiji,,,Board of Waves,Broadcasting\r\n`;

  test('columns in any order, below notes; repeated headings and blank rows are no entries', () => {
    const [sheet] = csv(usual);
    expect(sheet?.columns).toEqual([
      { column: 'A', key: 'country' },
      { column: 'C', key: 'name' },
      { column: 'D', key: 'organisation' },
      { column: 'E', key: 'topics' },
    ]);
    expect(sheet?.leftOver).toEqual([{ column: 'B', heading: 'Shoe size' }]);
    expect(sheet?.rows.map(({ row, name }) => [row, name])).toEqual([
      [5, 'Sina Vave'],
      [6, 'Tomasi Hau'],
      [9, 'Board of Waves'],
    ]);
  });

  test('what is not understood is told with its cell; what cannot be is refused', () => {
    const [sina, tomasi, board] = rowsOf(usual);
    expect(sina?.details?.profile.topics.map(({ code }) => code)).toContain('spectrum');
    expect(sina?.problems).toEqual([
      { place: 'E5', message: '“knitting” is not understood and left out.', blocks: false },
    ]);
    expect(tomasi?.problems).toEqual([
      { place: 'A6', message: '“Nowhere” is not understood and left out.', blocks: false },
    ]);
    expect(board?.details).toMatchObject({ kind: 'organisation', name: 'Board of Waves', organisation: '' });
  });

  test('ways to reach people go to their own fields, and are taken out of texts', () => {
    const [row] = rowsOf(
      'Name,E-mail,Mobile,Profile,Experience\nSina Vave,sina@tides.example; other@tides.example,+676 555 0100,Engineer. Write to sina@tides.example.,Cables in Fiji',
    );
    expect(row?.details).toMatchObject({ email: 'sina@tides.example', telephone: '+676 555 0100' });
    expect(JSON.stringify(row?.details?.profile)).not.toContain('tides.example');
    expect(row?.problems.map(({ place }) => place)).toEqual(['D2']);
    const [wrong] = rowsOf('Name,E-mail\nSina Vave,not an address');
    expect(wrong).toMatchObject({ details: null, problems: [{ place: 'B2', blocks: true }] });
  });

  test('two rows of headings, the upper one over merged cells; dates, errors and given names', () => {
    const xml =
      `<sheetData><row r="1">${t('Experts')}</row>` +
      `<row r="3"><c r="A3" t="inlineStr"><is><t>Person</t></is></c><c r="C3" t="inlineStr"><is><t>Countries</t></is></c></row>` +
      `<row r="4">${['First name', 'Surname', 'worked in', 'based in', 'Languages'].map(t).join('')}</row>` +
      `<row r="5">${t('Sina')}${t('Vave')}${t('Fiji, Samoa')}${t('Tonga')}<c t="e"><v>#N/A</v></c></row></sheetData>` +
      '<mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="C3:D3"/></mergeCells>';
    const book = openWorkbook(
      buildXlsx({
        sheets: [
          { name: 'Pool', xml },
          { name: 'Notes', xml: `<sheetData><row>${t('nothing here')}</row></sheetData>` },
        ],
      }),
      'a.xlsx',
    );
    const [pool, notes] = readRoster(book);
    expect(pool?.rows).toHaveLength(1);
    expect(pool?.rows[0]).toMatchObject({
      key: 'Pool 5',
      name: 'Sina Vave',
      details: { country: 'TO', profile: { places: [{ country: 'FJ' }, { country: 'WS' }] } },
      problems: [{ place: 'E5', message: 'The cell holds an error (#N/A).', blocks: false }],
    });
    expect(notes?.remark).toContain('No table of experts was found');
  });

  test('whatever the cells hold, each row is an entry or has a problem that says why not', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('Fiji', 'Training', 'English (native)', 'a@b.example', '=1', null),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 6 }), (cells) => {
        const columns = ['Name', 'Country', 'E-mail', 'Languages', 'Kinds of help', 'Not available'].map((name) => ({
          name,
        }));
        const rows = cells.map((row): WrittenCell[] => row);
        const sheets = readRoster(openWorkbook(writeXlsx([{ name: 'A', columns, rows }]), 'a.xlsx'));
        for (const row of sheets.flatMap((sheet) => sheet.rows)) {
          expect(row.details !== null || row.problems.some(({ blocks }) => blocks)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('values', () => {
  test('as people write them', () => {
    expect(languagesWithLevel('English (fluent), Tongan – native; French').values).toEqual([
      { language: 'en', level: 'fluent' },
      { language: 'to', level: 'native' },
      { language: 'fr', level: 'work' },
    ]);
    expect(helpCodes('Training courses\nworkshop or seminar; policy review, dancing')).toEqual({
      values: ['training', 'workshop', 'policy_review'],
      unknown: ['dancing'],
    });
    expect(countriesOfCell('Fiji, Samoa; Hong Kong, China').values).toEqual(['Fiji', 'Samoa', 'Hong Kong, China']);
    expect(awayOfCell('May 2027 to July 2027; 2027-11').values).toEqual([
      { from: '2027-05', to: '2027-07' },
      { from: '2027-11', to: '2027-11' },
    ]);
    expect(awayOfCell('in summer').unknown).toEqual(['in summer']);
    expect(topicCodes('Quality of service and consumers').values).toEqual(['qos_consumer']);
  });
});

const known = (name: string, organisation: string, more = {}) => {
  const { details } = checkDetails({ ...nothingTyped, name, organisation, ...more });
  if (details === null) throw new Error('The known entry cannot be kept.');
  return { id: `id of ${name}, ${organisation}`, name, organisation, details };
};

describe('what is known already', () => {
  const list = 'Name,Organisation,Country\nSina Vave,Tide Institute,Tonga\n';

  test('the same name and organisation, in any spelling, is the same; a blank cell changes nothing', () => {
    const entry = known('SINA VAVE', 'The Tide Institute', { country: 'Tonga', summary: 'Engineer' });
    expect(judged(rowsOf(list), [entry])[0]).toMatchObject({ state: 'known', changes: [] });
    const other = known('Sina Vave', 'Tide Institute', { country: 'Fiji', summary: 'Engineer' });
    const [row] = judged(rowsOf(list), [other]);
    expect(row).toMatchObject({ state: 'changed', changes: ['country'], candidates: [{ id: other.id }] });
    expect(row === undefined ? null : mergedDetails(other.details, row)).toMatchObject({
      country: 'TO',
      profile: { summary: 'Engineer' },
    });
  });

  test('the same name elsewhere is left to a person; twice in the list is told', () => {
    const entry = known('Sina Vave', 'Board of Waves');
    expect(judged(rowsOf(list), [entry])[0]).toMatchObject({ state: 'unsure', candidates: [{ id: entry.id }] });
    expect(judged(rowsOf(`${list}SINA VAVE,tide institute,Tonga`), []).map(({ state }) => state)).toEqual([
      'new',
      'twice',
    ]);
  });
});

test('the form of an entry shows what was typed', () => {
  const typed = {
    ...nothingTyped,
    name: 'Sina Vave',
    country: 'Hong Kong, China',
    worked: 'Fiji\nHong Kong, China',
    topics: ['spectrum', 'licensing'],
    core: ['licensing'],
    languages: [{ language: 'fr', level: 'fluent' }],
    away: [{ from: '2027-05', to: '' }],
  };
  const { details } = checkDetails(typed);
  const names: Record<string, string> = { HK: 'Hong Kong, China', FJ: 'Fiji' };
  expect(details === null ? null : typedFrom(details, (iso2) => names[iso2] ?? iso2)).toEqual({
    ...typed,
    away: [{ from: '2027-05', to: '2027-05' }],
  });
  const wrong = checkDetails({ ...typed, name: ' ', away: [{ from: 'May', to: '' }], summary: 'Call +676 555 0100' });
  expect(new Set(wrong.problems.map(({ place }) => place.field))).toEqual(new Set(['away', 'name', 'summary']));
});

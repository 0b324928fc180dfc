/** Requests to the texts room that no form and no editor of ours sends: each is answered in words, none breaks anything. */
import { beforeAll, describe, expect, test } from 'vitest';
import { client, signedInClient, type Answer, type Client } from './http.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const known = { draft: '', preparation: '', consolidation: '', about: '', body: '' };
let admin: Client;

const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  admin.post(address, new URLSearchParams(fields), headers);

async function opened(answer: Promise<Answer>): Promise<string> {
  const { status, headers, text } = await answer;
  if (status !== 303) throw new Error(`${status}: ${text.slice(0, 300)}`);
  return headers.get('location') ?? '';
}

/** What the steps endpoint says to a body, whatever it is. */
async function send(body: BodyInit, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${workbench.address}${known.draft}/steps`, {
    method: 'POST',
    body,
    headers: { cookie: admin.cookie ?? '', origin: workbench.address, 'content-type': 'application/json', ...headers },
  });
  return { status: answer.status, text: await answer.text() };
}
const document = async () =>
  JSON.parse((await admin.get(`${known.draft}/document`)).text) as { version: number; document: unknown };

const head = { proponent: 'NIC', conference: 'Assembly', place: 'Apia', year: '2025', number: '88', addendum: '' };
const garbage = ['', '-1', '99999999999', '9'.repeat(400), '\u0000', '\ud800', 'x'.repeat(99_999), '9999-99-99'].concat(
  '00000000-0000-0000-0000-000000000000',
  'text:zzz',
  'draft:\u0000',
  'take-999',
  '__proto__',
);

beforeAll(async () => {
  const { name, password } = workbench.administrator;
  admin = await signedInClient(workbench.address, name, password);
  const draft = await opened(post('/texts/drafts/new', { text: 'resolution-4-suva-2021', title: 'Odd requests' }));
  known.draft = draft.replace('/edit', '');
  known.preparation = await opened(post('/texts/preparations/new', { ...head, title: 'T', template: 'conference' }));
  const choices = await admin.get(`${known.preparation}/proposals/new`);
  known.about = /value="(text:[0-9a-f-]{36})"/.exec(choices.text)?.[1] ?? '';
  const proposal = { symbol: 'NOC', about: known.about, summary: 's', reasons: 'r' };
  await opened(post(`${known.preparation}/proposals/new?/save`, proposal));
  known.consolidation = await opened(post('/texts/instruments/resolution-4/clashes', {}));
  known.body = /href="(\/texts\/bodies\/[^"]+)"/.exec((await admin.get('/texts/bodies')).text)?.[1] ?? '';
}, 120_000);

/** Every form of the room, with values that would do; each field is then filled with garbage in turn. */
const forms = (): [address: string, fields: Record<string, string>][] => {
  const { draft, preparation, consolidation, about, body } = known;
  const version = '1';
  const words = { symbol: 'NOC', title: '', summary: 's', introduction: '', reasons: 'r' };
  return [
    ['/texts/drafts/new', { text: 'resolution-4-suva-2021', title: 'One more' }],
    [`${draft}/change`, { version: '0', block: 'title', what: 'reword', wording: 'New words', reason: 'why' }],
    [`${draft}/check`, { version: '0', line: '6', from: 'the', to: 'a', why: '' }],
    [`${draft}/history`, { version: '0', state: '0' }],
    ['/texts/preparations/new', { ...head, title: 'T', template: 'conference' }],
    [`${preparation}/edit`, { version, ...head, title: 'T', template: 'conference' }],
    [`${preparation}/proposals/new?/save`, { about, ...words }],
    [`${preparation}/proposals/1?/save`, { version, renew: 'no-such-draft', ...words }],
    [`${preparation}/proposals/1?/remove`, { version: '77' }],
    [`${preparation}?/move`, { serial: '1', to: '1' }],
    [`${preparation}?/remove`, { serial: '77', version }],
    [`${preparation}?/conclude`, { version }],
    [
      `${preparation}/support`,
      { version, members: 'x', replyBy: '2999-01-01', leastSupport: '25', mostOpposition: '50' },
    ],
    [`${preparation}/reply`, { member: 'x', 'answer-1': 'supporting', 'remark-1': '' }],
    [`${preparation}?/submit`, { version: '77' }],
    [`${consolidation}?/settle`, { version, conflict: 'x', choice: 'words', words: 'x' }],
    [`${consolidation}?/reopen`, { version, conflict: 'x' }],
    [`${consolidation}?/return`, { version: '77', number: '1' }],
    ['/texts/instruments/resolution-4?/suppress', { place: '', year: '2030' }],
    ['/texts/instruments/resolution-4?/withdraw', { suppression: 'x' }],
    ['/texts/conferences/plenipotentiary-assembly-apia-2025', { version: '77', firstDay: '', lastDay: '' }],
    [`${body}?/name`, { name: 'The same Assembly' }],
    [`${body}?/join`, { version, into: 'x' }],
    [`${body}?/part`, { version, parted: 'x' }],
  ];
};

test('garbage in any field of any form is answered, and never breaks', { timeout: 120_000 }, async () => {
  const broken: string[] = [];
  for (const [address, fields] of forms()) {
    for (const field of Object.keys(fields)) {
      const answers = await Promise.all(garbage.map((value) => post(address, { ...fields, [field]: value })));
      for (const [index, { status }] of answers.entries()) {
        if (status >= 500) broken.push(`${address} ${field}=${garbage[index]?.slice(0, 40)}: ${status}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

test('so are odd questions and addresses', { timeout: 120_000 }, async () => {
  const odd = [
    '9999-99-99',
    'NaN',
    '-1',
    '1.5',
    '1e400',
    '99999999999',
    '%00',
    '%ed%a0%80',
    'x'.repeat(6000),
    '..%2f..',
  ].concat('__proto__', 'constructor', 'a%3Ab%3Ac', "'%22%3E%3Cscript%3E");
  const { draft, preparation, consolidation } = known;
  const asked = [`${draft}?state=`, `${draft}?view=`, `${draft}/change?block=`, `${draft}/steps?since=`]
    .concat(`${draft}/document?version=`, `${consolidation}?state=`, `${preparation}/reply?member=`)
    .concat(`${preparation}/reply-form.docx?member=`, '/texts/drafts/new?text=', '/texts?at=', '/texts/clashes?theme=')
    .concat('/texts/compare?from=', '/texts/compare?from=resolution-4-suva-2021&to=', '/texts/clashes?conference=')
    .concat('/texts/instruments/resolution-4?at=', '/texts/instruments/resolution-4/clashes?by=', '/texts/bodies/')
    .concat('/texts/instruments/resolution-4/clashes?only=', '/texts/drafts/', '/texts/preparations/', '/texts/fate/')
    .concat('/texts/consolidations/', '/texts/conferences/', `${preparation}/proposals/`, `${draft}/as/`)
    .concat('/texts/resolution-4-suva-2021/history/', '/texts/resolution-4-suva-2021/as/');
  const broken: string[] = [];
  for (const beginning of asked) {
    for (const value of odd) {
      const twice = beginning.endsWith('=') ? `&${beginning.split(/[?&]/).at(-1)}${value}` : '';
      const { status } = await admin.get(`${beginning}${value}${twice}`);
      if (status >= 500) broken.push(`${beginning}${value.slice(0, 40)}: ${status}`);
    }
  }
  expect(broken).toEqual([]);
});

const insert = (text: string, more: object = {}): object => ({
  stepType: 'replace',
  from: 1,
  to: 1,
  slice: { content: [{ type: 'text', text, ...more }] },
});
const sent = (steps: unknown, version: number): string => JSON.stringify({ version, client: 'odd', steps });
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

describe('steps of a draft', () => {
  test('that are none, or do not fit, are refused in words and leave the draft as it was', async () => {
    const before = await document();
    const { version } = before;
    const bodies: Record<string, BodyInit> = {
      empty: '',
      'no JSON': '{',
      nothing: 'null',
      'a list': '[]',
      'no UTF-8': Uint8Array.of(0x7b, 0x22, 0xff, 0xfe),
      'nested without end': deep,
      'steps nested without end': `{"version":${version},"client":"x","steps":${deep}}`,
      'a slice nested without end': `{"version":${version},"client":"x","steps":[{"stepType":"replace","from":1,"to":1,"slice":{"content":${deep}}}]}`,
      'a broken version': sent([], 0.5),
      'a version below all': sent([], -1e300),
      'a version above all': sent([], 1e300),
      'a version to come': sent([insert('x')], version + 1),
      'a long name': JSON.stringify({ version, client: 'x'.repeat(100), steps: [] }),
      'too many': sent(Array(1001).fill(insert('x')), version),
      '10 MB': sent([insert('x'.repeat(10_000_000))], version),
      'NUL characters': sent([insert('a\u0000b')], version),
      'half a character': sent([insert('a\ud800b')], version),
      'a step type of the language': `{"version":${version},"client":"x","steps":[{"stepType":"__proto__"}]}`,
      'another prototype': `{"__proto__":{"version":${version}},"client":"x","steps":[]}`,
      'no steps': sent([null, 1, 'x', [], {}], version),
      'a node of the language': sent([{ ...insert('x'), slice: { content: [{ type: 'constructor' }] } }], version),
      'a mark of the language': sent([insert('x', { marks: [{ type: '__proto__' }] })], version),
      'a mark without its attributes': sent([insert('x', { marks: [{ type: 'comment' }] })], version),
      'attributes of a wrong type': sent(
        [insert('x', { marks: [{ type: 'insertion', attrs: { id: 5, author: {}, at: [] } }] })],
        version,
      ),
      'places that are none': sent([{ stepType: 'replace', from: -5, to: 1e9 }], version),
      'a place between two': sent([{ ...insert('x'), from: 1.5, to: 1.7 }], version),
      'a wrapping that turns over': sent(
        [{ stepType: 'replaceAround', from: 0, to: 1e9, gapFrom: 5, gapTo: 2, insert: 1e9 }],
        version,
      ),
      'a draft without its title': sent([{ stepType: 'replace', from: 0, to: 20 }], version),
    };
    const wrong: string[] = [];
    for (const [what, body] of Object.entries(bodies)) {
      const { status, text } = await send(body);
      const said = text.includes('"problem"');
      if (status !== 400 || !said) wrong.push(`${what}: ${status} ${text.slice(0, 80)}`);
    }
    expect(wrong).toEqual([]);
    expect(await document()).toEqual(before);
  });

  test('are kept without what came along', async () => {
    const { version } = await document();
    expect((await send(sent([{ ...insert('x'), secret: 'y'.repeat(1000) }], version))).status).toBe(200);
    const kept = await admin.get(`${known.draft}/steps?since=${version}`);
    expect(kept.text).toContain('"stepType":"replace"');
    expect(kept.text).not.toContain('secret');
  });

  test('are not taken from pages of another site, nor from strangers', async () => {
    const { version } = await document();
    const body = sent([insert('evil')], version);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const { status } = await send(body, { origin: 'https://elsewhere.example', 'content-type': type });
      expect([type, status]).toEqual([type, 403]);
    }
    expect((await send(body, { cookie: '' })).status).toBe(403);
    expect((await document()).version).toBe(version);
  });
});

test('no form of the room is taken from another site, or from somebody who is not signed in', async () => {
  const stranger = client(workbench.address);
  for (const [address, fields] of forms()) {
    const foreign = await post(address, fields, { origin: 'https://elsewhere.example' });
    expect([address, foreign.status]).toEqual([address, 403]);
    const { status } = await stranger.post(address, new URLSearchParams(fields));
    expect([address, status >= 400 && status < 500]).toEqual([address, true]);
  }
});

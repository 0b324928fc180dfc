import { expect, test } from 'vitest';
import { anybody, may, maySee, onlyFor, Role, Visibility, type Viewer } from './policy.ts';

const own = '11111111-1111-7111-8111-111111111111';
const other = '22222222-2222-7222-8222-222222222222';
const viewer = (role: Role, organisation: string | null = own): Viewer => ({
  account: 'a',
  name: role,
  role,
  organisation,
});

/** Rows: what a record says; columns: who sees it. Written out, because this table is the promise to our users. */
const table: [Visibility, string][] = [
  ['public', 'public member expert partner drafter secretariat administrator'],
  ['members', 'member drafter secretariat administrator'],
  ['partners', 'partner secretariat administrator'],
  ['parties', 'secretariat administrator'],
  ['secretariat', 'secretariat administrator'],
];

test.each(table)('records for "%s" are seen by %s', (visibility, roles) => {
  const seen = Role.options.filter((role) => maySee(viewer(role), { visibility, parties: [other] }).allowed);
  expect(seen.join(' ')).toBe(roles);
});

test('an organisation sees what concerns it, and nothing else that is not open to its role', () => {
  for (const role of ['member', 'expert', 'partner'] as const) {
    expect(maySee(viewer(role), { visibility: 'parties', parties: [other, own] }).allowed).toBe(true);
    expect(maySee(viewer(role, null), { visibility: 'parties', parties: [own] }).allowed).toBe(false);
    expect(maySee(viewer(role), { visibility: 'secretariat', parties: [own] }).allowed).toBe(false);
  }
});

test('a field that may not be seen is null, not empty and not masked', () => {
  expect(onlyFor(anybody, 'secretariat', 'name at example')).toBeNull();
  expect(onlyFor(viewer('secretariat'), 'secretariat', 'name at example')).toBe('name at example');
});

test('refusals tell visitors to sign in and others who may', () => {
  expect(may(anybody, 'read-files')).toEqual({
    allowed: false,
    why: 'Sign in to bring files into intake and see their readings.',
  });
  expect(may(viewer('member'), 'manage-people')).toEqual({
    allowed: false,
    why: 'Member administration may not manage organisations and accounts.',
  });
  expect(may(viewer('drafter'), 'read-files').allowed).toBe(true);
  expect(may(viewer('drafter'), 'accept-readings').allowed).toBe(false);
});

test('every visibility is opened to the secretariat', () => {
  for (const visibility of Visibility.options) {
    expect(maySee(viewer('secretariat', null), { visibility }).allowed).toBe(true);
  }
});

test('texts are drafted by drafters, the secretariat and administrators', () => {
  const drafting = Role.options.filter((role) => may(viewer(role), 'draft-texts').allowed);
  expect(drafting).toEqual(['drafter', 'secretariat', 'administrator']);
});

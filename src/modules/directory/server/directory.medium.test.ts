import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../testing/database.ts';
import { organisationNamed } from './index.ts';

const database = useDatabase();

describe('organisations', () => {
  const named = { key: 'Ministry of Tides', name: 'Ministry of Tides' };

  test('of one name in two countries are two; without a country, the name means the only one there is', async () => {
    const context = database.context();
    const first = await organisationNamed(context, { ...named, country: 'FJ' });
    expect((await organisationNamed(context, named)).id).toBe(first.id);
    const second = await organisationNamed(context, { ...named, country: 'TO' });
    expect(second.id).not.toBe(first.id);
    expect(
      (await organisationNamed(context, { key: 'MINISTRY OF  TIDES', name: 'The Ministry for Tides', country: 'FJ' }))
        .id,
    ).toBe(first.id);
    expect([first.id, second.id]).not.toContain((await organisationNamed(context, named)).id);
  });

  test('an organisation learns its other names', async () => {
    const context = database.context();
    const board = await organisationNamed(context, { key: 'TGB', name: 'Tide Gauge Board' });
    const again = await organisationNamed(context, { key: 'TGB', name: 'Board of Tide Gauges' });
    expect(again).toMatchObject({ id: board.id, name: 'Tide Gauge Board', variants: ['Board of Tide Gauges'] });
    expect((await organisationNamed(context, { key: 'BTG', name: 'board of the tide gauges' })).id).toBe(board.id);
  });
});

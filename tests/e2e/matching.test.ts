/**
 * From the requests in circulation to the administration's choice: the secretariat looks at why somebody fits, weighs
 * otherwise, proposes and changes the proposal by hand; the administration compares the offers and chooses. With script
 * and without.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Context } from '#modules/access/server/index.ts';
import { organisationNamed } from '#modules/directory/server/index.ts';
import { agreeAsItStands, assistancePlan, changeOffer, moveOffer, openOffer } from '#modules/missions/server/index.ts';
import { scripting, useBrowser } from './browser.ts';
import { beside, password, peopleOf } from './missions.ts';
import { useWorkbench } from './workbench.ts';

const cycle = '/missions/ocu-expert-mission-2026';
const ports = 'Fiji: Security of the data centre for ports';
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();
const press = (page: Page | Locator, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The score of the best candidate for the request of the ports. */
async function scoreOf(page: Page): Promise<number> {
  const row = page.getByRole('region', { name: ports }).getByRole('row', { name: /Marama Keel/ });
  return Number(await row.getByRole('cell').first().innerText());
}

/** A request that is in circulation, with the administration that made it. */
const asked = [
  { slug: 'ocu-expert-mission-2026-2-fiji', administration: 'Harbour Data Agency', theme: '40' },
  {
    slug: 'ocu-expert-mission-2026-5-republic-of-talava',
    administration: 'Authority for Islands and Airwaves',
    theme: '30',
  },
] as const;

/**
 * An offer that is being settled with the administration.
 * @param requested what the organiser should pay; may be blank
 * @returns its address's last part
 */
async function offerOf(context: Context, by: string, application: string, requested: string): Promise<string> {
  const { id: organisation } = await organisationNamed(context, { key: by, name: by, country: 'NZ' });
  const slug = await openOffer(context, { organisation, applications: [application] });
  const said = { details: `${by} sends two people.`, schedule: 'March 2091: visit', outcomes: 'A report.', requested };
  await changeOffer(context, slug, {
    answers: Object.entries(said).map(([key, text]) => ({
      key,
      text,
      chosen: [],
      other: '',
      revision: 0,
      was: null,
      empty: text === '',
    })),
    costs: {
      revision: 0,
      was: null,
      lines: [
        {
          id: 'line-1',
          category: 'travel',
          text: 'Flights',
          quantity: '2',
          unit: 'flight',
          price: '900',
          amount: '1800',
          currency: 'USD',
          shares: requested === '' ? [] : [{ who: 'organiser', share: '100' }],
        },
      ],
    },
    experts: {
      revision: 0,
      was: null,
      people: [{ name: 'Ana Vea', organisation: by, role: 'lead', person: null, email: '', telephone: '' }],
    },
  });
  for (const to of ['received', 'coordination'] as const) {
    await moveOffer(context, slug, (await assistancePlan(context, slug)).version, to);
  }
  return slug;
}

describe.each(scripting.map((one, index) => ({ ...one, ...asked[index]! })))('$named', (run) => {
  const { script, slug, administration, theme } = run;
  // One of its own for each, with the example cycle: what is kept and chosen is there for good.
  const workbench = useWorkbench({ THROUGHLINE_EXAMPLES: 'files and cycle' });
  const visitor = useBrowser(workbench);

  test('the secretariat reads why somebody fits, and weighs otherwise', async () => {
    const staff = await visitor.administrator({ script });
    await staff.goto(`${cycle}/matching`);
    expect(await staff.getByRole('region', { name: ports }).innerText()).toContain(
      'Both speak of cybersecurity, technical.',
    );
    const before = await scoreOf(staff);

    await staff.getByRole('link', { name: `All candidates, point by point for ${ports}` }).click();
    const marama = staff.getByRole('region', { name: /^Marama Keel/ });
    const quoted = marama.getByRole('link', { name: 'Security of the data centre', exact: true });
    expect(await quoted.getAttribute('href')).toMatch(/^\/missions\/applications\/ocu-expert-mission-2026-2-fiji#/);
    await quoted.click();
    await staff.waitForURL(/\/missions\/applications\/ocu-expert-mission-2026-2-fiji/);
    expect(await main(staff)).toContain('The data centre that serves all ports');

    await staff.goto(`${cycle}/matching`);
    await staff.locator('summary', { hasText: 'Weights and rules' }).click();
    await staff.getByLabel('Theme').fill('10');
    await press(staff, 'Look with these');
    await staff.getByText('You are looking with other weights').waitFor();
    expect(await scoreOf(staff)).toBeLessThan(before);
    await staff.getByRole('link', { name: 'Back to those of the cycle' }).click();
    await staff.waitForURL((url) => url.search === '');
    expect(await scoreOf(staff)).toBe(before);

    await staff.locator('summary', { hasText: 'Weights and rules' }).click();
    await staff.getByLabel('Theme').fill('many');
    await press(staff, 'Keep weights and rules for this cycle');
    await staff.getByRole('alert').waitFor();
    expect(await staff.getByLabel('Theme').inputValue()).toBe('many');
    await staff.getByLabel('Theme').fill(theme);
    await press(staff, 'Keep weights and rules for this cycle');
    await staff.locator('summary', { hasText: 'Weights and rules' }).waitFor();
    expect(await scoreOf(staff)).toBeLessThan(before);
  });

  test('it proposes who helps whom, and changes the proposal by hand with a reason', async () => {
    const staff = await visitor.administrator({ script });
    await staff.goto(`${cycle}/matching`);
    await staff.getByRole('link', { name: 'Who helps whom, for all requests' }).click();
    await press(staff, 'Propose who helps whom');
    const row = staff.getByRole('row', { name: /Security of the data centre for ports/ });
    await row.getByRole('link', { name: 'Marama Keel' }).waitFor();

    await row.getByText('Change', { exact: false }).first().click();
    await row.getByLabel('Take out Marama Keel, because').fill('She sits on the board of the ports.');
    await press(row, 'Take out');
    await row.getByText('Nobody.').waitFor();
    expect(await main(staff)).toContain('She sits on the board of the ports.');

    await row.getByText('Change', { exact: false }).first().click();
    const again = row.getByLabel('Put in').getByRole('option', { name: /^Marama Keel/ });
    await row.getByLabel('Put in').selectOption((await again.getAttribute('value')) ?? '');
    await row.getByLabel('because', { exact: true }).fill('She left the board.');
    await press(row, 'Put in');
    await row.getByRole('link', { name: 'Marama Keel' }).waitFor();
    await staff.reload();
    const kept = await main(staff);
    expect(kept).toContain('She sits on the board of the ports.');
    expect(kept).toContain('She left the board.');
  });

  test('the administration compares the offers side by side, declines one and chooses the other', async () => {
    const address = `/missions/applications/${slug}/offers`;
    const signInName = `chooser-${theme}`;
    await peopleOf(workbench, { key: administration, name: administration }, [{ name: signInName, role: 'member' }]);
    await peopleOf(workbench, { key: 'Office of Lagoon Networks', name: 'Office of Lagoon Networks', country: 'WS' }, [
      { name: `stranger-${theme}`, role: 'member' },
    ]);
    const offer = await beside(workbench, async (context) => {
      await offerOf(context, 'Commission for Southern Networks', slug, 'The flights.');
      return offerOf(context, 'Atoll Engineering Partners', slug, '');
    });
    const stranger = await visitor.signedIn(`stranger-${theme}`, password, { script });
    expect((await stranger.goto(address))?.status()).toBe(404);

    const beneficiary = await visitor.signedIn(signInName, password, { script });
    await beneficiary.goto(`/missions/applications/${slug}`);
    await beneficiary.getByRole('link', { name: 'Offers for this request' }).click();
    const compared = await main(beneficiary);
    expect(compared).toContain('Atoll Engineering Partners sends two people.');
    expect(compared).toContain('By the words of the form: The offering organisation bears all costs.');
    expect(compared).toContain('Atoll Engineering Partners: USD 1,800');
    expect(compared).toContain('Oceanic Communications Union: USD 1,800');

    const dear = beneficiary.getByRole('region', { name: 'Commission for Southern Networks' });
    await press(dear, 'Decline it');
    await beneficiary.getByRole('alert').waitFor();
    await dear.getByLabel('Your reason').fill('The other offer asks the Union for nothing.');
    await press(dear, 'Decline it');
    await beneficiary.getByText('Declined', { exact: true }).waitFor();

    const free = beneficiary.getByRole('region', { name: 'Atoll Engineering Partners' });
    expect(await free.innerText()).toContain('It is not agreed yet who bears 1 cost line.');
    expect(await free.getByRole('button', { name: 'Choose this offer' }).count()).toBe(0);
    await beside(workbench, async (context) => {
      await agreeAsItStands(context, offer, (await assistancePlan(context, offer)).version);
    });
    await beneficiary.reload();
    await press(free, 'Choose this offer');
    await beneficiary.getByText('An offer is settled for this request.').waitFor();
    const chosen = await main(beneficiary);
    expect(chosen).toContain('The other offer asks the Union for nothing.');
    expect(chosen).not.toContain('Choose this offer');

    const staff = await visitor.administrator({ script });
    await staff.goto(address);
    expect(await main(staff)).toContain(`by Person ${signInName}`);
  });
});

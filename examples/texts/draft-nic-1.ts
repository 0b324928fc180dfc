/** The new resolution that the Northern Islands Conference proposes. */
import type { ResolutionText } from '../house/legal-text.ts';

export const draftNic1: ResolutionText = {
  number: 'NIC-1',
  revision: { place: 'Apia', year: 2025, revised: false },
  title: 'Pooling satellite capacity for remote communities',
  notes: {
    pool: 'The pool is the satellite capacity that administrations and operators buy together under one contract.',
  },
  preamble: [
    {
      heading: 'recalling',
      clauses: [
        'Resolution~4 (Rev.~Suva, 2021) of this Assembly, on connecting small and outer islands',
        'Resolution~12 (Suva, 2021) of this Assembly, on early warning over public networks',
        'target 9.c of the Sustainable Development Goals, on access to information and communications technology',
      ],
    },
    {
      heading: 'considering',
      clauses: [
        'that small buyers pay up to four times the price that large buyers pay for the same satellite capacity',
        'that most outer islands use their capacity for a few hours of the day and leave it idle at night',
        'that contracts of three years and more are beyond the annual budgets of most island councils',
      ],
    },
    {
      heading: 'recognizing',
      clauses: [
        'that five administrations of the Northern Islands bought capacity together in 2023, and that the price of each fell by a third',
        'that capacity bought together can be shifted within minutes to an island struck by a cyclone',
      ],
    },
    {
      heading: 'mindful',
      clauses: ['that no administration should be obliged to buy more than it needs'],
    },
  ],
  operative: [
    {
      heading: 'resolves',
      clauses: [
        'that the Union shall set up a pool of satellite capacity[^pool] for remote communities, which any Member State may join and leave at the end of a year',
        'that each member of the pool shall pay for the capacity that it orders, and for no other',
        {
          text: 'that capacity which a member does not use shall be offered, in this order:',
          parts: [
            'to members struck by a disaster, free of charge',
            'to schools and clinics of other members, at half the price',
            'to any other member, at the price of the contract',
          ],
        },
        'that the contract shall be put out to tender at least every five years',
      ],
    },
    {
      heading: 'instructs the Secretary-General',
      clauses: [
        'to publish the first call for tenders before the end of 2026',
        'to consult the members of the pool before each contract is signed or renewed',
        'to present to the Council each year the accounts of the pool, audited separately from those of the Union',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Networks',
      clauses: [
        'to measure the use of the capacity on each island, and to publish the results once a quarter',
        'to define the minimum quality that a supplier must offer',
      ],
    },
    {
      heading: 'instructs the Council',
      clauses: [
        'to review the accounts of the pool and to end it where it does not cover its costs for two years in a row',
      ],
    },
    {
      heading: 'invites Member States',
      clauses: [
        'to inform the Secretary-General of their needs for the years 2027 to 2030',
        'to admit the terminals of the pool without a separate licence for each of them',
      ],
    },
    {
      heading: 'invites Sector Members',
      clauses: ['to make unused capacity of their own available to the pool in the case of a disaster'],
    },
  ],
};

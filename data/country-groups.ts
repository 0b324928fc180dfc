/**
 * Sub-regions and groups of countries, by ISO 3166-1 letters: Asia without Western Asia, and Oceania.
 *
 * Facts of the United Nations Statistics Division's M49 ("Standard country or area codes for statistical use"), taken
 * from its list as published with the country codes of github.com/datasets/country-codes (commit 16582cca, UNSD list
 * without Bhutan, Samoa and Vanuatu among the least developed, so after December 2023). Membership of the groups changes
 * with time; `groupsAsOf` says for which time this list stands. No statement on the status of any territory is meant.
 */
export const groupsAsOf = '2024';

/** Sub-regions by M49, each with its countries and the other words under which texts speak of it. */
export const subRegions: readonly { name: string; words: readonly string[]; countries: readonly string[] }[] = [
  { name: 'Central Asia', words: [], countries: 'KZ KG TJ TM UZ'.split(' ') },
  { name: 'Eastern Asia', words: ['East Asia'], countries: 'CN HK MO KP JP MN KR'.split(' ') },
  {
    name: 'South-eastern Asia',
    words: ['South-East Asia', 'Southeast Asia', 'South East Asia', 'ASEAN'],
    countries: 'BN KH ID LA MY MM PH SG TH TL VN'.split(' '),
  },
  { name: 'Southern Asia', words: ['South Asia', 'SAARC'], countries: 'AF BD BT IN IR MV NP PK LK'.split(' ') },
  { name: 'Australia and New Zealand', words: [], countries: 'AU NZ'.split(' ') },
  { name: 'Melanesia', words: ['Pacific Islands', 'Pacific island countries'], countries: 'FJ NC PG SB VU'.split(' ') },
  {
    name: 'Micronesia',
    words: ['Pacific Islands', 'Pacific island countries'],
    countries: 'GU KI MH FM NR MP PW'.split(' '),
  },
  {
    name: 'Polynesia',
    words: ['Pacific Islands', 'Pacific island countries'],
    countries: 'AS CK PF NU WS TO TV'.split(' '),
  },
];

/** Groups by need of help. */
export const countryGroups: readonly {
  code: string;
  name: string;
  words: readonly string[];
  countries: readonly string[];
}[] = [
  {
    code: 'ldc',
    name: 'least developed countries',
    words: ['least developed countr*', 'LDC', 'LDCs'],
    countries: 'KH LA MM TL AF BD NP SB KI TV'.split(' '),
  },
  {
    code: 'lldc',
    name: 'landlocked developing countries',
    words: ['landlocked developing countr*', 'LLDC', 'LLDCs'],
    countries: 'KZ KG TJ TM UZ MN LA AF BT NP'.split(' '),
  },
  {
    code: 'sids',
    name: 'small island developing States',
    words: ['small island developing', 'small island*', 'SIDS', 'Pacific island*'],
    countries: 'SG TL MV FJ NC PG SB VU GU KI MH FM NR MP PW AS CK PF NU WS TO TV'.split(' '),
  },
];

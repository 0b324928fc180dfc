/** Invented organisations, experts and offers that answer the real call of 2023. Nothing here stands in the document. */

/** Who belongs to the organiser beside those who applied. `invited`: the circulation of the letter goes to them. */
export const others = [
  { name: 'Administration of Southern Seas', country: 'NZ', category: 'member', fellowship: false, invited: true },
  { name: 'Administration of Western Seas', country: 'AU', category: 'member', fellowship: false, invited: true },
  { name: 'Administration of Northern Straits', country: 'JP', category: 'member', fellowship: null, invited: false },
  { name: 'Administration of High Valleys', country: 'NP', category: 'member', fellowship: true, invited: false },
  { name: 'Administration of a Free Port', country: 'NU', category: 'associate', fellowship: null, invited: true },
  { name: 'Institute for Island Law', country: 'NZ', category: 'affiliate', fellowship: null, invited: true },
  { name: 'Coral Sea Broadband', country: 'AU', category: 'affiliate', fellowship: null, invited: true },
  { name: 'Atoll Engineering Partners', country: 'AU', category: 'affiliate', fellowship: null, invited: true },
] as const;

/** An affiliate that had left before the letter went out. */
export const former = { name: 'Harbour Cables of Old', country: 'SG', until: '2021-12-31' } as const;

/** What an entry of the roster says; everything else stays empty. */
export const experts = [
  {
    name: 'Tevita Marsh',
    organisation: 'Institute for Island Law',
    country: 'New Zealand',
    core: ['licensing', 'market_competition'],
    topics: ['ict_policy'],
    modalities: ['policy_review', 'policy_draft'],
    worked: 'Samoa',
    summary: 'Lawyer for the licensing framework of networks and services.',
    experience: 'Review of a licensing framework, Samoa, 2021',
  },
  {
    name: 'Marama Keel',
    organisation: 'Coral Sea Broadband',
    country: 'Australia',
    core: ['cyber_policy', 'cyber_skills'],
    topics: ['cyber_technical'],
    modalities: ['training', 'assessment'],
    worked: 'Tonga',
    summary: 'Builds cyber security skills and writes national strategies for cyber security.',
    experience: 'Strategy for cyber security, Tonga, 2022',
  },
  {
    name: 'Ana Loiseau',
    organisation: 'Atoll Engineering Partners',
    country: 'Australia',
    core: ['broadband', 'infrastructure'],
    topics: ['ict_policy'],
    modalities: ['study', 'workshop'],
    worked: 'Bhutan',
    summary: 'Engineer. Reviews broadband policy against what networks can carry.',
    experience: 'Broadband policy, 2020',
  },
  {
    name: 'Oma Reed',
    organisation: '',
    country: 'Pakistan',
    core: ['licensing'],
    topics: [],
    modalities: ['policy_review'],
    worked: '',
    summary: 'Consultant for licensing.',
    experience: '',
  },
] as const;

/** What the plans of assistance say. `request`: the number of the request in the call. */
export const offers = {
  /** Written in the browser; nothing is said of what the organiser should pay. */
  blank: {
    by: 'Coral Sea Broadband',
    request: 10,
    details: 'A training for trainers in cyber security, and a review of the strategy.',
    schedule: 'June 2023: training\nAugust 2023: review\nSeptember 2023: report',
    outcomes: 'Forty trained trainers',
    requested: '',
    cost: { category: 'fee', text: 'Work of two trainers', amount: '8000' },
    expert: 'Marama Keel',
  },
  /** Written in the browser; asks that the organiser pays the travel. */
  travel: {
    by: 'Institute for Island Law',
    request: 9,
    details: 'A lawyer reviews the licensing framework and drafts changes.',
    schedule: 'June 2023: hearing of operators\nJuly 2023: workshop\n30 September 2023: final report',
    outcomes: 'Draft of a licensing framework',
    requested: 'The travel of one expert.',
    cost: { category: 'travel', text: 'One return flight and five nights', amount: '3100' },
    expert: 'Tevita Marsh',
  },
  /** Filled in Word. */
  word: {
    by: 'Atoll Engineering Partners',
    request: 3,
    details: 'Two engineers review the broadband policy.',
    schedule: 'July 2023: review',
    outcomes: 'A reviewed broadband policy',
    cost: { category: 'travel', text: 'Two return flights', quantity: '2', unit: 'persons', amount: '5200' },
    expert: 'Ana Loiseau',
  },
} as const;

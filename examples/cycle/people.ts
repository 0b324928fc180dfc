/** Members, experts and offers of the example cycle. Countries are real, bodies and people are invented. */

/** Whether members are entitled to fellowships decides who is asked for help. */
export const members = [
  { name: 'Ministry of Tides and Communications (MTC)', country: 'FJ', category: 'member', fellowship: true },
  { name: 'Office of Lagoon Networks', country: 'WS', category: 'member', fellowship: true },
  { name: 'Department of Signals and Skies', country: 'TO', category: 'member', fellowship: true },
  { name: 'Authority for Islands and Airwaves', country: null, category: 'member', fellowship: true },
  { name: 'Commission for Southern Networks', country: 'NZ', category: 'member', fellowship: false },
  { name: 'Coral Sea Broadband', country: 'AU', category: 'affiliate', fellowship: null },
  { name: 'Institute for Island Law', country: 'NZ', category: 'affiliate', fellowship: null },
  { name: 'Atoll Engineering Partners', country: 'AU', category: 'affiliate', fellowship: null },
] as const;

/** What an entry of the roster says; everything else stays empty. */
export const experts = [
  {
    name: 'Tevita Marsh',
    organisation: 'Institute for Island Law',
    country: 'New Zealand',
    core: ['emergency_telecom', 'licensing'],
    topics: ['ict_policy'],
    modalities: ['policy_draft', 'workshop'],
    languages: [{ language: 'English', level: 'native' }],
    worked: 'Vanuatu\nSamoa',
    summary:
      'Lawyer. Drew up rules for warnings over mobile networks in two small States and led the talks with operators.',
    experience:
      'Rules for warnings over mobile networks, Vanuatu, 2023\nReview of licences of mobile operators, Samoa, 2021',
  },
  {
    name: 'Ana Loiseau',
    organisation: 'Atoll Engineering Partners',
    country: 'Australia',
    core: ['satellite_imt', 'spectrum'],
    topics: ['licensing'],
    modalities: ['study', 'training'],
    languages: [
      { language: 'English', level: 'fluent' },
      { language: 'French', level: 'native' },
    ],
    worked: 'Tonga\nFrench Polynesia',
    summary: 'Engineer for satellite systems and the use of frequencies by visiting terminals.',
    experience: 'Licensing of satellite terminals on ships and aircraft, French Polynesia, 2024',
  },
  {
    name: 'Peniata Rook',
    organisation: 'Commission for Southern Networks',
    country: 'New Zealand',
    core: ['universal_service', 'market_competition'],
    topics: ['broadband', 'rural_access'],
    modalities: ['study', 'policy_review'],
    languages: [{ language: 'English', level: 'native' }],
    worked: 'Samoa',
    summary: 'Economist. Designed how a universal service fund pays the running costs of rural sites.',
    experience: 'Universal service fund: rules of payment, 2022',
  },
  {
    name: 'Marama Keel',
    organisation: 'Coral Sea Broadband',
    country: 'Australia',
    core: ['cyber_technical', 'data_centres'],
    topics: ['cyber_policy'],
    modalities: ['assessment', 'training'],
    languages: [{ language: 'English', level: 'native' }],
    worked: 'Fiji',
    summary: 'Tests the security of data centres and trains those who run them.',
    experience: 'Penetration tests of a port authority and training of its staff, 2025',
  },
] as const;

const days = (amount: string, quantity: string, price: string, text: string) => ({
  category: 'fee',
  text,
  quantity,
  unit: 'day',
  price,
  amount,
  currency: 'USD',
});
const sum = (category: 'travel' | 'documentation' | 'logistics', text: string, amount: string) => ({
  category,
  text,
  quantity: '',
  unit: '',
  price: '',
  amount,
  currency: 'USD',
});

/** Offers as they were sent in. Where nothing is said of what the Union should pay, the offering side bears all. */
export const offers = [
  {
    by: 'Institute for Island Law',
    answers: ['ocu-expert-mission-2026-1-fiji'],
    day: '2026-03-20',
    text: {
      details:
        'Two lawyers review the Act on Disasters and the licences of the operators.\nA workshop of two days in Suva agrees the procedure for warnings over mobile networks.\nWe draft the regulations with a commentary.',
      schedule:
        '4 May 2026: first talks over the network\nJune 2026: workshop in Suva\nJuly 2026: draft report with the regulations\n28 August 2026: final report',
      outcomes: 'Draft regulations on warnings with a commentary\nA procedure agreed between authorities and operators',
      requested: 'The travel of two experts.',
    },
    costs: [
      { ...days('12000', '20', '600', 'Work of two lawyers'), shares: [{ who: 'offerer', share: '100' }] },
      { ...sum('travel', 'Two return flights and eight nights', '6400'), shares: [{ who: 'organiser', share: '100' }] },
      { ...sum('logistics', 'Room and interpretation', '1500'), shares: [{ who: 'beneficiary', share: '100' }] },
    ],
    experts: [{ name: 'Tevita Marsh', organisation: 'Institute for Island Law', role: 'lead' }],
  },
  {
    by: 'Atoll Engineering Partners',
    answers: ['ocu-expert-mission-2026-4-tonga'],
    day: '2026-03-25',
    text: {
      details:
        'A study of how other States license satellite terminals of visitors, with two models for Tonga.\nTraining of three days for the staff who issue the licences.',
      schedule: 'July 2026: analysis\nSeptember 2026: workshop in Nukuʻalofa\nNovember 2026: final report',
      outcomes: 'Study with two models\nTrained staff',
      requested: '',
    },
    costs: [{ ...days('9000', '15', '600', 'Work of an engineer'), shares: [] }],
    experts: [{ name: 'Ana Loiseau', organisation: 'Atoll Engineering Partners', role: 'lead' }],
  },
  {
    by: 'Commission for Southern Networks',
    answers: ['ocu-expert-mission-2026-3-samoa'],
    day: '2026-03-30',
    text: {
      details:
        'Review of the fund’s rules and of its payments since 2020, and proposals how it can bear running costs.',
      schedule: 'October 2026: review\nNovember 2026: talks in Apia',
      outcomes: 'Proposals for the rules of the fund',
      requested: '',
    },
    costs: [{ ...sum('travel', 'One return flight and five nights', '3100'), shares: [] }],
    experts: [{ name: 'Peniata Rook', organisation: 'Commission for Southern Networks', role: 'expert' }],
  },
] as const;

/** Pairs of resolutions of invented bodies, with the edits a conference makes. See `notation.ts`. */
import { usual, type Pair } from './notation.ts';

export const resolutions: Pair[] = [
  {
    name: 'clauses added at start, middle and end',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 5 (Rev. {Lagos, 2014→Oslo, 2018})
  T Safety of submarine cables
  O The Assembly of the Oceanic Communications Union ({Lagos, 2014→Oslo, 2018}),
  H considering
+ * that reefs move, and that charts which are older than ten years mislead the crews of cable ships;
  * that cables carry nearly all traffic between the islands;
  * that anchors cause two out of three breaks{,→;}
+ * that repairs take nine days on average,
  H noting
  * the report of the Secretary-General on breaks between 2010 and 2013;
  * the work of the Cable Protection Panel,
  H resolves
  * to keep a register of landings;
+ * to publish the register every six months;
  * to ask operators for the position of each joint;
  * to review this resolution at the next session{.→;}
+ * to hold a workshop on anchoring before 2020.
  H instructs the Secretary-General
  * to keep the register open to all Member States;
+ * to train harbour masters of small ports in reading charts of cables;
  * to report each year to the Council.
`,
  },
  {
    name: 'clauses deleted, reworded lightly, numbers and a not',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 11 (Rev. Quito, 2016)
  T {Use→Fair use} of orbital slots by small administrations
  O The Plenary Meeting of the Northern Spectrum Forum (Quito, 2016),
  H recalling
- * Article 12 of the Constitution, on the rights of members;
  * Resolution 3 (Rev. {Tunis, 2012→Quito, 2016}) of this Meeting, on the sharing of slots;
  * Decision 7 of the Council,
  H considering
  * that {forty→forty-two} administrations have no slot of their own;
  * that the fee of {5 000→7 500} francs is beyond the means of small {→island }administrations;
- * that idle slots are rarely returned;
  * that a slot which is not used for {three→five} years may be withdrawn,
  H resolves
  * that fees shall {→not }be raised before 2020;
  * that idle slots {may→shall} be returned {within two years→without delay};
- * that the Panel shall meet twice a year;
  * that the secretariat shall keep a list of idle slots{→ and publish it every year},
  H invites Member States
  * to declare{→, by 31 March of each year,} the slots they do not use;
  * to offer {them→idle slots} to administrations of their region.
`,
  },
  {
    name: 'moved within and across sections, and reordered sections',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 21 (Accra, 2019)
  T Warning of tsunamis over public networks
  O The Assembly of the Oceanic Communications Union (Accra, 2019),
  H considering
<1 * that sirens fail when the power supply of a coast is lost;
  * that messages reach nine out of ten households within a minute;
  * that tourists cannot read warnings in the language of the place;
  * that false alarms make people careless;
>1 * that sirens fail when the power supply of a coast is lost;
<2 * that training of wardens needs steady funds from several donors,
  H recognizing
  * that the meteorological services decide when a warning is sent;
>2 * that training of wardens needs steady funds from several donors{,→;}
  * that operators bear the cost of delivery,
  H resolves
  * to agree on one signal for all coasts;
<3 * to lend portable stations to administrations struck by a wave;
  * to test the signal twice a year;
  * to publish the results of the tests,
  H instructs the Secretary-General
  * to keep the list of contacts up to date;
>3 * to lend portable {stations→transmitters} to administrations struck by a wave;
  * to report to the next session.
`,
  },
  {
    name: 'sections renamed, added and dropped',
    labels: { a: { ...usual, operative: '1.' }, b: { ...usual, operative: '1.' } },
    source: `
  R RESOLUTION 33 (Rev. Bergen, 2017)
  T Repair of telephones
  O The Conference of the Nordic Islands Council (Bergen, 2017),
  H considering{→ further}
  * that most broken telephones could be repaired;
  * that spare parts are sold by the maker only,
- H bearing in mind
- * the directive of 2009 on waste of electric devices,
+ H welcoming
+ * the offer of the city of Bergen to host a workshop,
  H resolves
  * to encourage the sale of spare parts;
  * to set up a register of repairers,
  H instructs the {Director of the Bureau→Secretary-General}
  * to draw up the form of the register;
  * to keep prices of parts under review,
+ H invites manufacturers
+ * to publish manuals of repair in all languages of the Council;
+ * to sell parts for at least seven years,
  H encourages Member States
  * to exempt parts from duties.
`,
  },
  {
    name: 'a clause becomes sub-clauses, split and joined clauses',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 40 (Suva, 2021)
  T Post by drone to outer islands
  O The Assembly of the Oceanic Communications Union (Suva, 2021),
  H considering
  * that boats call at outer islands only twice a month;
  * that drones have carried medicines on three routes since 2018,
  H resolves
  * to encourage administrations to open routes{ for drones, to train pilots and to share weather data→}:
+ ** for medicines and laboratory samples;
+ ** for letters and parcels below two kilograms;
+ *** except where birds breed;
+ *** except near airports;
  * to adopt common rules for landing sites{, and to review them every second year→};
+ * to review them every second year;
  * to collect reports of accidents{→ and to make them public};
- * to make them public;
  * to cooperate with the Aviation Office,
  H instructs the Director
  * to prepare a handbook;
  ** with maps of landing sites;
  ** with a list of {contacts→points of contact};
  * to assist administrations.
`,
  },
  {
    name: 'only place, year and the text cited changed',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 2 (Rev. {Lima, 2010→Doha, 2014})
  T Languages of the Forum
  O The Plenary Meeting of the Northern Spectrum Forum ({Lima, 2010→Doha, 2014}),
  H recalling
  * Resolution 2 (Rev. {Cairo, 2006→Lima, 2010}) of this Meeting,
  H resolves
  * to publish all texts in four languages;
  * to interpret plenary meetings in four languages,
  H instructs the secretariat
  * to report on costs to the meeting of {2014→2018}.
`,
  },
  {
    name: 'heavily reworded clauses in their places',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 58 (Rev. Geneva, 2015)
  T Numbering of emergency services
  O The Assembly of the Oceanic Communications Union (Geneva, 2015),
  H considering
  * that a caller {in distress seldom remembers the local number→who needs help should never have to know which digits the place uses};
  * that one number for the whole region would save lives,
  H resolves
  * to reserve the number 115 for {ambulance services in every member country by the end of the decade→fire brigades, the police and medical help on land and at sea};
  * to exempt calls to it from all charges;
  * to require that the position of the caller be sent with the call,
  H invites operators
  * to test the number {twice a year→every month, at night and by day}.
`,
  },
];

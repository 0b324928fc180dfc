/** Pairs of decisions, recommendations and texts with annexes, notes and levels. See `notation.ts`. */
import { usual, type Pair } from './notation.ts';

const decimal = { preamble: 'a)', operative: '1', second: '1.1', third: '1.1' } as const;

export const further: Pair[] = [
  {
    name: 'labels from a) to 1., nothing else',
    labels: { a: { ...usual, preamble: 'a)' }, b: { ...usual, preamble: '1.', operative: '1.' } },
    source: `
  R DECISION 6 (Rev. Malmö, 2013)
  T Working methods of the Panel
  O The Council of the Nordic Islands Council (Malmö, 2013),
  H considering
  * that papers arrive too late to be read;
  * that meetings last longer than planned;
  * that travel costs grow,
  H decides
  * to close the list of papers ten days before a meeting;
  * to limit speeches to five minutes;
  * to hold every second meeting online.
`,
  },
  {
    name: 'only quotes, hyphens, spaces and final signs changed',
    labels: { a: usual, b: usual },
    source: `
  R DECISION 9 (Oslo, 2018)
  T Names of stations
  O The Council of the Oceanic Communications Union (Oslo, 2018),
  H considering
  * that {"call signs"→\u201ccall signs\u201d} differ from coast to coast;
  * that {cross-border→cross\u2011border} traffic grows;
  * that names of {10 km→10\u00a0km} stretches are confused;
  * that the Union{'→\u2019}s list is old,
  H decides
  * to adopt the list of names of the annex;
  * to review it every year{.→;}
+ * to print it in colour.
`,
  },
  {
    name: 'a short clause that stands twice, and once more',
    labels: { a: usual, b: usual },
    source: `
  R RECOMMENDATION 4 (Rev. Dakar, 2012)
  T Radio for fishing boats
  O The Assembly of the Oceanic Communications Union (Dakar, 2012),
  H recommends administrations
  * to report every year;
  * to equip all boats longer than eight metres with radio;
  * to keep watch on channel 16;
+ * to test radios before each season;
  * to inform the secretariat of losses,
  H recommends operators
  * to report every year;
  * to relay distress calls free of charge;
+ * to keep watch on channel 16;
  * to inform the secretariat of losses,
  H invites the Secretary-General
  * to report every year;
- * to inform the secretariat of losses;
  * to keep a list of stations.
`,
  },
  {
    name: 'sub-clauses to three levels in decimal numbers',
    labels: { a: decimal, b: decimal },
    source: `
  R RESOLUTION 70 (Rev. Nadi, 2020)
  T Measures against interference
  O The Plenary Meeting of the Northern Spectrum Forum (Nadi, 2020),
  H resolves
  * that administrations measure:
  ** the level of noise in towns;
  *** at noon;
  *** at midnight;
+ *** on feast days;
  ** the level of noise {in→near} harbours;
+ ** the traffic of radar stations on the coast;
  ** the sources of noise found;
  * that results be sent to the secretariat{→ within thirty days};
- * that the Panel publish a yearbook:
- ** with tables;
- ** with maps;
  * that harmful sources be closed down:
  ** at once where life is in danger;
  ** within a month in all other cases.
`,
  },
  {
    name: 'annexes and footnotes',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 81 (Rev. Apia, {2013→2017})
  T Statistics of the Union
  O The Assembly of the Oceanic Communications Union (Apia, {2013→2017}),
  H resolves
  * to collect the figures of Annex 1 from small^1 administrations;
  * to publish them{→ free of charge};
  * to follow the timetable of Annex 2,
  H instructs the Secretary-General
  * to check the figures^2 before they are published.
  F 1 Administrations with fewer than {50 000→80 000} inhabitants.
  F 2 Checks are made by sampling{→ and by visits to the place}.
  A ANNEX 1 TO RESOLUTION 81 (Rev. Apia, {2013→2017})
  AT {Figures→List of figures} to be collected
  * lines in service at the end of the year;
+ * lines in service in schools;
  * staff by age and sex;
  * income from telephone {→and data }services.
  A ANNEX 2 TO RESOLUTION 81 (Rev. Apia, {2013→2017})
  AT Timetable
  * forms are sent in January;
- * reminders are sent in March;
  * figures are published in {June→May}.
`,
  },
  {
    name: 'clauses without labels and bullets',
    labels: { a: { ...usual, operative: '–' }, b: { ...usual, operative: '–' } },
    source: `
  R RECOMMENDATION 12 (Turku, 2011)
  T Masts on protected land
  O The Conference of the Nordic Islands Council (Turku, 2011),
  H considering
  * that masts are seen from afar,
  H noting
  * that {→migrating }birds avoid lit masts,
  H recommends
  * to use masts which stand already;
  * to paint new masts in the colours of the land;
+ * to switch off lights during migration;
  * to take down masts {that are →}no longer used,
  H invites universities
  * to study the effects of lights on birds{→ and insects}.
`,
  },
  {
    name: 'the same text twice',
    labels: { a: usual, b: usual },
    source: `
  R DECISION 14 (Riga, 2022)
  T Archives
  O The Council of the Oceanic Communications Union (Riga, 2022),
  H considering
  * that paper decays;
  * that films are lost,
  H decides
  * to copy all papers before 1990;
  ** by scanning;
  ** by hand where scanning would harm them;
  * to open the archives to the public.
`,
  },
  {
    name: 'many edits at once',
    labels: { a: usual, b: usual },
    source: `
  R RESOLUTION 90 (Rev. {Porto, 2015→Split, 2019})
  T Schools on the network
  O The Plenary Meeting of the Northern Spectrum Forum ({Porto, 2015→Split, 2019}),
  H recalling
  * Resolution 14 (Rev. Porto, 2015) of this Meeting, on schools;
+ * Resolution 88 (Split, 2019) of this Meeting, on the safety of children;
  * the final report of the {first→second} Summit of Teachers,
  H considering
- * that few schools have a connection;
  * that teachers need time to learn;
<1 * that pupils of distant islands stay at home during storms;
  * that textbooks on paper are out of date when they arrive,
  H recognizing
>1 * that pupils of distant islands stay at home during storms;
  * that lessons by radio have been given since 1974{→ with success},
  H resolves
  * to connect every school with more than {fifty→twenty} pupils;
+ * to protect the data of pupils;
  * to lend devices to teachers{→ and pupils};
  * to support lessons by radio{,→;}
<2 * to review progress every four years,
+ * to seek partners among foundations,
  H instructs the Director of the Bureau
+ * to draw up a guide on the protection of data;
  * to collect examples of good lessons;
- * to maintain the website of schools;
>2 * to review progress every {four→two} years{,→;}
  * to report to the next Meeting.
`,
  },
];

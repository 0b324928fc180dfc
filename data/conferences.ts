/**
 * Conferences that adopt texts: a text is identified by body, place and year, never by the place alone (Dubai alone
 * names six of these). Facts only. Source: general knowledge of the public calendar of the ITU and the UPU, put down
 * on 2026-11-22; entries are unconfirmed until a person checks them against the organisation's own list, so code may
 * use them to prefer one reading of doubtful words or to ask a person to look, never to contradict what a document says.
 */
export interface Conference {
  /** PP, WTDC, WTSA, RA, WRC, WCIT, WTPF, WSIS, UPU (Congress). */
  body: string;
  place: string;
  /** The year printed in references; WTSA-20 was held, and is cited, in 2022. */
  year: number;
  /** First and last day as ISO dates where known. */
  dates: readonly [first: string, last: string] | null;
  confirmed: boolean;
}

type Row = readonly [place: string, year: number, first?: string, last?: string];

const calendar: Readonly<Record<string, readonly Row[]>> = {
  PP: [
    ['Geneva', 1959],
    ['Montreux', 1965],
    ['Malaga-Torremolinos', 1973],
    ['Nairobi', 1982],
    ['Nice', 1989],
    ['Geneva', 1992],
    ['Kyoto', 1994],
    ['Minneapolis', 1998],
    ['Marrakesh', 2002],
    ['Antalya', 2006],
    ['Guadalajara', 2010, '2010-10-04', '2010-10-22'],
    ['Busan', 2014, '2014-10-20', '2014-11-07'],
    ['Dubai', 2018, '2018-10-29', '2018-11-16'],
    ['Bucharest', 2022, '2022-09-26', '2022-10-14'],
    ['Doha', 2026],
  ],
  WTDC: [
    ['Buenos Aires', 1994],
    ['Valletta', 1998],
    ['Istanbul', 2002],
    ['Doha', 2006],
    ['Hyderabad', 2010],
    ['Dubai', 2014, '2014-03-30', '2014-04-10'],
    ['Buenos Aires', 2017, '2017-10-09', '2017-10-20'],
    ['Kigali', 2022],
    ['Baku', 2025],
  ],
  WTSA: [
    ['Geneva', 1996],
    ['Montreal', 2000],
    ['Florianópolis', 2004],
    ['Johannesburg', 2008],
    ['Dubai', 2012, '2012-11-20', '2012-11-29'],
    ['Hammamet', 2016, '2016-10-25', '2016-11-03'],
    ['Geneva', 2022],
    ['New Delhi', 2024],
  ],
  RA: [
    ['Geneva', 1995],
    ['Geneva', 1997],
    ['Istanbul', 2000],
    ['Geneva', 2003],
    ['Geneva', 2007],
    ['Geneva', 2012],
    ['Geneva', 2015],
    ['Sharm el-Sheikh', 2019],
    ['Dubai', 2023],
  ],
  WRC: [
    ['Geneva', 1995],
    ['Geneva', 1997],
    ['Istanbul', 2000],
    ['Geneva', 2003],
    ['Geneva', 2007],
    ['Geneva', 2012],
    ['Geneva', 2015],
    ['Sharm el-Sheikh', 2019],
    ['Dubai', 2023],
  ],
  WCIT: [['Dubai', 2012]],
  WTPF: [
    ['Geneva', 1996],
    ['Geneva', 1998],
    ['Geneva', 2001],
    ['Lisbon', 2009],
    ['Geneva', 2013],
    ['Geneva', 2021],
  ],
  WSIS: [
    ['Geneva', 2003],
    ['Tunis', 2005],
  ],
  UPU: [
    ['Beijing', 1999],
    ['Bucharest', 2004],
    ['Geneva', 2008],
    ['Doha', 2012],
    ['Istanbul', 2016],
    ['Addis Ababa', 2018],
    ['Geneva', 2019],
    ['Abidjan', 2021],
    ['Riyadh', 2023],
    ['Dubai', 2025],
  ],
};

export const conferences: readonly Conference[] = Object.entries(calendar).flatMap(([body, rows]) =>
  rows.map(([place, year, first, last]) => ({
    body,
    place,
    year,
    dates: first === undefined || last === undefined ? null : ([first, last] as const),
    confirmed: false,
  })),
);

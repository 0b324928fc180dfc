/** Resolution 4 of the Assembly: the text of 2021, and what became of it in 2025. */
import { adopted, draftOf, type ResolutionText } from '../house/legal-text.ts';

export const resolution4: ResolutionText = {
  number: 4,
  revision: { place: 'Suva', year: 2021, revised: true },
  title: 'Connecting small and outer islands',
  notes: {
    outer:
      'An outer island is an inhabited island that no passenger aircraft or ferry serves on three days of the week or more.',
  },
  preamble: [
    {
      heading: 'recalling',
      clauses: [
        'Article 1 of the Constitution, by which the Union promotes the extension of telecommunication services to all the inhabitants of its Member States',
        'Resolution~12 (Suva, 2021) of this Assembly, on early warning over public networks',
        'the pledge of the ministers responsible for telecommunications, given at their meeting of 2019, that no inhabited island should remain without a connection',
      ],
    },
    {
      heading: 'considering',
      clauses: [
        'that one in four inhabitants of the region lives on an island that no submarine cable reaches',
        'that to carry traffic by satellite to an outer island[^outer] often costs ten times as much as to carry it by cable to the capital of the same State',
        'that a single mast, power supply or earth station commonly serves a whole island, so that one failure cuts off everybody who lives there',
        'that the schools, clinics and councils of an outer island depend on the same connection as its households, and that their needs can be planned together',
      ],
    },
    {
      heading: 'recognizing',
      clauses: [
        'that several administrations have connected outer islands through community networks that belong to the councils of those islands',
        'that most Member States have a universal service fund, but that few of these funds can bear the running costs of satellite capacity',
        'that the weakness described in *considering* c) can be reduced where operators agree beforehand on the sharing of masts, power supplies and spare parts',
        'that the training of caretakers on the islands themselves, to which Resolution~9 (Rev.~Suva, 2021) of this Assembly gives preference, is the cheapest way to shorten interruptions',
      ],
    },
    {
      heading: 'noting',
      clauses: [
        'that the Bureau for Development has published two editions of its inventory of unconnected islands',
        'that the inventory rests on a questionnaire which fewer than half of the administrations answer',
        'that the price of satellite terminals has fallen, while that of the electric power they need has not',
      ],
    },
    {
      heading: 'welcoming',
      clauses: [
        'the decision of two operators to open their towers on outer islands to each other',
        'the gift of eleven earth stations which the Government of Orune has made to the councils of its islands',
      ],
    },
  ],
  operative: [
    {
      heading: 'resolves',
      clauses: [
        'that the connection of outer islands shall remain a priority of the Union until every inhabited island has at least one reliable broadband connection',
        {
          text: 'that the state of connection of outer islands shall be surveyed every four years, and that the survey shall state for each island:',
          parts: [
            'the kind, the capacity and the age of its connection',
            'the number of days on which the connection failed, and the reasons',
            'the price of the monthly plan that most households use',
          ],
        },
        'that projects under this resolution shall be planned with the councils of the islands concerned, and shall leave on each island at least two persons who are able to restore the service',
        'that the results of the survey shall be placed before the Council',
        'that the fund for outer islands shall be financed by voluntary contributions and shall be managed by the Bureau for Development',
        'that equipment bought from the fund shall belong to the community that it serves',
        'that no project shall be begun whose running costs have not been secured for the first five years',
      ],
    },
    {
      heading: 'instructs the Secretary-General',
      clauses: [
        'to bring this resolution to the attention of development banks and regional organizations',
        'to conclude, where Member States so request, framework agreements for the joint purchase of satellite capacity',
        'to report to each Plenipotentiary Assembly on the use of the fund for outer islands',
        'to seek agreements with shipping companies on the carriage of equipment and spare parts at reduced rates',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Development',
      clauses: [
        'to carry out the survey referred to in *resolves* *2* and to publish its results as open data',
        'to assist administrations, on request, in drawing up plans for the connection of their outer islands',
        'to organize, together with the Bureau for Networks, a yearly course for caretakers of island networks',
        'to maintain a collection of model agreements on shared towers and shared earth stations',
        'to propose to the Council the criteria by which requests to the fund are ranked',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Networks',
      clauses: [
        'to study how satellite systems in low orbit perform on the islands of the region, and to make the results available to the Bureau for Development',
      ],
    },
    {
      heading: 'invites the Council',
      clauses: [
        'to consider the results of the survey and, where necessary, to adjust the criteria referred to in *instructs the Director of the Bureau for Development* *5*',
      ],
    },
    {
      heading: 'invites Member States',
      clauses: [
        'to answer the questionnaire of the survey within three months',
        'to exempt equipment for community networks from import duties',
        'to make land and buildings of the councils of islands available for shared infrastructure',
      ],
    },
    {
      heading: 'invites Sector Members',
      clauses: [
        'to offer the councils of outer islands capacity by the month and without a minimum term',
        'to train at least one caretaker on each island on which they operate a station',
        'to inform the Bureau for Development of plans to serve, or to cease to serve, an outer island',
      ],
    },
  ],
};

/** The text adopted in Apia: what both regional groups wanted, the shorter interval, and a compromise on the fund. */
export const resolution4Apia: ResolutionText = adopted(
  draftOf(resolution4, [
    { in: 'recalling b', change: [['(Suva, 2021)', '(Rev.~Apia, 2025)']] },
    {
      add: 'that satellite systems in low orbit have shortened the delay of such connections, while their prices remain hard to foresee',
      behind: 'considering b',
    },
    {
      add: 'that unlicensed use of satellite terminals has grown on islands where no operator offers a service',
      behind: 'recognizing b',
    },
    { in: 'recognizing c', change: [['c)', 'd)']] },
    { in: 'recognizing d', change: [['(Rev.~Suva, 2021)', '(Rev.~Apia, 2025)']] },
    { in: 'resolves 2', change: [['every four years', 'every two years']] },
    { in: 'resolves 2.2', change: [['number of days', 'number of days and hours']] },
    { in: 'resolves 4', change: [['before the Council', 'before the Council and shall be published']] },
    {
      in: 'resolves 5',
      change: [
        [
          'voluntary contributions',
          'voluntary contributions and, where the Council so decides, from savings in the regular budget',
        ],
      ],
    },
    {
      in: 'instructs the Secretary-General 1',
      change: [
        ['of development banks', 'of development banks, satellite operators'],
        ['regional organizations', 'regional organizations before the end of 2025'],
      ],
    },
    {
      add: 'to report each year to the Council on the islands that were connected and on those that lost their connection',
      behind: 'instructs the Director of the Bureau for Development 5',
    },
  ]),
  { place: 'Apia', year: 2025, revised: true },
);

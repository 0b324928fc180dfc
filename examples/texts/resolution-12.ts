/** Resolution 12 of the Assembly, as adopted in 2021. */
import type { ResolutionText } from '../house/legal-text.ts';

export const resolution12: ResolutionText = {
  number: 12,
  revision: { place: 'Suva', year: 2021, revised: false },
  title: 'Early warning over public networks',
  preamble: [
    {
      heading: 'recalling',
      clauses: [
        'Article 31 of the Constitution, on the priority of telecommunications concerning the safety of life',
        'the agreement concluded in 2018 between the Union and the Regional Weather Office on the exchange of warnings',
      ],
    },
    {
      heading: 'considering',
      clauses: [
        'that cyclones, tsunamis and volcanic eruptions leave between ten minutes and three days in which people can be warned',
        'that nearly every household of the region now owns a mobile telephone, while sirens and radio sets grow fewer',
        'that warnings sent by text message arrive late when networks are congested',
        'that every hour gained before a cyclone lets fishing boats return to harbour and families reach a shelter',
      ],
    },
    {
      heading: 'noting',
      clauses: [
        'that cell broadcast reaches all telephones in an area at once, without knowing their numbers',
        'that four Member States have tried cell broadcast since 2018, and that two of them have made it permanent',
        'that visitors cannot read warnings that are sent in one language only',
      ],
    },
    {
      heading: 'aware',
      clauses: [
        'that on some islands the radio station of the council is the only means of reaching everybody at night',
        'that tourists and seafarers often use telephones whose numbers belong to networks abroad',
      ],
    },
    {
      heading: 'recognizing',
      clauses: [
        'that the decision to warn rests with the national authority for disasters and not with the operators',
        'that a warning which proves needless weakens trust in those that follow',
        'that operators will build networks for warnings only where the rules for their use are known beforehand',
      ],
    },
  ],
  operative: [
    {
      heading: 'resolves',
      clauses: [
        'that every Member State should be able, before the end of 2025, to warn the people in any part of its territory over public mobile networks',
        'that warnings should follow one common format, so that they can be relayed across borders',
        {
          text: 'that the Union shall assist Member States that so request:',
          parts: [
            'in drawing up the rules by which operators send warnings',
            'in choosing and testing equipment',
            'in holding exercises with the public',
          ],
        },
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Networks',
      clauses: [
        'to keep the common format for warnings up to date',
        'to publish a guide for operators on cell broadcast in small networks',
        'to convene, once a year, the operators and the authorities that took part in exercises',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Development',
      clauses: [
        'to help administrations, on request, to hold their first exercise',
        'to include the reading of warnings in the courses held under Resolution~9 (Rev.~Suva, 2021) of this Assembly',
        'to advise councils of islands on where sirens and receivers are best placed',
      ],
    },
    {
      heading: 'instructs the Secretary-General',
      clauses: ['to report to the Council on the progress made towards *resolves* *1*'],
    },
    {
      heading: 'invites Member States',
      clauses: [
        'to lay down by law that warnings are carried free of charge and before all other traffic',
        'to hold a national exercise at least once a year',
        'to inform the Union of each warning sent, within one month',
      ],
    },
    {
      heading: 'invites Sector Members',
      clauses: [
        'to offer cell broadcast in all networks that they extend or renew',
        'to keep the batteries of stations on which warnings depend charged for at least seventy-two hours',
      ],
    },
  ],
};

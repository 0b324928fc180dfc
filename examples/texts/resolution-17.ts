/** Resolution 17 of the Assembly, as adopted in 2021. */
import type { ResolutionText } from '../house/legal-text.ts';

export const resolution17: ResolutionText = {
  number: 17,
  revision: { place: 'Suva', year: 2021, revised: false },
  title: 'Regional register of submarine cable landings',
  preamble: [
    {
      heading: 'recalling',
      clauses: [
        'Article 38 of the Constitution, by which Member States safeguard the channels and installations within their jurisdiction',
        'Resolution~4 (Rev.~Suva, 2021) of this Assembly, on connecting small and outer islands',
      ],
    },
    {
      heading: 'considering',
      clauses: [
        'that the number of submarine cables that land in the region has tripled in ten years',
        'that ships at anchor cause more than half of the faults of cables in shallow water',
        'that no public list shows who answers for the landing of a cable',
        'that the repair of a cable takes eleven days on average, four of which pass before the right person has been found',
        'that some Member States depend on a single cable for all their traffic with the rest of the world',
      ],
    },
    {
      heading: 'noting',
      clauses: [
        'that operators inform each other of repairs by electronic mail',
        'that port authorities ask for positions of cables when they plan new anchorages',
        'that the two repair ships of the region are stationed at ports a week apart',
      ],
    },
    {
      heading: 'recognizing',
      clauses: [
        'that the exact course of a cable may be confidential for reasons of security',
        'that only the State in whose waters a cable lies can protect it',
      ],
    },
  ],
  operative: [
    {
      heading: 'resolves',
      clauses: [
        'that the Union shall keep a register of the landings of submarine cables in the region',
        'that the register shall hold, for each landing, the name of the cable, the year of landing, the operator and the person to be called in case of a fault',
        'that the register shall be open to port authorities and, in extracts, to the public',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Networks',
      clauses: [
        'to set up the register within the resources available',
        'to ask administrations each year to confirm the entries that concern them',
        'to prepare, with the port authorities, a model notice on anchoring near cables',
        'to bring operators and port authorities together every two years',
      ],
    },
    {
      heading: 'instructs the Secretary-General',
      clauses: [
        'to conclude with the operators an agreement on the use of the data that they supply',
        'to protect entries that a Member State has declared confidential',
      ],
    },
    {
      heading: 'instructs the Council',
      clauses: ['to decide, not later than at its session of 2024, whether the register should be continued'],
    },
    {
      heading: 'invites Member States',
      clauses: [
        'to name an authority that confirms the entries of the register',
        'to mark zones in which ships may not anchor',
        'to make damage to cables through negligence a punishable offence',
      ],
    },
    {
      heading: 'invites Sector Members',
      clauses: [
        'to report each new landing, and each landing given up, within three months',
        'to inform the authority named by the Member State of every fault, and of the time at which the repair is expected',
      ],
    },
  ],
};

/** The new resolution that the Southern Seas Forum proposes. It cites an old revision of Resolution 9 on purpose. */
import type { ResolutionText } from '../house/legal-text.ts';

export const draftSsf1: ResolutionText = {
  number: 'SSF-1',
  revision: { place: 'Apia', year: 2025, revised: false },
  title: 'Repair and reuse of telecommunication equipment',
  preamble: [
    {
      heading: 'recalling',
      clauses: [
        'Resolution~9 (Port Vila, 2017) of this Assembly, on the training and exchange of technical staff',
        'Decision~3 (Honiara, 2013) of this Assembly, on the disposal of equipment owned by the Union',
        'target 12.5 of the Sustainable Development Goals, on the prevention, recycling and reuse of waste',
      ],
    },
    {
      heading: 'considering',
      clauses: [
        'that equipment which could be repaired is thrown away on most islands, since nobody there is trained to repair it',
        'that the shipment of waste equipment to recycling plants costs more than the metals in it are worth',
        'that spare parts of one operator would often serve the equipment of another',
      ],
    },
    {
      heading: 'recognizing',
      clauses: [
        'that repair workshops in three Member States have returned to service two out of five devices brought to them',
        'that batteries of solar power plants are the fastest growing part of the waste of island networks',
      ],
    },
  ],
  operative: [
    {
      heading: 'resolves',
      clauses: [
        'that the Union shall promote the repair, the exchange and the reuse of telecommunication equipment before its replacement',
        'that equipment bought with funds of the Union shall come with spare parts and instructions for repair for at least eight years',
        'that equipment taken out of service in one Member State may be offered to others through a list kept by the Union',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Development',
      clauses: [
        'to support at least one repair workshop in each subregion',
        'to hold a course on the repair of power supplies every second year',
        'to keep the list referred to in *resolves* *3*',
      ],
    },
    {
      heading: 'instructs the Director of the Bureau for Networks',
      clauses: ['to publish guidelines on the safe collection and transport of used batteries'],
    },
    {
      heading: 'instructs the Secretary-General',
      clauses: [
        'to revise the rules of procurement of the Union in the light of *resolves* *2*',
        'to report to the Council in 2027 on the experience gained',
      ],
    },
    {
      heading: 'invites Member States',
      clauses: [
        'to let used equipment and spare parts pass their borders without duties',
        'to name places where the public can hand in used devices',
      ],
    },
    {
      heading: 'invites Sector Members',
      clauses: ['to make manuals for repair available to the workshops free of charge'],
    },
  ],
};

/** The five workspaces, and the lists in each. */
export const workspaces = [
  { href: '/texts', name: 'Texts', what: 'what conferences adopted, and what is proposed to change in it' },
  { href: '/plans', name: 'Plans', what: 'what an organisation means to reach, and how it will know' },
  { href: '/missions', name: 'Missions', what: 'who asks for help, with what, and who offers it' },
  { href: '/partners', name: 'Partners', what: 'who does what, where and when, and what meetings agreed' },
  { href: '/trace', name: 'Trace', what: 'how all of it hangs together' },
] as const;

export const listsOfTexts = [
  { href: '/texts', name: 'Instruments' },
  { href: '/texts/bodies', name: 'Bodies' },
  { href: '/texts/contributions', name: 'Contributions' },
  { href: '/texts/proposals', name: 'Proposals' },
  { href: '/texts/clashes', name: 'Clashes' },
  { href: '/texts/drafts', name: 'Drafts' },
  { href: '/texts/preparations', name: 'In preparation' },
] as const;

export const listsOfMissions = [
  { href: '/missions', name: 'Cycles' },
  { href: '/missions/applications', name: 'Requests' },
  { href: '/missions/assistance-plans', name: 'Offers' },
  { href: '/missions/missions', name: 'Carried out' },
  { href: '/missions/roster', name: 'Roster' },
  { href: '/missions/letters', name: 'Letters' },
] as const;

export const listsOfPartners = [
  { href: '/partners', name: 'Meetings' },
  { href: '/partners/activities', name: 'Activities' },
  { href: '/partners/organisations', name: 'Organisations' },
  { href: '/partners/members', name: 'Members' },
] as const;

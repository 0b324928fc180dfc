/** The parts of the matching score, as the settings name them. */
export const weightNames = [
  { key: 'theme', name: 'Theme' },
  { key: 'help', name: 'Kind of help' },
  { key: 'place', name: 'Place' },
  { key: 'time', name: 'Time' },
  { key: 'language', name: 'Language' },
  { key: 'record', name: 'Earlier work' },
] as const;

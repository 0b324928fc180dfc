/** A topic with the words that speak for it; what the signs in them mean stands in `data/topics.ts`. */
export interface Topic {
  code: string;
  label: string;
  words: readonly string[];
  /** The topic that this one always is a part of. */
  broader?: string;
  /** What it gathers under one name, each thing with its words. */
  things?: readonly (readonly string[])[];
}

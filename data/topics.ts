import { networksAndRules } from './topics/networks-and-rules.ts';
import type { Topic } from './topics/topic.ts';
import { useAndSociety } from './topics/use-and-society.ts';

/**
 * Topics by which requests, activities and outcomes are compared, each with the words that speak for it.
 *
 * The list of topics is the project's own (design of missions and partners, 34 topics); the words were chosen for it by
 * hand. Kinds of help (training, capacity building, partnership) are no topics: they would make everything match
 * everything. A trailing `*` stands for any ending, `…` for at most two words between; words in capitals count only in
 * capitals.
 *
 * `broader`: the topic that this one always is a part of, so that help with the one is half an answer to the other. Only
 * relations that hold everywhere are given: an exchange point serves connectivity in every country; a smart village need
 * not be rural.
 *
 * `things`: what a topic gathers under one name, each thing with its words. Who knows the one need not know the other.
 */
export const topics: readonly Topic[] = [...networksAndRules, ...useAndSociety];

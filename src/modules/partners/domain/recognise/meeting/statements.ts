/**
 * Tells what an organisation does from what it says about itself or the world. Only explicit signs make a statement;
 * an item without any stays an activity, for that is what the lists are of.
 */

const signs: readonly RegExp[] = [
  // Figures and findings: "the data show that two billion people are …"
  /\b(?:data|figures|statistics|survey|report|results?)\b[^.]{0,60}\b(?:show|shows|showed|indicate|indicates|reveal|reveals)\b/iu,
  /\b\d[\d.,]*\s?(?:million|billion|per cent|percent|%)[^.]{0,60}\b(?:are|is|have|has|remain|lack)\b/iu,
  /\b(?:per cent|percent|%|half|a third|two thirds|a quarter|the majority) of (?:the |all )?[^.,]{1,60}\b(?:are|is|have|has|remain|lack|lacks|depend|depends|live|lives)\b/iu,
  // Mandates, aims, bases: what an organisation is for.
  /\b(?:is|are|was|were) mandated\b|\bmandate (?:of|is)\b|\bhas the mandate\b/iu,
  /^(?!.*\bproject)(?:[^.]{0,60}['’]s |the )(?:objectives?|aims?|goals?|mission|mandate|vision|role) (?:of [^.]{1,60} )?(?:is|are)\b/iu,
  /\b(?:strategic )?(?:goals?|objectives?|pillars?|priorit(?:y|ies)) of (?:the |its )?[^.]{0,40}\b(?:plan|strategy)\b/iu,
  /\bis (?:based on|composed of|made up of)\b|\bconsists of\b|\bcomprises\b/iu,
  /\b(?:has|have) (?:the|a|its|their) (?:vision|mission|mandate|strateg(?:y|ies)|objective|goal)\b/iu,
  // What an organisation is.
  /^[^.,]{1,60} is (?:a|an|the) (?:\S+ ){0,3}(?:think[- ]tank|agency|organi[sz]ation|body|institution|institute|forum|platform|network|arm|fund|union|programme)\b/iu,
  // Positions and beliefs.
  /\b(?:is|are) (?:critical|crucial|essential|important|key|vital|necessary|fundamental)\b/iu,
  /\bit is (?:important|essential|necessary|critical|crucial) (?:to|that)\b/iu,
  /^[^.]{1,60}\b(?:values|believes|recogni[sz]es|considers that|stresses|emphasi[sz]es|sees|regards)\b/iu,
  // Problems and states of affairs.
  /\bthere (?:is|are|remains?|was|were) (?:a |an |no |still )?(?:\w+ ){0,2}(?:gaps?|lack|needs?|challenges?|shortage|problems?)\b/iu,
  /\b(?:has|have) been (?:slow|delayed|difficult|limited|affected|suspended)\b/iu,
  // Matters of its own house.
  /\b(?:has|have) (?:changed|renamed|revised|replaced)\b[^.]{0,40}\b(?:terminology|terms|name|logo|address|structure|wording)\b/iu,
];

/** Whether an item states figures, mandates, positions or problems instead of an activity. */
export function isStatement(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}

/** Words by which texts ask for or offer a kind of help. A trailing `*` stands for any ending, `…` for at most two words between. Chosen by hand. */
import { phraseFinder, type PhraseFinder } from '#kernel/phrases.ts';
import type { Modality } from '../roster/profile.ts';

const words: Partial<Record<Modality, readonly string[]>> = {
  training: [
    'training',
    'train',
    'capacity building',
    'capacity development',
    'skill*',
    'course',
    'toolkit',
    'curricul*',
  ],
  workshop: ['workshop', 'seminar', 'awareness', 'webinar', 'hearing', 'consultation meeting', 'web dialogue'],
  study: ['study', 'studies', 'analysis', 'analyse*', 'analyze*', 'feasibility', 'research*', 'survey'],
  policy_draft: [
    'drafting',
    'draft polic*',
    'draft regulation*',
    'draft … rules',
    'draft … law',
    'draft … act',
    'draft … plan',
    'draft … strateg*',
    'designing a policy',
    'new policy',
    'new polic*',
    'developing polic*',
    'development of polic*',
    'formulati*',
    'roadmap',
    'strategic action plan',
    'legal framework*',
  ],
  policy_review: ['review*', 'revis*', 'amend*', 'updating', 'best practice', 'benchmarking of polic*'],
  standard: ['standards', 'standardi[sz]ation', 'technical specification*', 'conformity'],
  software: [
    'software',
    'mobile application*',
    'database*',
    'website*',
    'developing systems',
    'automated system*',
    'system development',
    'applications development',
  ],
  assessment: [
    'assessment*',
    'assess',
    'assessing',
    'audit*',
    'evaluation',
    'evaluat*',
    'readiness',
    'benchmark*',
    'gap analysis',
    'penetration test*',
    'security weakness*',
    'vulnerabilit*',
    'maturity',
  ],
  mentoring: ['mentor*', 'coach*', 'advisor*', 'adviser*', 'guidance', 'guiding', 'observer', 'jury'],
  event: ['conference', 'forum', 'event', 'competition of', 'challenge event', 'hackathon'],
  publication: ['publication', 'guideline*', 'handbook', 'manual', 'policy brief', 'flagship report', 'toolkit'],
  funding: ['funding', 'grant', 'financing', 'invest', 'invests', 'investment'],
  equipment: [
    'provide … equipment',
    'provided … equipment',
    'providing … equipment',
    'provision of … equipment',
    'supply of … equipment',
    'supplies … equipment',
    'purchase of … equipment',
    'procurement of … equipment',
    'donation of … equipment',
    'hardware',
  ],
  office: ['area office', 'secondment', 'liaison office'],
};

let finders: [Modality, PhraseFinder][] | null = null;

/** Every passage that names a kind of help. */
export function kindsAt(text: string): { kind: Modality; from: number; to: number }[] {
  finders ??= Object.entries(words).map(([kind, list]) => [kind as Modality, phraseFinder(list)]);
  return finders.flatMap(([kind, finder]) => finder.at(text).map((span) => ({ kind, ...span })));
}

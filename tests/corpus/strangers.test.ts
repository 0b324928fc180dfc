/** Look at the figures (docs/matching.md). */
import { test } from 'vitest';
import { firstCandidates } from './strangers-set/first-candidates.ts';
import { firstRequests } from './strangers-set/first-requests.ts';
import { figures, kindsFound } from './strangers-set/measure.ts';
import * as fs from 'node:fs';

test('show', () => {
  const { details, ...all } = figures(firstRequests, firstCandidates);
  console.log(JSON.stringify(all, null, 0));
  firstRequests.forEach((r, at) => {
    const f = details.findings[at]!;
    const t = details.topics[at]!.found;
    console.log(
      r.id,
      '\n  MISSING',
      f.missing,
      'WRONG',
      f.wrong.map((o) => `${o.rule}: ${o.text}`),
      '\n  core',
      t.core.join(),
      '| want',
      r.expected.core.join(),
      '\n  side',
      t.side.join(),
      '| want',
      r.expected.side.join(),
      '\n  kinds',
      kindsFound(r).join(),
      '| want',
      r.expected.kinds.join(),
      '\n  shown',
      details.shown[at]!.map((m) => `${m.candidate.id}:${m.score}(${r.grades[m.candidate.id] ?? 0})`).join(' '),
    );
  });
  console.log(
    'barred',
    details.barred.filter((b) => !details.toBar.includes(b)),
    'notbarred',
    details.toBar.filter((b) => !details.barred.includes(b)),
  );
  const reasons = details.shown
    .flat()
    .flatMap((m) =>
      m.parts.flatMap((p) =>
        p.reasons.map((r) => ({
          need: m.need.id,
          cand: m.candidate.id,
          part: p.part,
          points: r.points,
          s: r.sentence,
          a: r.need.map((x) => x.quote),
          b: r.candidate.map((x) => x.quote),
        })),
      ),
    );
  fs.writeFileSync('/tmp/fs2-reasons.json', JSON.stringify(reasons));
  const bad = details.shown
    .flat()
    .filter(
      (m) =>
        Math.max(0, m.parts.reduce((s, p) => s + p.points, 0) - m.penalties.reduce((s, p) => s + p.points, 0)) !==
          m.score ||
        m.parts.some((p) => p.points !== p.reasons.reduce((s, r) => s + r.points, 0) + (p.assumed?.points ?? 0)),
    );
  console.log('arithmetic wrong', bad.length, 'reasons', reasons.length);
});

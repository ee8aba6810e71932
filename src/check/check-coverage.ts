import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Places } from '../source/places.ts';
import { findPlace } from '../source/validate.ts';
import { toRatio, type Coverage, type Share } from '../graph/measure-coverage.ts';
import type { SiteConfig } from '../schema/site-schema.ts';

const SUBJECTS = {
  claims: 'claims with evidence',
  passages: 'passages that carry a claim or name an entity',
  sentences: 'sentences that carry a claim',
  entities: 'entities that articles name or support',
} as const;

/** Shares that are below the least that site.yaml allows; `places` are those of its values. */
export function checkCoverage(
  site: SiteConfig,
  coverage: Pick<Coverage, keyof typeof SUBJECTS>,
  places: Places,
): Diagnostic[] {
  return (Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[]).flatMap((subject) => {
    const least = site.coverage[subject];
    const share: Share = coverage[subject];
    if (least === undefined || toRatio(share) >= least) return [];
    return [
      diagnose('coverage-below', findPlace({ file: 'site.yaml', places }, `coverage.${subject}`), {
        message: `The share of ${SUBJECTS[subject]} is below the least that this site allows.`,
        values: [
          { label: 'is', text: `${percent(toRatio(share))} (${share.count} of ${share.total})` },
          { label: 'least', text: percent(least) },
        ],
        fix: 'Run `sanad coverage` to see what is missing, and add evidence.',
      }),
    ];
  });
}

/** Rounded down, so that 99.9 % never looks like all. */
function percent(ratio: number): string {
  return `${Math.floor(ratio * 1000) / 10} %`;
}

import type { Drift } from '../graph/find-drift.ts';

const FATES = ['changed', 'lost', 'moved', 'respelled'] as const;

const EXPLANATIONS: Readonly<Record<(typeof FATES)[number], string>> = {
  changed: 'its passage no longer says it',
  lost: 'its passage is gone',
  moved: 'it stands in another passage now',
  respelled: 'it is spelled otherwise now',
};

/** What edits of articles did to the quotations in them; nothing when no article was edited. */
export function printDrift(drift: readonly Drift[]): string {
  if (drift.length === 0) return '';
  const kept = drift.filter(({ fate }) => fate === 'kept').length;
  const lines = FATES.flatMap((fate) =>
    drift
      .filter((one) => one.fate === fate)
      .map(({ article, claim, quote, before, after }) => {
        const passages = after === undefined || after === before ? `#${before}` : `#${before} → #${after}`;
        return `  ${fate.padEnd(9)}  ${claim}  articles/${article}${passages}\n             “${quote}”`;
      }),
  );
  const fates = FATES.filter((fate) => drift.some((one) => one.fate === fate)).map(
    (fate) => `${fate}: ${EXPLANATIONS[fate]}`,
  );
  const help =
    fates.length === 0
      ? []
      : [`  (${fates.join('; ')})`, '  Accept what can only mean one thing with: sanad check --fix'];
  return [`Edited articles: ${drift.length} quotations, ${kept} kept`, ...lines, ...help, ''].join('\n');
}

// Measures search in Chromium on the finished sites, beside others on the same texts: `npm run bench:search`.
//
// For every phenomenon of the published set (tests/search/queries.json): recall@5, MRR (as labelled, with what says the same
// statement as right, and with what was judged to be as right) and precision, of this search, of Pagefind as it comes, of
// MiniSearch and of Orama. With `--held-out` or `--tuning` only that half is asked, with `--round 2` only that round; with
// `--scale N` a site of N pages is made up, and bytes, times and sizes are measured (`--alone`: only of this search).
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { summarise, type Outcome } from '../search/support/measure.ts';
import { QUERIES, type PublishedQuery } from '../search/support/queries.ts';
import { askEngines } from './ask-engines.ts';
import { measureScale } from './measure-scale.ts';

const work = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
try {
  const scale = process.argv.indexOf('--scale');
  if (scale >= 0)
    await measureScale(
      Number(process.argv[scale + 1]),
      work,
      process.argv.find((one) => one === '--alone'),
    );
  else await measureQuality();
  console.log(`load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measureQuality(): Promise<void> {
  const half = ['held-out', 'tuning'].find((one) => process.argv.includes(`--${one}`));
  const round = process.argv.includes('--round')
    ? Number(process.argv[process.argv.indexOf('--round') + 1])
    : undefined;
  const wanted = QUERIES.filter(
    (query) => (half === undefined || query.set === half) && (round === undefined || (query.round ?? 1) === round),
  );
  const { outcomes } = await askEngines(wanted, work);
  print(outcomes);
}

function print(outcomes: ReadonlyMap<string, readonly Outcome[]>): void {
  const names = [...outcomes.keys()];
  console.log('recall@5 / MRR as labelled / by statement / as judged / precision@5 / of what is shown / @3 as judged');
  console.log([''.padEnd(34), ...names.map((name) => name.padEnd(48))].join(''));
  const rows: [string, (query: PublishedQuery) => boolean][] = [];
  for (const language of ['ar', 'en'] as const) {
    rows.push([`${language}, all`, (query) => query.language === language]);
    for (const half of ['tuning', 'held-out'])
      rows.push([`${language}, ${half}`, (query) => query.language === language && query.set === half]);
    for (const phenomenon of new Set(QUERIES.map((query) => query.phenomenon))) {
      rows.push([
        `${language}, ${phenomenon}`,
        (query) => query.language === language && query.phenomenon === phenomenon,
      ]);
    }
  }
  for (const [label, isMeant] of rows) {
    const scores = names.map((name) => summarise((outcomes.get(name) ?? []).filter(({ query }) => isMeant(query))));
    const count = scores[0]?.count ?? 0;
    if (count === 0) continue;
    const cells = scores.map(
      ({ recall, mrr, mrrOfStatements, mrrOfJudged, precision, precisionOfShown, precisionOfJudged }) =>
        [recall, mrr, mrrOfStatements, mrrOfJudged, precision, precisionOfShown, precisionOfJudged]
          .map((value) => value?.toFixed(3) ?? '  –  ')
          .join(' ')
          .padEnd(48),
    );
    console.log([`${label} (${count})`.padEnd(34), ...cells].join(''));
  }
  const unjudged = names.map((name) => `${name} ${summarise(outcomes.get(name) ?? []).unjudged.toFixed(4)}`);
  console.log(`Share of the first three that nobody judged: ${unjudged.join(', ')}`);
}

// Pools the answers of all engines to be judged, as TREC does: `npm run bench:pool -- FILE`.
//
// Of every published query the first three results of each engine go into one pool, without what the query expects and what
// was judged before. The file says nothing of who gave an answer, or at which rank: documents stand in an order drawn by a
// seed, with their texts. Whoever judges writes grades where `null` stands, by the criteria in docs/search.md;
// `npm run bench:pool -- --take FILE` then puts them into tests/search/judgements.json.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  JUDGEMENTS_FILE,
  readJudgements,
  toQueryKey,
  type Grade,
  type Judgement,
} from '../search/support/judgements.ts';
import { QUERIES } from '../search/support/queries.ts';
import { askEngines } from './ask-engines.ts';
import { startRandom } from './random.ts';

const DEPTH = 3;
const SEED = 1126;

/** A query with the documents of its pool, none of them graded yet. */
interface PooledQuery extends Omit<Judgement, 'grades'> {
  readonly expected: readonly string[];
  readonly grades: Readonly<Record<string, Grade | null>>;
}

interface Pool {
  /** By site and id: what the documents of the pool and the expected ones say. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly queries: readonly PooledQuery[];
}

const [first = '', second] = process.argv.slice(2);
if (first === '--take' && second !== undefined) takeGrades(second);
else if (first !== '' && second === undefined) await writePool(first);
else console.error('Usage: npm run bench:pool -- FILE, or npm run bench:pool -- --take FILE');

async function writePool(file: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'sanad-pool-'));
  try {
    const { outcomes, documents } = await askEngines(QUERIES, work);
    const judged = new Map(readJudgements().map((one) => [toQueryKey(one), one.grades]));
    const answers = Map.groupBy([...outcomes.values()].flat(), ({ query }) => toQueryKey(query));
    const random = startRandom(SEED);
    const queries = [...Map.groupBy(QUERIES, toQueryKey)].flatMap(([key, same]): readonly PooledQuery[] => {
      const [one] = same;
      if (one === undefined) return [];
      const { site, language, query } = one;
      const expected = [...new Set(same.flatMap(({ expected: ids }) => ids))];
      const found = new Set((answers.get(key) ?? []).flatMap(({ found: ids }) => ids.slice(0, DEPTH)));
      const open = [...found].filter((id) => !expected.includes(id) && judged.get(key)?.[id] === undefined);
      if (open.length === 0) return [];
      const drawn = shuffle(open.toSorted(), random.below);
      return [{ site, language, query, expected, grades: Object.fromEntries(drawn.map((id) => [id, null])) }];
    });
    const texts = Object.fromEntries(
      [...documents].map(([site, own]) => [site, Object.fromEntries(own.map(({ id, text }) => [id, text]))]),
    );
    writeFileSync(file, `${JSON.stringify({ texts, queries } satisfies Pool, undefined, 1)}\n`);
    const pairs = queries.reduce((sum, { grades }) => sum + Object.keys(grades).length, 0);
    console.log(`${pairs} documents to be judged, of ${queries.length} queries, in ${file}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fisher and Yates. */
function shuffle<Item>(items: readonly Item[], below: (limit: number) => number): readonly Item[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [drawn[last], drawn[other]] = [drawn[other] as Item, drawn[last] as Item];
  }
  return drawn;
}

function takeGrades(file: string): void {
  const { queries } = JSON.parse(readFileSync(file, 'utf8')) as Pool;
  const grades = new Map<string, Readonly<Record<string, Grade>>>();
  for (const one of [...readJudgements(), ...queries]) {
    const key = toQueryKey(one);
    const open = Object.keys(one.grades).filter((id) => one.grades[id] === null);
    if (open.length > 0) throw new Error(`Not judged yet: ${open.join(', ')} of ${key}.`);
    grades.set(key, { ...grades.get(key), ...(one.grades as Readonly<Record<string, Grade>>) });
  }
  const keys = new Map(QUERIES.map((query) => [toQueryKey(query), query]));
  const judgements = [...keys].flatMap(([key, { site, language, query }]): readonly Judgement[] => {
    const own = grades.get(key);
    return own === undefined ? [] : [{ site, language, query, grades: sortKeys(own) }];
  });
  writeFileSync(JUDGEMENTS_FILE, `[\n${judgements.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
  console.log(`${judgements.length} queries have judged answers.`);
}

/** Sorted, so that the file does not tell in which order anything was found. */
function sortKeys<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

import { toQueryKey, type Grade, type Judgement } from './judgements.ts';
import type { PublishedQuery } from './queries.ts';
import { listSameStatements, type Statement } from './same-statement.ts';

/** A document as the judge reads it. */
export interface JudgedDocument {
  readonly id: string;
  readonly text: string;
}

/** By what answers are told right, beside what a query expects. */
export interface Truth {
  readonly documents: readonly JudgedDocument[];
  readonly statements: readonly Statement[];
  readonly judgements: readonly Judgement[];
}

/** Gives ids of documents, best first. */
export type Searcher = (query: PublishedQuery) => Promise<readonly string[]>;

export interface Score {
  readonly count: number;
  /** Share of the expected documents among the first five. */
  readonly recall: number;
  /** Mean of one over the rank of the first expected document, over all results. */
  readonly mrr: number;
  /** The same, where what says the same as an expected document is as right. */
  readonly mrrOfStatements: number;
  /** The same, where what was judged to be as right as an expected document is right, and what was never judged is not. */
  readonly mrrOfJudged: number;
  /** Share of what is expected or about what is sought among the first three shown, of all queries; unjudged is not. */
  readonly precisionOfJudged: number;
  /** Share of the first three shown that is neither expected nor judged. */
  readonly unjudged: number;
  /** Share of good answers among the first five shown, over the queries that have a judge. */
  readonly precision: number | undefined;
  /** The same over those of them that were shown anything at all. */
  readonly precisionOfShown: number | undefined;
}

export interface Outcome {
  readonly query: PublishedQuery;
  readonly found: readonly string[];
  readonly recall: number;
  /** Of the first expected document, from 1; 0 where there is none. */
  readonly rank: number;
  /** The same, of the first document that is expected or says the same. */
  readonly rankOfStatement: number;
  /** The same, of the first document that is expected or was judged as right. */
  readonly rankOfJudged: number;
  readonly precisionOfJudged: number;
  /** How many of the first three are neither expected nor judged. */
  readonly unjudged: number;
  readonly precision: number | undefined;
}

const FIRST = 5;
/** As deep as the pools of judged answers. */
const POOLED = 3;

export async function ask(
  queries: readonly PublishedQuery[],
  search: Searcher,
  { documents, statements, judgements }: Truth,
): Promise<readonly Outcome[]> {
  const grades = new Map(judgements.map((one) => [toQueryKey(one), one.grades]));
  // The same words of the same reader may stand there for several phenomena.
  const same = Map.groupBy(queries, toQueryKey);
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const key = toQueryKey(query);
    const expected = new Set(same.get(key)?.flatMap((one) => one.expected));
    const found = await search(query);
    const first = found.slice(0, FIRST);
    const held = query.expected.filter((id) => first.includes(id)).length;
    const right = new Set([...query.expected, ...listSameStatements(query, statements)]);
    const toGrade = (id: string): Grade | undefined => (expected.has(id) ? 2 : grades.get(key)?.[id]);
    const pooled = found.slice(0, POOLED).map(toGrade);
    outcomes.push({
      query,
      found,
      recall: held / Math.min(FIRST, query.expected.length),
      rank: found.findIndex((id) => query.expected.includes(id)) + 1,
      rankOfStatement: found.findIndex((id) => right.has(id)) + 1,
      rankOfJudged: found.findIndex((id) => toGrade(id) === 2) + 1,
      precision: measurePrecision(query, first, documents),
      precisionOfJudged: pooled.filter((grade) => grade !== undefined && grade > 0).length / Math.max(1, pooled.length),
      unjudged: pooled.filter((grade) => grade === undefined).length,
    });
  }
  return outcomes;
}

export function summarise(outcomes: readonly Outcome[]): Score {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const toPrecision = ({ precision }: Outcome): readonly number[] => (precision === undefined ? [] : [precision]);
  const judged = outcomes.flatMap(toPrecision);
  const shown = outcomes.filter(({ found }) => found.length > 0).flatMap(toPrecision);
  return {
    count: outcomes.length,
    recall: mean(outcomes.map(({ recall }) => recall)),
    mrr: mean(outcomes.map(({ rank }) => toReciprocal(rank))),
    mrrOfStatements: mean(outcomes.map(({ rankOfStatement }) => toReciprocal(rankOfStatement))),
    mrrOfJudged: mean(outcomes.map(({ rankOfJudged }) => toReciprocal(rankOfJudged))),
    precisionOfJudged: mean(outcomes.map(({ precisionOfJudged }) => precisionOfJudged)),
    unjudged: mean(outcomes.map(({ found, unjudged }) => unjudged / Math.max(1, Math.min(POOLED, found.length)))),
    precision: judged.length === 0 ? undefined : mean(judged),
    precisionOfShown: shown.length === 0 ? undefined : mean(shown),
  };
}

function toReciprocal(rank: number): number {
  return rank === 0 ? 0 : 1 / rank;
}

/** A query that finds nothing has shown nothing good. */
function measurePrecision(
  { expected, relevant }: PublishedQuery,
  first: readonly string[],
  documents: readonly JudgedDocument[],
): number | undefined {
  if (relevant === undefined) return undefined;
  if (first.length === 0) return 0;
  const patterns = relevant.map(
    (pattern) => new RegExp(`(?<![\\p{L}\\p{N}])(?:[وفبلكس]{0,2}(?:ال|لل|ل)?)?(?:${pattern})`, 'iu'),
  );
  const isGood = (id: string): boolean => {
    const text = documents.find((document) => document.id === id)?.text ?? '';
    return expected.includes(id) || patterns.every((pattern) => pattern.test(text));
  };
  return first.filter(isGood).length / first.length;
}

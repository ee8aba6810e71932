import type { PublishedQuery } from './queries.ts';
import { listSameStatements, type Statement } from './same-statement.ts';

/** A document as the judge reads it. */
export interface JudgedDocument {
  readonly id: string;
  readonly text: string;
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
  readonly precision: number | undefined;
}

const FIRST = 5;

export async function ask(
  queries: readonly PublishedQuery[],
  search: Searcher,
  documents: readonly JudgedDocument[],
  statements: readonly Statement[] = [],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const found = await search(query);
    const first = found.slice(0, FIRST);
    const held = query.expected.filter((id) => first.includes(id)).length;
    const rank = found.findIndex((id) => query.expected.includes(id)) + 1;
    const right = new Set([...query.expected, ...listSameStatements(query, statements)]);
    outcomes.push({
      query,
      found,
      recall: held / Math.min(FIRST, query.expected.length),
      rank,
      rankOfStatement: found.findIndex((id) => right.has(id)) + 1,
      precision: measurePrecision(query, first, documents),
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

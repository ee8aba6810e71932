import { analyseText } from '../../../src/search/analyser/analyse-text.ts';
import type { PublishedQuery } from './queries.ts';

/** What a claim says, and where: a passage that it rests on, and the entity it is about. */
export interface Statement {
  readonly passage: string;
  readonly entity: string;
  /** The quotation, and the claim in the words of each language. */
  readonly texts: readonly string[];
}

/**
 * Answers that say the same as an expected one: where a claim's quotation, or the claim itself in one language, holds every
 * telling word of the query, the passage that it rests on and the entity that it is about are as right as each other.
 */
export function listSameStatements(
  { query, expected }: Pick<PublishedQuery, 'query' | 'expected'>,
  statements: readonly Statement[],
): readonly string[] {
  const words = analyseText(query).filter(({ isStopWord }) => !isStopWord);
  if (words.length === 0) return [];
  const holds = (text: string): boolean => {
    const stems = new Set(analyseText(text).flatMap(listStems));
    return words.every((word) => listStems(word).some((stem) => stems.has(stem)));
  };
  return [
    ...new Set(
      statements
        .filter(({ passage, entity }) => expected.includes(passage) || expected.includes(entity))
        .filter(({ texts }) => texts.some(holds))
        .flatMap(({ passage, entity }) => [passage, entity]),
    ),
  ].filter((id) => !expected.includes(id));
}

function listStems({ readings, amount }: ReturnType<typeof analyseText>[number]): readonly string[] {
  return [...readings.map(({ stem }) => stem), ...(amount === undefined ? [] : [amount.digits])];
}

/**
 * How much a word tells one document from another, by how many documents hold it: the inverse document frequency of BM25, in
 * the form that Pagefind multiplies its scores by (Lucene's, which is never negative). Always above 0.
 */
export function measureRarity(holding: number, documents: number): number {
  return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}

import type { FoundDocument, SortOrder } from './search-documents.ts';
import type { SearchIndex } from './search-index.ts';

/** Documents by name or date. What has no date stands last either way; what has the same one stays as it was. */
export async function sortFound(
  index: Pick<SearchIndex, 'readOrder'>,
  found: readonly FoundDocument[],
  sort: Exclude<SortOrder, 'relevance'>,
  language: string,
): Promise<readonly FoundDocument[]> {
  const places = await index.readOrder(sort === 'name' ? `name-${language}` : 'date');
  const sign = sort === 'newest' ? -1 : 1;
  const toPlace = ({ id }: FoundDocument): number => {
    const place = places.get(id);
    return place === undefined ? Infinity : sign * place;
  };
  return found
    .map((document) => ({ document, place: toPlace(document) }))
    .toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    .map(({ document }) => document);
}

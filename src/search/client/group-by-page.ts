import type { FoundDocument } from './search-documents.ts';
import type { SearchIndex } from './search-index.ts';

type Group = readonly [FoundDocument, ...FoundDocument[]];

/**
 * Documents by the page on which they stand, without reading any: an article and its passages share one, everything else
 * has its own. Groups stand where their first document stood, and keep the order within.
 */
export async function groupByPage(
  index: Pick<SearchIndex, 'readPages'>,
  found: readonly FoundDocument[],
): Promise<readonly Group[]> {
  const pages = await index.readPages();
  const groups = new Map<string | number, [FoundDocument, ...FoundDocument[]]>();
  for (const document of found) {
    const page = pages.get(document.id) ?? document.id;
    const group = groups.get(page);
    if (group === undefined) groups.set(page, [document]);
    else group.push(document);
  }
  return [...groups.values()];
}

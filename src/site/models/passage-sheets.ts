import type { Evidence } from '../../graph/graph.ts';
import type { PageContext } from '../page-context.ts';
import { divideRows, type SectionPart } from './divide-rows.ts';

/** An article of more passages, or on which more claims rest, is a long one: its page would outgrow what a page may weigh. */
const LONG = { passages: 80, claims: 120 };
/** Claims of one sheet, about half a kilobyte each; a passage and how it is cited take a little more than one. */
const SHEET = { perSheet: 150, heading: 2 };

/** Whether an article has pages of its passages beside its own. */
export function isLongArticle(slug: string, { kb }: Pick<PageContext, 'kb'>): boolean {
  const { passages, claims } = kb.counts(`articles/${slug}`);
  return passages > LONG.passages || claims > LONG.claims;
}

/** What rests on each passage of an article, in the order of its words. */
export function groupEvidence(slug: string, { kb }: Pick<PageContext, 'kb'>): ReadonlyMap<string, readonly Evidence[]> {
  const places = kb
    .evidenceIn(slug)
    .flatMap((evidence) => [...new Set(evidence.spans.map(({ passage }) => passage))].map((id) => ({ id, evidence })));
  return new Map(
    [...Map.groupBy(places, ({ id }) => id)].map(([id, own]) => [id, own.map(({ evidence }) => evidence)]),
  );
}

/** The passages of an article with the claims that rest on each, sheet by sheet; none of an article that is not long. */
export function listPassageSheets(slug: string, context: Pick<PageContext, 'kb'>): readonly (readonly SectionPart[])[] {
  if (!isLongArticle(slug, context)) return [];
  const claims = groupEvidence(slug, context);
  const passages = context.kb.passages(`articles/${slug}`);
  return divideRows(
    passages.map(({ id }) => ({ id, rows: claims.get(id)?.length ?? 0 })),
    SHEET,
  );
}

/** Where each passage of a long article stands on its sheets. */
export function findPassagePlaces(slug: string, context: PageContext): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  listPassageSheets(slug, context).forEach((sheet, at) => {
    for (const { id, part } of sheet)
      if (part.from === 0) places.set(id, `${context.urls.passages(slug, at + 1)}#${encodeURIComponent(id)}`);
  });
  return places;
}

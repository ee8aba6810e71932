import type { ArticleDocument, Document, EntityDocument, PageDocument } from '../source/document.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { Body } from '../text/body.ts';
import type { PassageLock } from '../anchor/align-passages.ts';

/** A content file as the graph takes it: its data and its body's passages. */
export interface Entry<D extends Document = Document> {
  readonly document: D;
  readonly body: Body;
}

export interface ArticleEntry extends Entry<ArticleDocument> {
  /** What is known of its passages from before; `undefined` for a new article. */
  readonly lock: PassageLock | undefined;
}

/** All content, each list sorted by path. */
export interface Corpus {
  readonly site: SiteConfig;
  readonly articles: readonly ArticleEntry[];
  readonly entities: readonly Entry<EntityDocument>[];
  readonly pages: readonly Entry<PageDocument>[];
  /** Paths of pictures. */
  readonly assets: readonly string[];
  /** Documents that exist but could not be read: their ids are not reported as unknown as well. */
  readonly unread: ReadonlySet<string>;
}

/** The id of an entity: `kind/slug`. */
export function toEntityId(document: EntityDocument): string {
  return `${document.kind}/${document.slug}`;
}

/** The id of a claim: `kind/slug#name`. */
export function toClaimId(entity: string, name: string): string {
  return `${entity}#${name}`;
}

/** What an author wrote for a claim: its name alone within its own entity, or a whole id. */
export function resolveClaim(written: string, document: string): string {
  return written.includes('#') ? written : toClaimId(document, written);
}

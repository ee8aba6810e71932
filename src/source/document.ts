import type { ArticleMatter, PageMatter } from '../schema/article-schema.ts';
import type { ClaimMatter, EntityMatter } from '../schema/entity-schema.ts';
import type { Value } from '../schema/value.ts';
import type { PackedPlaces } from './places.ts';

/** A claim whose value has been read by the type of its property. */
export interface DocumentClaim extends Omit<ClaimMatter, 'value'> {
  readonly value: Value;
  /** Its path in the front matter, for places: `claims.2`. */
  readonly path: string;
}

interface DocumentBase {
  /** Relative to the content folder. */
  readonly path: string;
  readonly slug: string;
  readonly places: PackedPlaces;
}

export interface ArticleDocument extends DocumentBase {
  readonly type: 'article';
  readonly matter: ArticleMatter;
}

export interface EntityDocument extends DocumentBase {
  readonly type: 'entity';
  readonly kind: string;
  readonly matter: Omit<EntityMatter, 'claims'>;
  readonly claims: readonly DocumentClaim[];
  /** Ids of claims that could not be read: they exist, so that nobody is told they do not. */
  readonly refusedClaims: readonly string[];
}

export interface PageDocument extends DocumentBase {
  readonly type: 'page';
  readonly lang: string;
  readonly matter: PageMatter;
}

/** The front matter of a content file, read and typed. Its body is a tree beside it. */
export type Document = ArticleDocument | EntityDocument | PageDocument;

/** `articles/slug`, `kind/slug`, `pages/slug` or `pages/slug.en`: what the graph calls a document. */
export function toDocumentId(document: Document): string {
  return document.path.replace(/\.mdx$/, '');
}

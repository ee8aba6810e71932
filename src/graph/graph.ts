import type { Place } from '../diagnostic/place.ts';
import type { Grade } from '../anchor/anchor-quote.ts';
import type { ArticleMatter, PageMatter } from '../schema/article-schema.ts';
import type { Alias, Speaker, Status } from '../schema/entity-schema.ts';
import type { LocalText } from '../schema/local-text.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import type { Value } from '../schema/value.ts';
import type { Gap } from '../text/fill-gaps.ts';
import type { Range } from '../text/range.ts';

/**
 * Everything the compiler knows, as plain data: sorted, without functions, the same bytes for the same content.
 *
 * Ids: an article is its slug; an entity is `kind/slug`; a claim is `kind/slug#claim`; a passage is unique within its
 * document; a document is `articles/slug`, `kind/slug` or `pages/slug` (`pages/slug.en` in another language).
 */
export interface Graph {
  readonly site: SiteConfig;
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly pages: readonly Page[];
  readonly claims: readonly Claim[];
  /** Every place a claim rests on, sorted by article, passage, start, claim. */
  readonly evidence: readonly Evidence[];
  /** Every naming of an entity, sorted by document, passage, start. */
  readonly mentions: readonly Mention[];
  /** Supported claims that cannot all be true, sorted by what they disagree on. */
  readonly conflicts: readonly Conflict[];
}

/** Claims that give different values to one property or measure at one date. */
export interface Conflict {
  /** What they disagree on: `kind/slug property` or the id of a measure. */
  readonly subject: string;
  readonly date: string | undefined;
  /** Ids, sorted. */
  readonly claims: readonly string[];
}

/** A block of prose of a document. */
export interface Passage {
  readonly id: string;
  /** From 1, in reading order. */
  readonly ordinal: number;
  readonly text: string;
  readonly lang: string;
  /** Ranges of `text`. */
  readonly sentences: readonly Range[];
  readonly place: Place;
  /** Inside an editor's note. */
  readonly isNote: boolean;
  /** Words that components without words of their own show in it, by offset of `text`. */
  readonly gaps: readonly Gap[];
  /** Ids it had before an author named it; links to them lead here. */
  readonly aliases: readonly string[];
}

/** A passage that is gone: its address still leads to where it stood. */
export interface RetiredPassage {
  readonly id: string;
  readonly text: string;
  /** The passage it stood after, `undefined` at the top. */
  readonly after: string | undefined;
}

export interface Article {
  readonly id: string;
  readonly matter: ArticleMatter;
  readonly passages: readonly Passage[];
  readonly retired: readonly RetiredPassage[];
}

export interface Entity {
  readonly id: string;
  readonly kind: string;
  readonly slug: string;
  readonly label: LocalText;
  readonly aliases: Readonly<Record<string, readonly Alias[]>>;
  readonly summary: LocalText | undefined;
  readonly sameAs: Readonly<Record<string, string>>;
  readonly formerIds: readonly string[];
  /** Plain data by property, without evidence of its own. */
  readonly fields: Readonly<Record<string, readonly Value[]>>;
  readonly passages: readonly Passage[];
  /** Of a statistic. */
  readonly measure: string | undefined;
}

/** A free page in one language. */
export interface Page {
  readonly id: string;
  readonly slug: string;
  readonly lang: string;
  readonly matter: PageMatter;
  readonly passages: readonly Passage[];
}

export interface Claim {
  readonly id: string;
  readonly entity: string;
  /** Unique within its entity; `value` for the number of a statistic. */
  readonly name: string;
  readonly property: string;
  readonly value: Value;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly status: Status;
  readonly saidBy: Speaker | undefined;
  /** Where its value is written. */
  readonly place: Place;
}

/** A quotation that was found in its article. */
export interface Evidence {
  readonly claim: string;
  /** From 0, among the evidence of its claim. */
  readonly index: number;
  readonly article: string;
  /** Id of the element that holds the words in the article's page: the fragment that a link to them carries. */
  readonly anchor: string;
  readonly grade: Grade;
  /** The words as they stand in the article. */
  readonly words: string;
  /** Where they stand: one range, or one in each of several neighbouring passages. */
  readonly spans: readonly { readonly passage: string; readonly range: Range }[];
}

/** A place where a text names an entity. */
export interface Mention {
  readonly entity: string;
  readonly document: string;
  readonly passage: string;
  /** Whole written words, clitics included. */
  readonly range: Range;
  /** The sentence around it. */
  readonly sentence: Range;
  /** Only the first of an entity in a passage is linked. */
  readonly isFirst: boolean;
  /** Names the people or the adjective, not the entity itself. */
  readonly isDemonym: boolean;
}

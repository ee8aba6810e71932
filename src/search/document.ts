import type { Day } from '../schema/edtf.ts';
import type { Choices } from './read-facets.ts';

/** What is searched, as plain data: an entity, an article, a passage, a free page. */
export interface SearchDocument {
  /** `members/belgium`, `articles/slug`, `articles/slug#p3`, `pages/slug` */
  readonly id: string;
  /** Id of a kind of entity, or `passage`, `article`, `page`. */
  readonly kind: string;
  /** What its kind is based on (`person`, `place` …), if it is an entity. */
  readonly base?: string;
  /** Where it stands and what it is called, by language of the reader. */
  readonly views: Readonly<Record<string, SearchView>>;
  /** Everything it may be called by, in any language; a name is a best bet, an epithet (a demonym) is not. */
  readonly names: readonly string[];
  readonly epithets: readonly string[];
  /** What a reader may filter by. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** The first day that it is of, by which results are sorted; nothing for what has no date. */
  readonly date?: Day | undefined;
  /** What it may be chosen by beside, if it is an entity. */
  readonly choices?: Choices;
  readonly sections: readonly SearchSection[];
}

export interface SearchView {
  readonly href: string;
  readonly title: string;
  /** One sentence on what it is. */
  readonly summary: string | undefined;
  /** Language of `summary`, where it is not the reader's. */
  readonly summaryLanguage: string | undefined;
}

/** A run of text that has its own place on a page. */
export interface SearchSection {
  readonly text: string;
  readonly lang: string;
  /** Where it stands; empty for the top of the page. */
  readonly fragment: string;
  /** Readers' languages whose page shows it. */
  readonly shownIn: readonly string[];
  /** Title of a result that leads here, by reader's language, where it is not that of the document. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Ranges of `text` that name something, with other names of it. Offsets are UTF-16, half-open. */
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly names: readonly string[] }[];
  /** Whether it is a fact in a few words, which results show of an entity. */
  readonly isFact?: true;
  /** Ranges of `text` that carry a statement, with the statement in other languages than that of the text. */
  readonly glosses?: readonly Gloss[];
}

/** Offsets are UTF-16, half-open. */
export interface Gloss {
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
}

/** Texts that are not in a section and are found with it: other names of what it names, and its glosses. */
export function listAdded({ mentions, glosses = [] }: SearchSection): readonly string[] {
  return [...mentions.flatMap(({ names }) => names), ...glosses.flatMap(({ texts }) => texts)];
}

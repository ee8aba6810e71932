// The files that stand beside Pagefind's and what is in them: written at build, read by the client.

/** Where the index of a site lies in its folder. */
export const INDEX_FOLDER = 'pagefind';
/** Where the client begins: the only file of ours whose name does not change with its content. */
export const MANIFEST = 'sanad.json';
export const VOCABULARY_FOLDER = 'words';
export const RECORD_FOLDER = 'records';
export const FILTER_FOLDER = 'filters';
/** JSON, a list of facets for each kind that has some. */
export const FACET_FOLDER = 'facets';
/** Text, as `order-files.ts` writes it. */
export const ORDER_FOLDER = 'orders';
/** The list beside the orders that tells where every record lies, for documents that no search for words found. */
export const RECORD_FILES = 'records';

export interface Manifest {
  readonly version: typeof INDEX_VERSION;
  readonly documents: number;
  /** Names of vocabulary files by the letters that their words begin with. */
  readonly words: Readonly<Record<string, string>>;
  /** Names of files that tell which documents have which values, by filter. */
  readonly filters: Readonly<Record<string, string>>;
  /** Files with the values that documents of a kind may be filtered by, by the id of the kind. */
  readonly facets: Readonly<Record<string, string>>;
  /** What one and many of a kind are called, in every language, by its id. */
  readonly kinds: Readonly<Record<string, { readonly one: readonly string[]; readonly other: readonly string[] }>>;
  /**
   * Files with documents in an order, by `date` and `name-<language>`; by `pages` ids of those of one page in each line; by
   * `records` where their records lie.
   */
  readonly orders: Readonly<Record<string, string>>;
}

/** A property of a kind and which documents have which of its values. Fetched when a reader filters by the kind. */
export interface Facet {
  /** `kind.property`, as in the address of the search page. */
  readonly id: string;
  /** By language of the reader. */
  readonly label: Readonly<Record<string, string>>;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  /** Ids of documents. */
  readonly documents: readonly string[];
}

export const INDEX_VERSION = 7;

/** Documents are numbered in the order in which they were indexed; everywhere else a number is written so. */
export function toDocumentId(number: number): string {
  return number.toString(36);
}

/** The id of a result: under which name its record lies, and its own. */
export function toResultId(recordFile: string, document: string): string {
  return `${recordFile}.${document}`;
}

/** What `toResultId` joined. */
export function readResultId(id: string): { readonly recordFile: string; readonly document: string } {
  const at = id.indexOf('.');
  return { recordFile: id.slice(0, at), document: id.slice(at + 1) };
}

/** Neighbours lie in one file, by their ids. */
export type RecordFile = Readonly<Record<string, IndexRecord>>;

/** What is shown of a document; the words in it stand in the order in which the index counted them. */
export interface IndexRecord {
  readonly id: string;
  readonly kind: string;
  /** What its kind is based on (`person`, `place` …), if it is an entity. */
  readonly base?: string;
  readonly names: readonly string[];
  readonly views: Readonly<Record<string, RecordView>>;
  readonly sections: readonly RecordSection[];
}

export interface RecordView {
  readonly href: string;
  readonly title: string;
  readonly summary?: string;
  readonly summaryLanguage?: string;
}

export interface RecordSection {
  readonly text: string;
  readonly lang: string;
  readonly fragment: string;
  readonly shownIn: readonly string[];
  /** Title of a result that leads here, by reader's language, where it is not that of the document. */
  readonly titles?: Readonly<Record<string, string>>;
  /** A fact in a few words. */
  readonly isFact?: true;
  /** Number of its first token. */
  readonly from: number;
  /** `[token, length]` of names of several tokens: whoever finds the first token has found them all. */
  readonly spans?: readonly (readonly [number, number])[];
}

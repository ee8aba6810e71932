// The files that stand beside Pagefind's and what is in them: written at build, read by the client.

/** Where the client begins: the only file of the index whose name does not change with its content. */
export const MANIFEST = 'sanad.json';
export const VOCABULARY_FOLDER = 'words';
export const RECORD_FOLDER = 'records';

export interface Manifest {
  readonly version: typeof INDEX_VERSION;
  readonly documents: number;
  /** Names of vocabulary files by the letters that their words begin with. */
  readonly words: Readonly<Record<string, string>>;
  /** Titles of articles by id and reader's language, for filters. */
  readonly articles: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const INDEX_VERSION = 1;

/** What is shown of a document; the words in it stand in the order in which the index counted them. */
export interface IndexRecord {
  readonly id: string;
  readonly kind: string;
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
  /** Number of its first token. */
  readonly from: number;
  /** `[token, length]` of names of several tokens: whoever finds the first token has found them all. */
  readonly spans?: readonly (readonly [number, number])[];
}

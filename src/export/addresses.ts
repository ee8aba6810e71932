/** Absolute addresses by which data names what it speaks of; the same in every language of the site. */
export interface Addresses {
  readonly home: () => string;
  /** `id` is the slug. */
  readonly article: (id: string) => string;
  /** `id` is `kind/slug`. */
  readonly entity: (id: string) => string;
  /** `id` is `kind/slug#claim`. */
  readonly claim: (id: string) => string;
  readonly passage: (article: string, passage: string) => string;
  /** The exact words that a claim rests on. */
  readonly evidence: (article: string, anchor: string) => string;
}

import type { LocalText } from '../schema/local-text.ts';
import type { Quantity } from '../schema/value.ts';
import type { Range } from '../text/range.ts';

/** A stretch of a passage to be marked. */
export type Mark =
  | { readonly type: 'mention'; readonly range: Range; readonly entity: string; readonly kind: string }
  | { readonly type: 'evidence'; readonly range: Range; readonly anchor: string; readonly carriesId: boolean };

export interface DrawnPassage {
  readonly id: string;
  readonly ordinal: number;
  readonly aliases: readonly string[];
  /** Sorted by start, longer first. */
  readonly marks: readonly Mark[];
}

/** A claim as a body may cite or quote it. */
export interface DrawnClaim {
  /** First evidence; absent when it has none. */
  readonly evidence?:
    | {
        readonly article: string;
        readonly anchor: string;
        readonly words: string;
        readonly lang: string;
        readonly title: LocalText;
      }
    | undefined;
}

/**
 * All that a body's drawing depends on besides its own text. Plain data: its hash is the key under which a rendered
 * body is kept, so a body is drawn again exactly when something in here changed.
 */
export interface Drawing {
  /** Language of the body where no comment says otherwise. */
  readonly lang: string;
  /** `articles/slug` and the like. */
  readonly document: string;
  /** By index. */
  readonly passages: readonly DrawnPassage[];
  /** What components of the body name, by id as written there (claims: whole ids). */
  readonly entities: Readonly<Record<string, { readonly kind: string; readonly label: LocalText }>>;
  readonly statistics: Readonly<Record<string, { readonly kind: string; readonly quantity: Quantity }>>;
  readonly claims: Readonly<Record<string, DrawnClaim>>;
}

import type { Claim } from '../graph/graph.ts';
import type { LocalText } from '../schema/local-text.ts';
import type { Value } from '../schema/value.ts';

/** How one language says things. */
export interface Wording {
  readonly language: string;
  /** The text in the language, or in another if it has none. */
  readonly pick: (text: LocalText) => string;
  /** The name of an entity, by its id. */
  readonly name: (entity: string) => string;
  readonly property: (claim: Claim) => string;
  readonly value: (value: Value) => string;
}

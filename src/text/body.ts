import type { Point } from '../diagnostic/place.ts';
import type { AttributeType } from '../schema/vocabulary.ts';
import type { Range } from './range.ts';

/** A passage as a body has it, before it has an id. Plain data, so that workers can send it. */
export interface BodyPassage {
  readonly text: string;
  readonly lang: string;
  /** Given by the author in a comment before the block. */
  readonly name: string | undefined;
  readonly isNote: boolean;
  /** Ranges of `text`. */
  readonly sentences: readonly Range[];
  /** Ranges of `text` in which the author settled by hand what is named: links and components. */
  readonly settled: readonly Range[];
  /** Where stretches of `text` begin in the file, in order; columns run on from each. The first is the block's start. */
  readonly origins: readonly { readonly at: number; readonly point: Point }[];
}

/** A thing that a body uses: the value of a component's attribute, or the address of a link. */
export interface Use {
  readonly type: AttributeType | 'link';
  readonly target: string;
  readonly component: string;
  readonly point: Point | undefined;
  /** Index of the passage it stands in. */
  readonly passage: number | undefined;
  /** What its own words cover in the passage's text; empty when it has none. */
  readonly range: Range | undefined;
}

export interface Body {
  readonly passages: readonly BodyPassage[];
  readonly uses: readonly Use[];
}

/** Where an offset of a passage's text stands in its file. */
export function findOrigin(passage: BodyPassage, offset: number): Point | undefined {
  const origin = passage.origins.findLast(({ at }) => at <= offset);
  return origin && { line: origin.point.line, column: origin.point.column + offset - origin.at };
}

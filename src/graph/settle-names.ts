import { anchorQuote } from '../anchor/anchor-quote.ts';
import type { NameSetting } from '../schema/entity-schema.ts';
import type { Range } from '../text/range.ts';
import { joinPassages, splitByPassage } from './anchor-citations.ts';
import type { Entry } from './corpus.ts';

/** A name that an author settled by hand, with the places it settles; none when the words do not stand in the text. */
export interface SettledName extends NameSetting {
  readonly places: readonly { readonly passage: number; readonly range: Range }[];
}

/** Finds the words of every setting as quotations are found; without context they are settled wherever they stand. */
export function settleNames({ document, body }: Entry): SettledName[] {
  const { names } = document.matter;
  if (names.length === 0) return [];
  const text = joinPassages(body.passages);
  return names.map((setting) => {
    const { words, prefix, suffix } = setting;
    const anchoring = anchorQuote(text.anchorText, { quote: words, prefix, suffix });
    const ranges =
      anchoring.status === 'anchored' ? [anchoring.range] : anchoring.status === 'ambiguous' ? anchoring.ranges : [];
    return { ...setting, places: ranges.flatMap((range) => splitByPassage(text, range)) };
  });
}

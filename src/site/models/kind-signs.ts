import type { TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';

/** How pictures tell a kind from the others: by its colour and, without colour, by a sign of its own. */
export interface KindSign {
  readonly id: string;
  readonly name: TextInLanguage;
  /** Its place among the kinds of the site, by which shapes and patterns are chosen. */
  readonly sign: number;
}

/** The signs of some kinds, in the order of site.yaml. */
export function listKindSigns({ kb, kindNames }: PageContext, kinds: ReadonlySet<string>): readonly KindSign[] {
  return Object.keys(kb.site.kinds).flatMap((id, sign) =>
    kinds.has(id) ? [{ id, name: kindNames(id).other, sign }] : [],
  );
}

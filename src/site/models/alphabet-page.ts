import type { TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { toIndexLetter, toSortKey } from '../to-sort-key.ts';
import { buildShell, type Shell } from './shell.ts';

/** Every entity by its first letter. */
export interface AlphabetPage {
  readonly shell: Shell;
  readonly count: number;
  readonly letters: readonly {
    readonly letter: string;
    /** Fragment of the page. */
    readonly id: string;
    readonly entries: readonly { readonly entity: EntityLink; readonly kindName: TextInLanguage }[];
  }[];
}

/** The index of all entities in the order of the language's alphabet; the article of a name does not count. */
export function buildAlphabetPage(context: PageContext): AlphabetPage {
  const { kb, strings, toLink, kindNames, compare, language } = context;
  const entries = kb
    .entities()
    .map((entity) => ({ entity: toLink(entity), kindName: kindNames(entity.kind).one }))
    .toSorted((a, b) => compare(a.entity.label.text, b.entity.label.text));
  const letters = Map.groupBy(entries, ({ entity }) => toIndexLetter(toSortKey(entity.label.text, language)));
  return {
    shell: buildShell(context, { path: 'index/', title: strings.say('alphabet.title'), dataType: 'CollectionPage' }),
    count: entries.length,
    letters: [...letters].map(([letter, own], index) => ({ letter, id: `letter_${index + 1}`, entries: own })),
  };
}

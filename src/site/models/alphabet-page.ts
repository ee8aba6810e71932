import type { TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { toIndexLetter, toSortKey } from '../../text/to-sort-key.ts';
import { toPagePart } from '../urls.ts';
import { buildPager, type Pager } from './pager.ts';
import { buildShell, type Shell } from './shell.ts';

/** Every entity by its first letter. */
export interface AlphabetPage {
  readonly shell: Shell;
  readonly count: number;
  readonly pager: Pager;
  /** Every letter, with where its names begin. */
  readonly all: readonly { readonly letter: string; readonly href: string }[];
  readonly letters: readonly {
    readonly letter: string;
    /** Fragment of the page. */
    readonly id: string;
    readonly entries: readonly { readonly entity: EntityLink; readonly kindName: TextInLanguage }[];
  }[];
}

/** The index of all entities in the order of the language's alphabet; the article of a name does not count. */
export function buildAlphabetPage(context: PageContext, number = 1): AlphabetPage {
  const { kb, urls, strings, toLink, kindNames, language } = context;
  const name = `* ${language}`;
  const { total, sheets, letters } = kb.list(name);
  const ids = new Map(letters.map(({ letter }, index) => [letter, `letter_${index + 1}`]));
  const entries = kb
    .sheet(name, number)
    .flatMap((id) => kb.entityHead(id) ?? [])
    .map((entity) => ({ entity: toLink(entity), kindName: kindNames(entity.kind).one }));
  const own = Map.groupBy(entries, ({ entity }) => toIndexLetter(toSortKey(entity.label.text, language)));
  return {
    shell: buildShell(context, {
      path: `index/${toPagePart(number)}`,
      title: strings.say('alphabet.title'),
      dataType: 'CollectionPage',
    }),
    count: total,
    pager: buildPager(sheets, number, urls.alphabet),
    all: letters.map(({ letter, sheet }) => ({
      letter,
      href: `${sheet === number ? '' : urls.alphabet(sheet)}#${ids.get(letter) ?? ''}`,
    })),
    letters: [...own].map(([letter, same]) => ({ letter, id: ids.get(letter) ?? '', entries: same })),
  };
}

import { describe, expect, test } from 'vitest';
import { findPassageId, findPieces, listEntityLinks, listNotes, readFragment } from '../support/article-page.ts';
import { readAuthoredContent } from '../support/authored-content.ts';
import { readPages, toLanguageRoot, type BuiltPage } from '../support/built-site.ts';
import { findAll, findAllByClass, findAround, hasClass } from '../support/html.ts';
import { SITE_NAMES } from '../support/sites.ts';

const ORIGIN = 'http://site.test';

describe.each(SITE_NAMES)('links both ways on the site %s', (name) => {
  const site = readPages(name);
  const content = readAuthoredContent(site.contentFolder);

  describe.each(site.languages)('in %s', (language) => {
    const root = toLanguageRoot(site, language);
    const toArticles = (): BuiltPage[] => content.articles.map(({ slug }) => site.page(`${root}articles/${slug}/`));
    const toEntities = (): BuiltPage[] => content.entities.map(({ id }) => site.page(`${root}${id}/`));

    test('a passage lists a claim if and only if words of the claim stand in it', () => {
      const forward = toEntities()
        .flatMap(listCitations)
        .flatMap(({ claim, words }) => {
          const { pathname } = new URL(words, ORIGIN);
          const passages = findPieces(site.page(pathname), readFragment(words)).map(findPassageId);
          return passages.map((passage) => `${pathname}#${String(passage)} ← ${claim} (${words})`);
        });
      const backward = toArticles().flatMap((page) =>
        listNotes(page).flatMap(({ passages, claim, words }) => {
          // A block of several passages has one margin: the note belongs to those in which its words stand.
          const own = findPieces(page, readFragment(words)).map(findPassageId);
          const noted = passages.filter((passage) => own.includes(passage));
          return noted.map((passage) => `${page.path}#${passage} ← ${claim} (${words})`);
        }),
      );
      expect(forward.length).toBeGreaterThan(0);
      expect(compare(forward, backward)).toEqual({ onlyForward: [], onlyBackward: [] });
    });

    test('a note stands in the margin of a block that holds its words', () => {
      const stray = toArticles().flatMap((page) =>
        listNotes(page).filter(({ passages, words }) => {
          const own = findPieces(page, readFragment(words)).map(findPassageId);
          return !own.some((passage) => passage !== undefined && passages.includes(passage));
        }),
      );
      expect(stray).toEqual([]);
    });

    test('a text names an entity if and only if the page of the entity, or its list of mentions, lists the passage', () => {
      const forward = [...toArticles(), ...toEntities(), ...findFreePages(root)].flatMap((page) =>
        listNamedPassages(page)
          .filter(({ entity }) => entity !== page.path)
          .map(({ entity, passage }) => `${entity} is named in ${page.path}#${passage}`),
      );
      const backward = toEntities().flatMap(({ path }) =>
        site.pages
          .filter((page) => page.path === path || page.path.startsWith(`${path}mentions/`))
          .flatMap(listMentions)
          .map((place) => `${path} is named in ${place}`),
      );
      expect(forward.length).toBeGreaterThan(0);
      expect(compare(forward, backward)).toEqual({ onlyForward: [], onlyBackward: [] });
    });
  });

  /** Pages that are neither lists nor articles nor entities: they have prose of their own. */
  function findFreePages(root: string): BuiltPage[] {
    return site.pages.filter(
      ({ path, root: page }) => isOneBelow(path, root) && findAllByClass(page, 'free-page').length > 0,
    );
  }
});

function isOneBelow(path: string, root: string): boolean {
  return path.startsWith(root) && /^[^/]+\/$/.test(path.slice(root.length));
}

/** Claims of an entity's page with the addresses of the words that they rest on. */
function listCitations({ path, root }: BuiltPage): { readonly claim: string; readonly words: string }[] {
  return findAll(root, (element) => element.tag === 'a' && hasClass(element, 'words')).map((link) => {
    const claim = findAround(link, (element) => hasClass(element, 'claim') || hasClass(element, 'statistic'));
    return { claim: `${path}#${claim?.attributes.id ?? ''}`, words: link.attributes.href ?? '' };
  });
}

function listNamedPassages({ root }: BuiltPage): { readonly entity: string; readonly passage: string }[] {
  return findAll(root, ({ attributes }) => attributes['data-passage'] !== undefined).flatMap((passage) =>
    [...listEntityLinks(passage), ...listStatisticLinks(passage)].map((href) => ({
      entity: new URL(href, ORIGIN).pathname,
      passage: passage.attributes['data-passage'] ?? '',
    })),
  );
}

function listStatisticLinks(passage: Parameters<typeof listEntityLinks>[0]): string[] {
  return findAll(passage, (one) => one.tag === 'a' && hasClass(one, 'stat')).map(
    ({ attributes }) => attributes.href ?? '',
  );
}

function listMentions({ root }: BuiltPage): string[] {
  return findAllByClass(root, 'mention-group').flatMap((group) =>
    findAll(group, (element) => element.tag === 'a' && hasClass(element, 'place')).map(
      ({ attributes }) => attributes.href ?? '',
    ),
  );
}

function compare(
  forward: readonly string[],
  backward: readonly string[],
): Record<'onlyForward' | 'onlyBackward', string[]> {
  const without = (own: readonly string[], other: readonly string[]): string[] =>
    [...new Set(own)].filter((one) => !other.includes(one)).sort();
  return { onlyForward: without(forward, backward), onlyBackward: without(backward, forward) };
}

import { describe, expect, test } from 'vitest';
import { findPassageId, findPassages, findPieces } from '../support/article-page.ts';
import { readAuthoredContent } from '../support/authored-content.ts';
import { readPages, toLanguageRoot } from '../support/built-site.ts';
import { findAll, findAllByClass, findById, type HtmlElement } from '../support/html.ts';
import { SITE_NAMES } from '../support/sites.ts';

const ORIGIN = 'http://site.test';

describe.each(SITE_NAMES)('evidence on the site %s', (name) => {
  const site = readPages(name);
  const content = readAuthoredContent(site.contentFolder);
  const sources = new Map(content.articles.map(({ slug, passages }) => [slug, passages.join('\n')]));
  const quotations = content.entities.flatMap((entity) =>
    entity.claims.flatMap((claim) =>
      claim.evidence.map(({ article, quote }, index) => ({
        claim: `${entity.id}#${claim.name}`,
        index,
        article,
        quote,
        isLiteral: sources.get(article)?.includes(quote) === true,
      })),
    ),
  );

  describe.each(site.languages)('in %s', (language) => {
    const root = toLanguageRoot(site, language);

    /** The cards of a claim's evidence, in the order in which the author gave it. */
    const findCards = (claim: string): HtmlElement[] => {
      const [entity = '', id = ''] = claim.split('#');
      const element = findById(site.page(`${root}${entity}/`).root, id);
      return element === undefined ? [] : findAllByClass(element, 'evidence-card');
    };
    const findLink = ({ claim, index }: { readonly claim: string; readonly index: number }): URL => {
      const card = findCards(claim)[index];
      const link = card && findAll(card, ({ tag, attributes }) => tag === 'a' && attributes.class === 'words')[0];
      return new URL(link?.attributes.href ?? '/no-link', ORIGIN);
    };

    test('is linked from its claim, quotation by quotation', () => {
      const missing = quotations.filter((one) => findLink(one).pathname !== `${root}articles/${one.article}/`);
      expect(quotations.length).toBeGreaterThan(0);
      expect(missing).toEqual([]);
    });

    test('lands on exactly the quoted words as they stand in the article', () => {
      const wrong = quotations.flatMap((one) => {
        const { pathname, hash } = findLink(one);
        const words = joinPieces(findPieces(site.page(pathname), decodeURIComponent(hash.slice(1))));
        const isInSource = sources.get(one.article)?.includes(words) === true;
        const isQuoted = one.isLiteral ? words === one.quote : toLooseWords(words) === toLooseWords(one.quote);
        return words !== '' && isInSource && isQuoted ? [] : [{ ...one, words }];
      });
      expect(wrong).toEqual([]);
    });

    test('is shown beside its claim in the words of the article', () => {
      const wrong = quotations.flatMap((one) => {
        const card = findCards(one.claim)[one.index];
        const shown = card && findAll(card, ({ tag }) => tag === 'mark').map(({ text }) => text);
        const words = shown?.join('\n') ?? '';
        const isInSource = shown?.every((text) => sources.get(one.article)?.includes(text)) === true;
        return isInSource && toLooseWords(words) === toLooseWords(one.quote) ? [] : [{ ...one, words }];
      });
      expect(wrong).toEqual([]);
    });

    test('is given for nothing that the author left without', () => {
      const without = content.entities.flatMap(({ id, claims }) =>
        claims.filter(({ evidence }) => evidence.length === 0).map((claim) => `${id}#${claim.name}`),
      );
      expect(without.filter((claim) => findCards(claim).length > 0)).toEqual([]);
    });

    test.each(content.articles)(
      'stands in $slug, whose text is the source character for character',
      ({ slug, passages }) => {
        expect(findPassages(site.page(`${root}articles/${slug}/`)).map(({ text }) => text)).toEqual(passages);
      },
    );
  });
});

/** The words that pieces hold, passages on lines of their own. */
function joinPieces(pieces: readonly HtmlElement[]): string {
  const byPassage = Map.groupBy(pieces, (piece) => findPassageId(piece));
  return [...byPassage.values()].map((own) => own.map(({ text }) => text).join('')).join('\n');
}

/** What two spellings of the same words have in common: no marks, no punctuation, one alef, one ya, Latin digits. */
function toLooseWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/\u0649/g, '\u064A') // alef maqsura as ya
    .replace(/\u0629/g, '\u0647') // ta marbuta as ha
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

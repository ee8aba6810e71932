import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Corpus, Entry } from '../graph/corpus.ts';
import { RESERVED_SLUGS } from '../source/parse-site.ts';

/** Articles need prose; pages do not take the address of something else. */
export function checkArticles(corpus: Corpus): Diagnostic[] {
  return [...corpus.articles.flatMap(checkProse), ...corpus.pages.flatMap((entry) => checkPageSlug(entry, corpus))];
}

function checkProse({ document, body }: Entry): Diagnostic[] {
  if (body.passages.length > 0) return [];
  return [
    diagnose(
      'article-empty',
      { file: document.path },
      {
        message: 'The article has no passage, so nothing can rest on it.',
        fix: 'Put its text under the front matter.',
      },
    ),
  ];
}

function checkPageSlug({ document }: Entry, { site }: Corpus): Diagnostic[] {
  const { slug } = document;
  if (![...RESERVED_SLUGS, ...site.languages].includes(slug) && !Object.hasOwn(site.kinds, slug)) return [];
  return [
    diagnose(
      'name-reserved',
      { file: document.path },
      {
        message: `The address /${slug}/ belongs to something else.`,
        fix: 'Rename the page.',
      },
    ),
  ];
}

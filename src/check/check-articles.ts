import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Corpus, Entry } from '../graph/corpus.ts';

/** An id that a passage may have by itself; a hand-written name must not look like one. */
const OWN_ID = /^p\d+$/;

/** Articles need prose; hand-written passage names are unique; pages do not take the address of something else. */
export function checkArticles(corpus: Corpus): Diagnostic[] {
  return [
    ...corpus.articles.flatMap((entry) => [...checkProse(entry), ...checkNames(entry)]),
    ...corpus.pages.flatMap((entry) => checkPageSlug(entry, corpus)),
    ...[...corpus.entities, ...corpus.articles].flatMap((entry) => checkLanguages(entry, corpus)),
  ];
}

function checkProse({ document, body }: Entry): Diagnostic[] {
  if (body.passages.length > 0) return [];
  return [
    diagnose('article-empty', { file: document.path }, {
      message: 'The article has no passage, so nothing can rest on it.',
      fix: 'Put its text under the front matter.',
    }),
  ];
}

function checkNames({ document, body }: Entry): Diagnostic[] {
  const seen = new Set<string>();
  return body.passages.flatMap(({ name, origins }) => {
    if (name === undefined) return [];
    const isTaken = seen.has(name);
    seen.add(name);
    if (!isTaken && !OWN_ID.test(name)) return [];
    return [
      diagnose('passage-name', { file: document.path, point: origins[0]?.point }, {
        message: isTaken
          ? `Another passage of this article is named \`${name}\`.`
          : `\`${name}\` looks like an id that passages get by themselves.`,
        fix: 'Give the passage another name.',
      }),
    ];
  });
}

function checkPageSlug({ document }: Entry, { site }: Corpus): Diagnostic[] {
  const { slug } = document;
  if (!['articles', 'search', 'coverage', '404', 'pagefind', ...site.languages].includes(slug) && !Object.hasOwn(site.kinds, slug)) return [];
  return [
    diagnose('name-reserved', { file: document.path }, {
      message: `The address /${slug}/ belongs to something else.`,
      fix: 'Rename the page.',
    }),
  ];
}

/** A comment that switches the language of a body names a language of the site. */
function checkLanguages({ document, body }: Entry, { site }: Corpus): Diagnostic[] {
  if (document.type === 'article') return [];
  const unknown = body.passages.find(({ lang }) => !site.languages.includes(lang));
  if (!unknown) return [];
  return [
    diagnose('language-unknown', { file: document.path, point: unknown.origins[0]?.point }, {
      message: `The site has the languages ${site.languages.join(', ')}, not \`${unknown.lang}\`.`,
      fix: 'Correct the comment before this block, or add the language to `languages` in site.yaml.',
    }),
  ];
}

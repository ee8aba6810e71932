import { nameLanguage, toDirection, type Direction, type TextInLanguage } from '../language.ts';
import { selectStrings } from '../strings.ts';
import type { PageContext } from '../page-context.ts';
import { resolveAddresses } from '../resolve-addresses.ts';
import { buildShell, listFreePages, type NavigationLink, type Shell } from './shell.ts';

/** The search page: everything that it says is in the HTML, its script only shows and hides. */
export interface SearchPage {
  readonly shell: Shell;
  /** Folder of the search index. */
  readonly indexFolder: string;
  readonly kinds: readonly { readonly id: string; readonly name: TextInLanguage }[];
  /** All articles while they are few; none of many. */
  readonly articles: readonly { readonly id: string; readonly title: TextInLanguage }[];
  readonly indexes: readonly NavigationLink[];
}

/** A free page: its title; its body is a component that the route brings. */
export interface FreePage {
  readonly shell: Shell;
  /** Id of the document: `pages/about` or `pages/about.en`. */
  readonly document: string;
  readonly title: TextInLanguage;
  readonly otherLanguage: string | undefined;
  /** Puts the site's addresses into its finished HTML. */
  readonly resolve: (html: string) => string;
}

export interface NotFoundPage {
  readonly shell: Shell;
  readonly indexes: readonly NavigationLink[];
  /** The same in the other languages of the site: hosts show one page for all addresses that lead nowhere. */
  readonly others: readonly {
    readonly lang: string;
    readonly dir: Direction;
    readonly title: string;
    readonly home: string;
    readonly homeHref: string;
    readonly search: string;
    readonly searchHref: string;
  }[];
  /** Home pages of all languages, as JSON for the script that looks for pages with like addresses. */
  readonly homes: string;
}

/** A page that leads elsewhere. */
export interface RedirectPage {
  readonly shell: Shell;
  readonly href: string;
  readonly label: TextInLanguage;
}

/** More articles than these are found by searching for them. */
const MOST_ARTICLES = 100;

export function buildSearchPage(context: PageContext): SearchPage {
  const { kb, urls, strings, kindNames, pick } = context;
  const shell = buildShell(context, {
    path: 'search/',
    title: strings.say('search.title'),
    indexing: 'hidden',
    dataType: 'SearchResultsPage',
  });
  const articles = kb.articles().map(({ id, matter }) => ({ id, title: pick(matter.title) }));
  return {
    shell,
    indexFolder: urls.file('pagefind/'),
    kinds: Object.keys(kb.site.kinds).map((id) => ({ id, name: kindNames(id).other })),
    articles: articles.length > MOST_ARTICLES ? [] : articles,
    indexes: shell.navigation,
  };
}

/** A free page by its slug, or nothing. */
export function buildFreePage(context: PageContext, slug: string): FreePage | undefined {
  const { language, strings } = context;
  const page = listFreePages(context).find((one) => one.slug === slug);
  if (page === undefined) return undefined;
  return {
    shell: buildShell(context, {
      path: `${slug}/`,
      title: page.title.text,
      description: page.summary,
    }),
    document: page.id,
    title: page.title,
    otherLanguage:
      page.lang === language
        ? undefined
        : strings.say('body.other-language', { language: nameLanguage(page.lang, strings.language) }),
    resolve: (html) => resolveAddresses(html, context.urls),
  };
}

export function buildNotFoundPage(context: PageContext): NotFoundPage {
  const { language, languages, strings } = context;
  const shell = buildShell(context, {
    path: '404/',
    title: strings.say('not-found.title'),
    indexing: 'hidden',
    dataType: 'none',
  });
  return {
    // The main language's page is the file that hosts look for; the others stand beside it.
    shell: {
      ...shell,
      languages: shell.languages.map((one) =>
        one.lang === languages[0] ? { ...one, href: context.urls.file('404.html') } : one,
      ),
      canonical: language === languages[0] ? context.urls.absolute(context.urls.file('404.html')) : shell.canonical,
    },
    indexes: shell.navigation,
    others: languages
      .filter((lang) => lang !== language)
      .map((lang) => {
        const words = selectStrings(lang);
        return {
          lang: words.language,
          dir: toDirection(words.language),
          title: words.say('not-found.title'),
          home: words.say('navigation.home'),
          homeHref: context.urls.inLanguage(lang, ''),
          search: words.say('search.title'),
          searchHref: context.urls.inLanguage(lang, 'search/'),
        };
      }),
    homes: JSON.stringify(languages.map((lang) => context.urls.inLanguage(lang, ''))),
  };
}

/** The page at an address that an entity or article had before. */
export function buildRedirectPage(
  context: PageContext,
  { from, to }: { readonly from: string; readonly to: string },
): RedirectPage {
  const { label, href } = linkTo(to, context);
  const shell = buildShell(context, {
    path: `${from}/`,
    title: label.text,
    indexing: 'hidden',
    dataType: 'none',
  });
  return { shell: { ...shell, canonical: context.urls.absolute(href) }, href, label };
}

function linkTo(document: string, { link, article, urls, pick }: PageContext): Pick<RedirectPage, 'label' | 'href'> {
  if (!document.startsWith('articles/')) return link(document);
  const slug = document.slice('articles/'.length);
  return { label: pick(article(slug)?.matter.title ?? { und: slug }), href: urls.article(slug) };
}

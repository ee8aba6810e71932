import type { PageType } from '../../export/describe-page.ts';
import type { JsonLd } from '../../export/json-ld.ts';
import { nameLanguage, toDirection, type Direction, type TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { toShareName } from '../share/list-share-cards.ts';
import type { Strings } from '../strings.ts';
import { writePageData } from './page-data.ts';

export interface Crumb {
  readonly label: TextInLanguage;
  readonly href: string;
}

export interface NavigationLink {
  readonly label: TextInLanguage;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** What stands around every page. */
export interface Shell {
  readonly lang: string;
  readonly dir: Direction;
  readonly strings: Strings;
  /** For the title bar. */
  readonly title: string;
  readonly description: string | undefined;
  readonly site: { readonly title: TextInLanguage; readonly href: string };
  readonly canonical: string;
  /** This page in every language of the site. */
  readonly languages: readonly {
    readonly lang: string;
    readonly dir: Direction;
    readonly name: string;
    readonly href: string;
    readonly absolute: string;
    readonly isCurrent: boolean;
    readonly isMain: boolean;
    /** Whether it is this page, and not the nearest that the language has. */
    readonly isSame: boolean;
  }[];
  readonly navigation: readonly NavigationLink[];
  readonly pages: readonly NavigationLink[];
  readonly crumbs: readonly Crumb[];
  readonly searchHref: string;
  readonly files: {
    readonly icon: string;
    readonly fallbackIcon: string;
    readonly touchIcon: string;
    readonly beforePaint: string;
    readonly searchIndex: string;
  };
  /** What links lead to, for those who point at them: a file for each shelf of entities. */
  readonly previews: { readonly folder: string; readonly shelves: number };
  /** What one result is called, by id of its kind. */
  readonly searchKinds: Readonly<Record<string, string>>;
  readonly isIndexed: boolean;
  /** The page as JSON-LD, written only when it is drawn; nothing for a page that stands for another. */
  readonly writeData: (() => string) | undefined;
  /** The feed of what is new, and how browsers search the site. */
  readonly feedHref: string;
  readonly openSearchHref: string;
  /** How other sites show a link to this page. */
  readonly share: { readonly title: string; readonly type: 'article' | 'website'; readonly picture: string };
}

export interface ShellSettings {
  /** Path without base and language, such as `members/belgium/`. */
  readonly path: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** From below the home page down to the parent of this page. */
  readonly crumbs?: readonly Crumb[];
  /** Pages that stand for others, or for none, keep out of search engines. */
  readonly indexing?: 'indexed' | 'hidden';
  /** What schema.org calls the page: a `WebPage`, unless it is a more special one. `none` for one that stands for another, or for nothing. */
  readonly dataType?: PageType | 'none';
  /**
   * The path of the nearest page in a language that has no such page: lists are not equally long in all. Nothing where
   * there is one.
   */
  readonly findElsewhere?: (language: string) => string | undefined;
  /** What the page is about, as data; asked for only when the page is drawn. */
  readonly describeThing?: () => JsonLd;
}

/** The frame of a page: where it stands, where it leads, and itself in other languages. */
export function buildShell(context: PageContext, settings: ShellSettings): Shell {
  const { kb, language, languages, urls, strings, pick, kindNames } = context;
  const siteTitle = pick(kb.site.title);
  const link = (label: TextInLanguage, href: string): NavigationLink => ({
    label,
    href,
    isCurrent: href === urls.inLanguage(language, settings.path),
  });
  const canonical = urls.absolute(urls.inLanguage(language, settings.path));
  const description = settings.description ?? pick(kb.site.description).text;
  const crumbs = settings.crumbs ?? [];
  const type = settings.dataType ?? 'WebPage';
  const card = toShareName(settings.path, Object.keys(kb.site.kinds));
  return {
    lang: language,
    dir: toDirection(language),
    strings,
    title: settings.title === undefined ? siteTitle.text : `${settings.title} · ${siteTitle.text}`,
    description,
    site: { title: siteTitle, href: urls.home() },
    canonical,
    languages: languages.map((lang) => {
      const elsewhere = lang === language ? undefined : settings.findElsewhere?.(lang);
      const href = urls.inLanguage(lang, elsewhere ?? settings.path);
      return {
        lang,
        dir: toDirection(lang),
        name: nameLanguage(lang, lang),
        href,
        absolute: urls.absolute(href),
        isCurrent: lang === language,
        isMain: lang === languages[0],
        isSame: elsewhere === undefined,
      };
    }),
    navigation: [
      link(word(strings, 'navigation.articles'), urls.articles()),
      ...Object.keys(kb.site.kinds).map((kind) => link(kindNames(kind).other, urls.kind(kind))),
      link(word(strings, 'navigation.alphabet'), urls.alphabet()),
      ...listPictures(context).map(({ label, href }) => link(label, href)),
    ],
    pages: [
      ...listFreePages(context).map(({ title, slug }) => link(title, urls.page(slug))),
      link(word(strings, 'coverage.title'), urls.coverage()),
    ],
    crumbs,
    searchHref: urls.search(),
    files: {
      icon: urls.file('favicon.svg'),
      fallbackIcon: urls.file('favicon.ico'),
      touchIcon: urls.file('apple-touch-icon.png'),
      beforePaint: urls.file('before-paint.js'),
      searchIndex: urls.file('pagefind/'),
    },
    previews: { folder: urls.previews(), shelves: kb.shelves },
    searchKinds: {
      passage: strings.say('search.kind-passage'),
      article: strings.say('search.kind-article'),
      page: strings.say('search.kind-page'),
      ...Object.fromEntries(Object.keys(kb.site.kinds).map((kind) => [kind, kindNames(kind).one.text])),
    },
    isIndexed: settings.indexing !== 'hidden',
    writeData:
      type === 'none'
        ? undefined
        : () =>
            writePageData(
              context,
              { lang: language, canonical, crumbs, description },
              { type, name: settings.title, thing: settings.describeThing?.() },
            ),
    feedHref: urls.feed(),
    openSearchHref: urls.openSearch(),
    share: {
      title: settings.title ?? siteTitle.text,
      type: card.startsWith('articles/') ? 'article' : 'website',
      picture: urls.absolute(urls.share(card)),
    },
  };
}

/** The pictures of the whole site, as far as there is something to draw. */
export function listPictures({ kb, urls, strings }: PageContext): readonly Crumb[] {
  const { map, timeline, graph } = kb.pictures();
  return [
    ...(map ? [{ label: word(strings, 'map.title'), href: urls.map() }] : []),
    ...(timeline ? [{ label: word(strings, 'timeline.title'), href: urls.timeline() }] : []),
    ...(graph ? [{ label: word(strings, 'graph.title'), href: urls.graph() }] : []),
  ];
}

/** Free pages by slug, each in the page's language or, where it is missing, in the one there is. */
export function listFreePages({ pages, language, languages }: PageContext): readonly {
  readonly id: string;
  readonly slug: string;
  readonly lang: string;
  readonly title: TextInLanguage;
  readonly summary: string | undefined;
}[] {
  const slugs = Map.groupBy(pages(), ({ slug }) => slug);
  return [...slugs].flatMap(([slug, own]) => {
    const page = own.find(({ lang }) => lang === language) ?? own.find(({ lang }) => lang === languages[0]) ?? own[0];
    if (page === undefined) return [];
    const { lang, matter } = page;
    const title = { text: matter.title, lang, dir: toDirection(lang) };
    return [{ id: page.id, slug, lang, title, summary: matter.summary }];
  });
}

function word(strings: Strings, key: Parameters<Strings['say']>[0]): TextInLanguage {
  return { text: strings.say(key), lang: strings.language, dir: toDirection(strings.language) };
}

/** Addresses of one language. Every one begins with the site's base path and, but for the main language, with `/<lang>/`. */
export interface Urls {
  readonly language: string;
  readonly home: () => string;
  /** The list of articles; further pages of a list are numbered from 2. */
  readonly articles: (page?: number) => string;
  readonly article: (slug: string) => string;
  readonly passage: (article: string, passage: string) => string;
  /** The passages of a long article with all that rests on them. */
  readonly passages: (article: string, page?: number) => string;
  /** The exact words that a claim rests on. */
  readonly evidence: (article: string, anchor: string) => string;
  readonly kind: (kind: string, page?: number) => string;
  /** The whole index of a kind as a file. */
  readonly list: (kind: string, format: 'csv' | 'json') => string;
  /** All entities by letter. */
  readonly alphabet: (page?: number) => string;
  /** `id` is `kind/slug`. */
  readonly entity: (id: string) => string;
  /** The sentences that name an entity, where they are too many for its page. */
  readonly mentions: (id: string, page?: number) => string;
  /** `id` is `kind/slug#claim`. */
  readonly claim: (id: string) => string;
  /** A page that holds a document: `articles/slug`, `kind/slug` or `pages/slug` (`pages/slug.en` in another language). */
  readonly document: (id: string) => string;
  /** Where a passage of a document stands. */
  readonly place: (document: string, passage: string) => string;
  readonly search: (query?: string) => string;
  readonly page: (slug: string) => string;
  readonly coverage: (page?: number) => string;
  /** What is new, for feed readers (Atom). */
  readonly feed: () => string;
  /** How browsers search the site (OpenSearch). */
  readonly openSearch: () => string;
  readonly map: () => string;
  /** The timeline, or one of its parts by the year in which it begins; a long year has further pages. */
  readonly timeline: (year?: number, page?: number) => string;
  readonly graph: () => string;
  /** Folder of the files that say what links lead to: one for each shelf of entities, by its number. */
  readonly previews: () => string;
  readonly notFound: () => string;
  /** A picture of the content folder, by its path there. */
  readonly picture: (path: string) => string;
  /** The picture that a page is shared with, by the name of its card. */
  readonly share: (name: string) => string;
  /** A path within the site as an author writes it, `/about/` or `/en/about/`: in this language unless it names one. */
  readonly path: (path: string) => string;
  /** A file of `public/` or of the search index. */
  readonly file: (path: string) => string;
  /** The document and fragment that an address of this language leads to; nothing for other pages and other sites. */
  readonly read: (url: string) => { readonly document: string; readonly fragment: string } | undefined;
  /** The same path in another language; `path` is without base and language, such as `members/belgium/`. */
  readonly inLanguage: (language: string, path: string) => string;
  /** With the origin of the site in front. */
  readonly absolute: (url: string) => string;
}

export interface UrlSettings {
  /** The first is the main one. */
  readonly languages: readonly string[];
  /** Path under which the site lies, `/` or `/sub/`. */
  readonly base: string;
  /** Origin of the site, with or without a path. */
  readonly siteUrl: string;
}

/** Folder of the site in which the pictures of the content folder lie. */
export const PICTURES = 'pictures';

/** The one place where addresses are made. */
export function createUrls({ languages, base, siteUrl }: UrlSettings, language: string): Urls {
  const root = normalizeBase(base);
  const inLanguage = (other: string, path: string): string =>
    other === languages[0] ? `${root}${path}` : `${root}${other}/${path}`;
  const at = (path: string): string => inLanguage(language, path);
  const urls: Urls = {
    language,
    home: () => at(''),
    articles: (page) => at(`articles/${toPagePart(page)}`),
    article: (slug) => at(`articles/${encodeURIComponent(slug)}/`),
    passage: (article, passage) => `${urls.article(article)}#${encodeURIComponent(passage)}`,
    passages: (article, page) => `${urls.article(article)}passages/${toPagePart(page)}`,
    evidence: (article, anchor) => `${urls.article(article)}#${encodeURIComponent(anchor)}`,
    kind: (kind, page) => at(`${encodeURIComponent(kind)}/${toPagePart(page)}`),
    list: (kind, format) => at(`${encodeURIComponent(kind)}/list.${format}`),
    alphabet: (page) => at(`index/${toPagePart(page)}`),
    entity: (id) => at(`${encodePath(id)}/`),
    mentions: (id, page) => at(`${encodePath(id)}/mentions/${toPagePart(page)}`),
    claim: (id) => {
      const [entity = '', name = ''] = id.split('#');
      return `${urls.entity(entity)}#${encodeURIComponent(name)}`;
    },
    document: (id) => (id.startsWith('pages/') ? urls.page(toPageSlug(id)) : at(`${encodePath(id)}/`)),
    place: (document, passage) => `${urls.document(document)}#${encodeURIComponent(passage)}`,
    search: (query) => at('search/') + (query === undefined ? '' : `?q=${encodeURIComponent(query)}`),
    page: (slug) => at(`${encodeURIComponent(slug)}/`),
    coverage: (page) => at(`coverage/${toPagePart(page)}`),
    feed: () => at('feed.xml'),
    openSearch: () => at('opensearch.xml'),
    map: () => at('map/'),
    timeline: (year, page) => at(year === undefined ? 'timeline/' : `timeline/${year}/${toPagePart(page)}`),
    graph: () => at('graph/'),
    previews: () => at('previews/'),
    notFound: () => (language === languages[0] ? `${root}404.html` : at('404/')),
    picture: (path) => `${root}${PICTURES}/${encodePath(path)}`,
    share: (name) => `${root}share/${language}/${encodePath(name)}.png`,
    path: (path) => {
      const rest = path.replace(/^\/+/, '');
      const [first = ''] = rest.split(/[/?#]/);
      const isFile = /\.[a-z0-9]+$/i.test(rest.replace(/[?#].*$/, ''));
      return isFile || languages.includes(first) ? root + rest : at(rest);
    },
    file: (path) => root + path,
    read: (url) => {
      if (!url.startsWith(at(''))) return undefined;
      const [path = '', fragment = ''] = url.slice(at('').length).split('#');
      const [, folder, slug] = /^([^/?]+)\/([^/?]+)\/$/.exec(path) ?? [];
      if (folder === undefined || slug === undefined) return undefined;
      return {
        document: `${decodeURIComponent(folder)}/${decodeURIComponent(slug)}`,
        fragment: decodeURIComponent(fragment),
      };
    },
    inLanguage,
    absolute: (url) => new URL(url, siteUrl).href,
  };
  return urls;
}

/** `/`, or the path with exactly one slash at each end. */
export function normalizeBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${encodePath(decodeURI(inner))}/`;
}

/** `pages/about.en` → `about` */
export function toPageSlug(id: string): string {
  return id.slice('pages/'.length).replace(/\..*$/, '');
}

/** Path of a page of a list below that of the list; the first page is the list itself. */
export function toPagePart(page = 1): string {
  return page === 1 ? '' : `page/${page}/`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

import { SCHEMA_ORG, type JsonLd } from './json-ld.ts';

/** What schema.org calls a page. */
export type PageType = 'WebPage' | 'CollectionPage' | 'ItemPage' | 'SearchResultsPage';

export interface DescribedPage {
  readonly type: PageType;
  /** Absolute, as are all addresses here. */
  readonly url: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly language: string;
  readonly site: { readonly url: string; readonly name: string; readonly searchUrl: string };
  /** From the home page down to this one; empty for the home page itself. */
  readonly crumbs: readonly { readonly name: string; readonly url: string }[];
  /** What the page is about. */
  readonly thing: JsonLd | undefined;
}

/**
 * A page, the site it is part of, the way to it and what it is about, as one tree. The page has an address and no id: its
 * address in the main language is the id of what it is about.
 */
export function describePage({ type, url, name, description, language, site, crumbs, thing }: DescribedPage): JsonLd {
  const isHome = crumbs.length === 0;
  const webSite: JsonLd = {
    '@type': 'WebSite',
    '@id': site.url,
    url: site.url,
    name: site.name,
    ...(isHome ? { potentialAction: describeSearch(site.searchUrl) } : {}),
  };
  return {
    '@context': SCHEMA_ORG,
    '@type': type,
    url,
    name,
    description,
    inLanguage: language,
    isPartOf: webSite,
    breadcrumb: isHome ? undefined : describeCrumbs(crumbs),
    mainEntity: thing,
  };
}

function describeSearch(searchUrl: string): JsonLd {
  return {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${searchUrl}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
}

function describeCrumbs(crumbs: DescribedPage['crumbs']): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

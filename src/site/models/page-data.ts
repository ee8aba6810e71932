import type { Addresses } from '../../export/addresses.ts';
import { describeArticle } from '../../export/describe-article.ts';
import { describeEntity } from '../../export/describe-entity.ts';
import { describePage, type PageType } from '../../export/describe-page.ts';
import { writeJsonLd, type JsonLd } from '../../export/json-ld.ts';
import type { Wording } from '../../export/wording.ts';
import type { Article, Entity } from '../../graph/graph.ts';
import type { PageContext } from '../page-context.ts';
import { nameProperty } from './claim-view.ts';
import type { Shell } from './shell.ts';
import { toPlainValue, toValueView } from './value-view.ts';

/** A page as data (JSON-LD), as text for its `<script type="application/ld+json">`. */
export function writePageData(
  context: PageContext,
  shell: Pick<Shell, 'lang' | 'canonical' | 'crumbs' | 'description'>,
  {
    type,
    name,
    thing,
  }: { readonly type: PageType; readonly name: string | undefined; readonly thing?: JsonLd | undefined },
): string {
  const { kb, urls, pick } = context;
  const siteName = pick(kb.site.title).text;
  const home = { name: siteName, url: urls.absolute(urls.home()) };
  return writeJsonLd(
    describePage({
      type,
      url: shell.canonical,
      name: name ?? siteName,
      description: shell.description,
      language: shell.lang,
      site: { url: toAddresses(context).home(), name: siteName, searchUrl: urls.absolute(urls.search()) },
      crumbs:
        name === undefined
          ? []
          : [
              home,
              ...shell.crumbs.map(({ label, href }) => ({ name: label.text, url: urls.absolute(href) })),
              { name, url: shell.canonical },
            ],
      thing,
    }),
  );
}

/** Claims of an entity, and entities of an article, that are told to machines: the data of the site has them all. */
const MOST_DESCRIBED = 80;

/** What an entity's page is about. */
export function describeEntityInPage(entity: Omit<Entity, 'passages'>, context: PageContext): JsonLd {
  const { kb } = context;
  const claims = kb
    .claims(entity.id)
    .slice(0, MOST_DESCRIBED)
    .map((claim) => ({ claim, evidence: kb.evidence(claim.id) }));
  return describeEntity(entity, claims, kb.site, toAddresses(context), toWording(context));
}

/** What an article's page is about. */
export function describeArticleInPage(article: Pick<Article, 'id' | 'matter'>, context: PageContext): JsonLd {
  const mentioned = new Set(context.kb.mentionsIn(`articles/${article.id}`).map(({ entity }) => entity));
  return describeArticle(
    article,
    [...mentioned].toSorted().slice(0, MOST_DESCRIBED),
    toAddresses(context),
    toWording(context),
  );
}

/** Ids of things are the addresses of their pages in the main language, so that they are the same on every page. */
export function toAddresses({ urls, languages }: Pick<PageContext, 'urls' | 'languages'>): Addresses {
  const root = urls.home().length;
  const inMain = (href: string): string => urls.absolute(urls.inLanguage(languages[0] ?? '', href.slice(root)));
  return {
    home: () => inMain(urls.home()),
    article: (id) => inMain(urls.article(id)),
    entity: (id) => inMain(urls.entity(id)),
    claim: (id) => inMain(urls.claim(id)),
    passage: (article, passage) => inMain(urls.passage(article, passage)),
    evidence: (article, anchor) => inMain(urls.evidence(article, anchor)),
  };
}

/** The words of a page's language. */
export function toWording(context: PageContext): Wording {
  return {
    language: context.language,
    pick: (text) => context.pick(text).text,
    name: (entity) => context.link(entity).label.text,
    property: (claim) => nameProperty(claim, context).text,
    value: (value) => toPlainValue(toValueView(value, context)),
  };
}

import { inLanguage, type TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { hueOf } from '../kind-styles.ts';

/** What the picture shows that other sites put beside a link to a page of ours. */
export interface ShareCard {
  /** Without language and extension, such as `articles/slug`. */
  readonly name: string;
  /** What kind of thing the page is; the site itself is of none. */
  readonly kind: TextInLanguage | undefined;
  readonly title: TextInLanguage;
  readonly summary: TextInLanguage | undefined;
  readonly site: TextInLanguage;
  readonly host: string;
  /** Degrees of OKLCH; the colour of the site where there is none. */
  readonly hue: number | undefined;
}

/**
 * The card that a page is shared with, by the page's path without base and language. Articles and kinds have one each; an
 * entity has that of its kind, since a site may hold a hundred thousand of them and hosts count files.
 */
export function toShareName(path: string, kinds: readonly string[]): string {
  const [folder = '', slug, ...rest] = path.split('/').filter((part) => part !== '');
  // `articles/page/2/` is a list.
  if (folder === 'articles' && slug !== undefined && rest.length === 0) return `articles/${slug}`;
  return kinds.includes(folder) ? `kinds/${folder}` : 'site';
}

/** All cards of one language. */
export function listShareCards({ kb, urls, strings, pick, kindNames }: PageContext): readonly ShareCard[] {
  const site = pick(kb.site.title);
  const host = new URL(urls.absolute(urls.home())).host;
  const own = { site, host };
  return [
    { ...own, name: 'site', kind: undefined, title: site, summary: pick(kb.site.description), hue: undefined },
    ...Object.keys(kb.site.kinds).map((kind, index): ShareCard => ({
      ...own,
      name: `kinds/${kind}`,
      kind: undefined,
      title: kindNames(kind).other,
      summary: pick(kb.site.description),
      hue: hueOf(index),
    })),
    ...kb.articles().map(({ id, matter }): ShareCard => ({
      ...own,
      name: `articles/${id}`,
      kind: inLanguage(strings.say('search.kind-article'), strings.language),
      title: pick(matter.title),
      summary: matter.summary && pick(matter.summary),
      hue: undefined,
    })),
  ];
}

import { inLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { listArticles, type ArticleSummary } from './index-pages.ts';
import { buildClaimView, type ClaimView } from './claim-view.ts';
import { buildShell, listPictures, type Crumb, type Shell } from './shell.ts';

/** What the site holds, in one screen. */
export interface HomePage {
  readonly shell: Shell;
  readonly title: TextInLanguage;
  readonly description: TextInLanguage;
  /** Some articles, the latest first, and where the others are. */
  readonly articles: readonly ArticleSummary[];
  readonly moreArticles: { readonly count: number; readonly href: string } | undefined;
  readonly counts: {
    readonly articles: number;
    readonly entities: number;
    readonly claims: number;
    readonly passages: number;
  };
  readonly kinds: readonly {
    readonly id: string;
    readonly name: TextInLanguage;
    readonly href: string;
    readonly count: number;
  }[];
  /** The A–Z, and the pictures of the whole site. */
  readonly overviews: readonly Crumb[];
  readonly connected: readonly {
    readonly entity: EntityLink;
    readonly kindName: TextInLanguage;
    readonly claims: number;
    readonly passages: number;
  }[];
  readonly numbers: readonly { readonly statistic: EntityLink; readonly claim: ClaimView }[];
}

const MOST_ARTICLES = 4;
const MOST_CONNECTED = 8;
const KEY_NUMBERS = 3;

/** The first page of the site. */
export function buildHomePage(context: PageContext): HomePage {
  const { kb, pick, urls, kindNames, link, strings } = context;
  const { kinds, ...counts } = kb.totals();
  const isStatistic = (kind: string): boolean => kb.site.kinds[kind]?.base === 'statistic';
  const all = Object.keys(kb.site.kinds);
  const articles = listArticles(context, kb.sheet(`articles ${context.language}`, 1));
  return {
    shell: buildShell(context, { path: '' }),
    title: pick(kb.site.title),
    description: pick(kb.site.description),
    articles: articles.toSorted(byDate).slice(0, MOST_ARTICLES),
    moreArticles:
      counts.articles > MOST_ARTICLES ? { count: counts.articles - MOST_ARTICLES, href: urls.articles() } : undefined,
    counts: { ...counts, entities: Object.values(kinds).reduce((sum, count) => sum + count, 0) },
    kinds: all.map((id) => ({ id, name: kindNames(id).other, href: urls.kind(id), count: kinds[id] ?? 0 })),
    overviews: [
      { label: inLanguage(strings.say('navigation.alphabet'), strings.language), href: urls.alphabet() },
      ...listPictures(context),
    ],
    connected: kb
      .ranked(
        all.filter((kind) => !isStatistic(kind)),
        MOST_CONNECTED,
      )
      .map(({ id, claims, passages }) => {
        const entity = link(id);
        return { entity, kindName: kindNames(entity.kind).one, claims, passages };
      }),
    numbers: kb.ranked(all.filter(isStatistic), KEY_NUMBERS).flatMap(({ id }) => {
      const value = kb.claim(`${id}#value`);
      return value === undefined ? [] : [{ statistic: link(id), claim: buildClaimView(value, context) }];
    }),
  };
}

/** The latest first, by the day that HTML knows of them; what has none stands last, in its alphabetical order. */
function byDate(a: ArticleSummary, b: ArticleSummary): number {
  const [one, other] = [a.published?.machine ?? '', b.published?.machine ?? ''];
  return one < other ? 1 : one > other ? -1 : 0;
}

import type { EntityHead } from '../../compiler/knowledge-base.ts';
import type { TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { listArticles, type ArticleSummary } from './index-pages.ts';
import { buildClaimView, type ClaimView } from './claim-view.ts';
import { buildShell, type Shell } from './shell.ts';

/** What the site holds. */
export interface HomePage {
  readonly shell: Shell;
  readonly title: TextInLanguage;
  readonly description: TextInLanguage;
  readonly articles: readonly ArticleSummary[];
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
    /** Some of its entities, the most connected first. */
    readonly examples: readonly EntityLink[];
  }[];
  readonly connected: readonly {
    readonly entity: EntityLink;
    readonly kindName: TextInLanguage;
    readonly claims: number;
    readonly passages: number;
    readonly mentions: number;
  }[];
  readonly numbers: readonly { readonly statistic: EntityLink; readonly claim: ClaimView }[];
}

const MOST_CONNECTED = 10;
const KEY_NUMBERS = 4;
const EXAMPLES = 4;

/** The first page of the site. */
export function buildHomePage(context: PageContext): HomePage {
  const { kb, pick, urls, kindNames, toLink } = context;
  const name = `articles ${context.language}`;
  const articles = listArticles(context, kb.sheet(name, 1));
  const ranked = rankEntities(kb.entities(), context);
  const isStatistic = (kind: string): boolean => kb.site.kinds[kind]?.base === 'statistic';
  return {
    shell: buildShell(context, { path: '' }),
    title: pick(kb.site.title),
    description: pick(kb.site.description),
    articles,
    counts: {
      articles: kb.list(name).total,
      entities: ranked.length,
      claims: ranked.reduce((sum, { claims }) => sum + claims, 0),
      passages: kb.passageCount,
    },
    kinds: Object.keys(kb.site.kinds).map((id) => {
      const own = ranked.filter(({ entity }) => entity.kind === id);
      return {
        id,
        name: kindNames(id).other,
        href: urls.kind(id),
        count: own.length,
        examples: own.slice(0, EXAMPLES).map(({ entity }) => toLink(entity)),
      };
    }),
    connected: ranked
      .filter(({ entity }) => !isStatistic(entity.kind))
      .slice(0, MOST_CONNECTED)
      .map(({ entity, claims, passages, mentions }) => ({
        entity: toLink(entity),
        kindName: kindNames(entity.kind).one,
        claims,
        passages,
        mentions,
      })),
    numbers: ranked
      .filter(({ entity }) => isStatistic(entity.kind))
      .slice(0, KEY_NUMBERS)
      .flatMap(({ entity }) => {
        const value = kb.claims(entity.id).find(({ name }) => name === 'value');
        return value === undefined ? [] : [{ statistic: toLink(entity), claim: buildClaimView(value, context) }];
      }),
  };
}

/** The most connected first: by passages of articles, then by namings, then by claims, then by id. */
function rankEntities(entities: readonly EntityHead[], { kb }: PageContext) {
  return entities
    .map((entity) => ({ entity, ...kb.counts(entity.id) }))
    .toSorted((a, b) => b.passages - a.passages || b.mentions - a.mentions || b.claims - a.claims);
}

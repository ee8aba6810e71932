import type { ArticleCoverage, Share } from '../../graph/measure-coverage.ts';
import { toRatio } from '../../graph/measure-coverage.ts';
import { inLanguage, isolate, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import type { MessageKey } from '../strings.ts';
import { nameProperty } from './claim-view.ts';
import { toPagePart } from '../urls.ts';
import { buildPager, type Pager } from './pager.ts';
import { buildShell, type Shell } from './shell.ts';

/** How much of the site rests on evidence, and what does not. */
export interface CoveragePage {
  readonly shell: Shell;
  readonly pager: Pager;
  readonly shares: readonly ShareView[];
  readonly articles: readonly ArticleCoverageView[];
  readonly unsupported: readonly {
    readonly href: string;
    readonly entity: EntityLink;
    readonly property: TextInLanguage;
  }[];
  readonly orphans: readonly EntityLink[];
}

export interface ShareView {
  readonly label: string;
  /** Rounded down, so that almost all is never shown as all. */
  readonly percent: string;
  readonly count: string;
}

export interface ArticleCoverageView {
  readonly title: TextInLanguage;
  readonly href: string;
  readonly shares: readonly ShareView[];
  readonly strip: Strip;
  /** Sentences without a claim. */
  readonly uncited: readonly { readonly href: string; readonly text: TextInLanguage }[];
}

/** An article drawn as a row of its sentences, each as wide as it is long. Runs in the direction of the page. */
export interface Strip {
  readonly label: string;
  readonly width: number;
  readonly blocks: readonly {
    readonly x: number;
    readonly width: number;
    readonly isCited: boolean;
    readonly href: string;
    readonly title: string;
  }[];
}

const STRIP_WIDTH = 1000;
/** Between two sentences, in the same units. */
const GAP = 3;

/** Claims and entities that are listed as missing something; the command lists them all. */
const MOST_LISTED = 100;

export function buildCoveragePage(context: PageContext, number = 1): CoveragePage {
  const { kb, urls, link, strings, language } = context;
  const coverage = kb.coverageTotals();
  const name = `coverage ${language}`;
  const isFirst = number === 1;
  return {
    pager: buildPager(kb.list(name).sheets, number, urls.coverage),
    shell: buildShell(context, { path: `coverage/${toPagePart(number)}`, title: strings.say('coverage.title') }),
    shares: [
      toShareView('coverage.claims', coverage.claims, context),
      toShareView('coverage.sentences', coverage.sentences, context),
      toShareView('coverage.passages', coverage.passages, context),
      toShareView('coverage.entities', coverage.entities, context),
    ],
    articles: kb.sheet(name, number).flatMap((id) => {
      const one = kb.coverageOf(id);
      return one === undefined ? [] : toArticleView(one, context);
    }),
    unsupported: (isFirst ? coverage.unsupportedClaims.slice(0, MOST_LISTED) : []).flatMap((id) => {
      const claim = kb.claim(id);
      return claim
        ? [{ href: urls.claim(id), entity: link(claim.entity), property: nameProperty(claim, context) }]
        : [];
    }),
    orphans: isFirst ? coverage.orphanEntities.slice(0, MOST_LISTED).map(link) : [],
  };
}

function toShareView(label: MessageKey, share: Share, { strings }: PageContext): ShareView {
  return {
    label: strings.say(label),
    percent: strings.say('coverage.share', { percent: String(Math.floor(toRatio(share) * 100)) }),
    count: strings.say('coverage.of', { count: String(share.count), total: String(share.total) }),
  };
}

function toArticleView(coverage: ArticleCoverage, context: PageContext): ArticleCoverageView[] {
  const { urls, pick } = context;
  const article = context.article(coverage.article);
  if (!article) return [];
  const texts = new Map(article.passages.map(({ id, text }) => [id, text]));
  const title = pick(article.matter.title);
  return [
    {
      title,
      href: urls.article(article.id),
      shares: [
        toShareView('coverage.sentences', coverage.sentences, context),
        toShareView('coverage.passages', coverage.passages, context),
      ],
      strip: drawStrip(coverage, title, new Map(article.passages.map(({ id, ordinal }) => [id, ordinal])), context),
      uncited: coverage.strips
        .filter(({ claims }) => claims === 0)
        .map(({ passage, sentence }) => ({
          href: urls.passage(article.id, passage),
          text: inLanguage(texts.get(passage)?.slice(sentence.start, sentence.end) ?? '', article.matter.lang),
        })),
    },
  ];
}

function drawStrip(
  { article, strips, sentences }: ArticleCoverage,
  title: TextInLanguage,
  ordinals: ReadonlyMap<string, number>,
  { urls, strings, language }: PageContext,
): Strip {
  const letters = strips.reduce((sum, { sentence }) => sum + sentence.end - sentence.start, 0);
  const room = Math.max(1, STRIP_WIDTH - GAP * Math.max(0, strips.length - 1));
  const isRightToLeft = inLanguage('', language).dir === 'rtl';
  let x = 0;
  let last = '';
  let number = 0;
  const blocks = strips.map(({ passage, sentence, claims }) => {
    number = passage === last ? number + 1 : 1;
    last = passage;
    const width = (room * (sentence.end - sentence.start)) / Math.max(1, letters);
    const at = isRightToLeft ? STRIP_WIDTH - x - width : x;
    x += width + GAP;
    return {
      x: round(at),
      width: round(width),
      isCited: claims > 0,
      href: urls.passage(article, passage),
      title: strings.say(claims > 0 ? 'coverage.cited-sentence' : 'coverage.uncited-sentence', {
        ordinal: String(ordinals.get(passage) ?? ''),
        number: String(number),
      }),
    };
  });
  const label = strings.say('coverage.strip-label', {
    title: isolate(title.text),
    count: String(sentences.count),
    total: String(sentences.total),
  });
  return { label, width: STRIP_WIDTH, blocks };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

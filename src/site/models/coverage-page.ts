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
  /** How many more of these there are. */
  readonly more: number;
}

/** An article drawn as a row of its sentences, each as wide as it is long. Runs in the direction of the page. */
export interface Strip {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Its sentences, each a link; none of an article of very many. */
  readonly blocks: readonly {
    readonly x: number;
    readonly width: number;
    readonly isCited: boolean;
    readonly href: string;
    readonly title: string;
  }[];
  /** All that is cited and all that is not, of an article of very many sentences. */
  readonly areas: readonly { readonly isCited: boolean; readonly path: string }[];
}

const STRIP_WIDTH = 1000;
/** Between two sentences, in the same units. */
const GAP = 3;
const STRIP_HEIGHT = 28;
/** Of more sentences than these single ones could be neither seen nor pointed at. */
const MOST_BLOCKS = 120;
/** Sentences without a claim that are listed of one article. */
const MOST_UNCITED = 60;

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
  const uncited = coverage.strips.filter(({ claims }) => claims === 0);
  return [
    {
      title,
      href: urls.article(article.id),
      shares: [
        toShareView('coverage.sentences', coverage.sentences, context),
        toShareView('coverage.passages', coverage.passages, context),
      ],
      strip: drawStrip(coverage, title, new Map(article.passages.map(({ id, ordinal }) => [id, ordinal])), context),
      more: Math.max(0, uncited.length - MOST_UNCITED),
      uncited: uncited.slice(0, MOST_UNCITED).map(({ passage, sentence }) => ({
        href: urls.passage(article.id, passage),
        text: inLanguage(texts.get(passage)?.slice(sentence.start, sentence.end) ?? '', article.matter.lang),
      })),
    },
  ];
}

function drawStrip(
  coverage: ArticleCoverage,
  title: TextInLanguage,
  ordinals: ReadonlyMap<string, number>,
  context: PageContext,
): Strip {
  const { sentences, strips } = coverage;
  const label = context.strings.say('coverage.strip-label', {
    title: isolate(title.text),
    count: String(sentences.count),
    total: String(sentences.total),
  });
  const drawn = { label, width: STRIP_WIDTH, height: STRIP_HEIGHT };
  return strips.length > MOST_BLOCKS
    ? { ...drawn, blocks: [], areas: drawAreas(coverage, context) }
    : { ...drawn, blocks: drawBlocks(coverage, ordinals, context), areas: [] };
}

/** What is cited and what is not, side by side without gaps: sentences of one sort in a row are one rectangle. */
function drawAreas({ strips }: ArticleCoverage, { language }: PageContext): Strip['areas'] {
  const letters = strips.reduce((sum, { sentence }) => sum + sentence.end - sentence.start, 0);
  const isRightToLeft = inLanguage('', language).dir === 'rtl';
  const toX = (at: number): number => {
    const along = (STRIP_WIDTH * at) / Math.max(1, letters);
    return round(isRightToLeft ? STRIP_WIDTH - along : along);
  };
  const paths = new Map([
    [true, ''],
    [false, ''],
  ]);
  let at = 0;
  strips.forEach(({ sentence, claims }, index) => {
    const from = at;
    at += sentence.end - sentence.start;
    const isCited = claims > 0;
    const before = strips[index - 1];
    const begins = before === undefined || before.claims > 0 !== isCited;
    const next = strips[index + 1];
    const ends = next === undefined || next.claims > 0 !== isCited;
    const path = paths.get(isCited) ?? '';
    paths.set(isCited, `${path}${begins ? `M${toX(from)} 1V${STRIP_HEIGHT - 1}` : ''}${ends ? `H${toX(at)}V1Z` : ''}`);
  });
  return [...paths].flatMap(([isCited, path]) => (path === '' ? [] : [{ isCited, path }]));
}

function drawBlocks(
  { article, strips }: ArticleCoverage,
  ordinals: ReadonlyMap<string, number>,
  { urls, strings, language }: PageContext,
): Strip['blocks'] {
  const letters = strips.reduce((sum, { sentence }) => sum + sentence.end - sentence.start, 0);
  const room = Math.max(1, STRIP_WIDTH - GAP * Math.max(0, strips.length - 1));
  const isRightToLeft = inLanguage('', language).dir === 'rtl';
  let x = 0;
  let last = '';
  let number = 0;
  return strips.map(({ passage, sentence, claims }) => {
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
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

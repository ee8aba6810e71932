import { formatDate, type FormattedDate } from '../format-date.ts';
import { inLanguage, nameLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { buildMeasureView, type MeasureView } from './measure-view.ts';
import { buildShell, type Shell } from './shell.ts';

/** All entities of a kind. */
export interface KindPage {
  readonly shell: Shell;
  readonly kind: string;
  readonly title: TextInLanguage;
  readonly rows: readonly KindRow[];
}

export interface KindRow {
  readonly entity: EntityLink;
  readonly otherLabels: readonly TextInLanguage[];
  readonly summary: TextInLanguage | undefined;
  readonly claims: number;
  readonly mentions: number;
  readonly passages: number;
}

/** All statistics, by what they measure. */
export interface StatisticsPage {
  readonly shell: Shell;
  readonly kind: string;
  readonly title: TextInLanguage;
  readonly count: number;
  readonly measures: readonly MeasureView[];
}

/** All articles. */
export interface ArticlesPage {
  readonly shell: Shell;
  readonly rows: readonly ArticleSummary[];
}

export interface ArticleSummary {
  readonly title: TextInLanguage;
  readonly href: string;
  readonly summary: TextInLanguage | undefined;
  readonly author: TextInLanguage | undefined;
  readonly published: FormattedDate | undefined;
  /** Name of the language of the text. */
  readonly language: string;
  readonly passages: number;
  readonly claims: number;
}

/** The index of one kind, in the order of the language's alphabet. */
export function buildKindPage(context: PageContext, kind: string): KindPage {
  const { kb, pick, toLink, kindNames, compare } = context;
  const title = kindNames(kind).other;
  return {
    shell: buildShell(context, { path: `${kind}/`, title: title.text }),
    kind,
    title,
    rows: kb
      .entities(kind)
      .map((entity): KindRow => {
        const link = toLink(entity);
        return {
          entity: link,
          otherLabels: Object.entries(entity.label)
            .filter(([lang]) => lang !== link.label.lang && lang !== 'und')
            .map(([lang, text]) => inLanguage(text, lang)),
          summary: entity.summary && pick(entity.summary),
          ...kb.counts(entity.id),
        };
      })
      .toSorted((a, b) => compare(a.entity.label.text, b.entity.label.text)),
  };
}

/** The index of a kind of statistics. */
export function buildStatisticsPage(context: PageContext, kind: string): StatisticsPage {
  const { kb, kindNames } = context;
  const title = kindNames(kind).other;
  const entities = kb.entities(kind);
  const used = new Set(entities.map(({ measure }) => measure));
  return {
    shell: buildShell(context, { path: `${kind}/`, title: title.text }),
    kind,
    title,
    count: entities.length,
    measures: Object.keys(kb.site.measures)
      .filter((measure) => used.has(measure))
      .map((measure) => buildMeasureView(measure, context)),
  };
}

/** The index of articles. */
export function buildArticlesPage(context: PageContext): ArticlesPage {
  return {
    shell: buildShell(context, { path: 'articles/', title: context.strings.say('navigation.articles') }),
    rows: listArticles(context),
  };
}

export function listArticles({ kb, urls, pick, strings, compare }: PageContext): readonly ArticleSummary[] {
  return kb
    .articles()
    .map(({ id, matter, passages }): ArticleSummary => ({
      title: pick(matter.title),
      href: urls.article(id),
      summary: matter.summary && pick(matter.summary),
      author: matter.author && pick(matter.author),
      published: matter.published === undefined ? undefined : formatDate(matter.published, strings),
      language: nameLanguage(matter.lang, strings.language),
      passages: passages.length,
      claims: new Set(kb.evidenceIn(id).map(({ claim }) => claim)).size,
    }))
    .toSorted((a, b) => compare(a.title.text, b.title.text));
}

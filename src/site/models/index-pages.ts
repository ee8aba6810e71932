import { formatDate, type FormattedDate } from '../format-date.ts';
import { inLanguage, nameLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { toSortKey } from '../../text/to-sort-key.ts';
import { buildCells, chooseColumns, type KindCell, type KindColumn } from './kind-list.ts';
import { buildMeasureView, type MeasureView } from './measure-view.ts';
import { toPagePart } from '../urls.ts';
import { listBoardSheets } from './board-sheets.ts';
import { buildPager, type Pager } from './pager.ts';
import { buildShell, type Shell } from './shell.ts';

/** All entities of a kind. */
export interface KindPage {
  readonly shell: Shell;
  readonly kind: string;
  readonly title: TextInLanguage;
  readonly total: number;
  readonly pager: Pager;
  readonly downloads: Downloads;
  readonly columns: readonly KindColumn[];
  readonly rows: readonly KindRow[];
}

/** Addresses of the list as files. */
export interface Downloads {
  readonly csv: string;
  readonly json: string;
}

export interface KindRow {
  readonly entity: EntityLink;
  /** What the row is sorted by, where it is not the label. */
  readonly sort: string | undefined;
  readonly cells: readonly KindCell[];
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
  readonly pager: Pager;
  readonly downloads: Downloads;
  readonly measures: readonly MeasureView[];
}

/** All articles. */
export interface ArticlesPage {
  readonly shell: Shell;
  readonly total: number;
  readonly pager: Pager;
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
export function buildKindPage(context: PageContext, kind: string, number = 1): KindPage {
  const { kb, urls, pick, toLink, kindNames, language } = context;
  const title = kindNames(kind).other;
  const columns = chooseColumns(kind, context);
  const name = `${kind} ${language}`;
  const list = kb.list(name);
  return {
    shell: buildShell(context, {
      path: `${kind}/${toPagePart(number)}`,
      title: title.text,
      dataType: 'CollectionPage',
    }),
    kind,
    title,
    total: list.total,
    pager: buildPager(list.sheets, number, (page) => urls.kind(kind, page)),
    downloads: toDownloads(kind, context),
    columns,
    rows: kb
      .sheet(name, number)
      .flatMap((id) => kb.entityHead(id) ?? [])
      .map((entity): KindRow => {
        const link = toLink(entity);
        const sort = toSortKey(link.label.text, language);
        return {
          entity: link,
          sort: sort === link.label.text ? undefined : sort,
          cells: buildCells(entity, columns, context),
          otherLabels: Object.entries(entity.label)
            .filter(([lang]) => lang !== link.label.lang && lang !== 'und')
            .map(([lang, text]) => inLanguage(text, lang)),
          summary: entity.summary && pick(entity.summary),
          ...kb.counts(entity.id),
        };
      }),
  };
}

/** The index of a kind of statistics, sheet by sheet. */
export function buildStatisticsPage(context: PageContext, kind: string, number = 1): StatisticsPage {
  const { kb, urls, kindNames, language } = context;
  const title = kindNames(kind).other;
  const sheets = listBoardSheets(kind, kb);
  return {
    shell: buildShell(context, {
      path: `${kind}/${toPagePart(number)}`,
      title: title.text,
      dataType: 'CollectionPage',
    }),
    kind,
    title,
    count: kb.list(`${kind} ${language}`).total,
    pager: buildPager(sheets.length, number, (page) => urls.kind(kind, page)),
    downloads: toDownloads(kind, context),
    measures: (sheets[number - 1] ?? []).map(({ id, part }) => buildMeasureView(id, context, part)),
  };
}

function toDownloads(kind: string, { urls }: PageContext): Downloads {
  return { csv: urls.list(kind, 'csv'), json: urls.list(kind, 'json') };
}

/** The index of articles. */
export function buildArticlesPage(context: PageContext, number = 1): ArticlesPage {
  const { kb, urls, strings, language } = context;
  const name = `articles ${language}`;
  const list = kb.list(name);
  return {
    shell: buildShell(context, {
      path: `articles/${toPagePart(number)}`,
      title: strings.say('navigation.articles'),
      dataType: 'CollectionPage',
    }),
    total: list.total,
    pager: buildPager(list.sheets, number, urls.articles),
    rows: listArticles(context, kb.sheet(name, number)),
  };
}

/** Articles by their ids, in the order given. */
export function listArticles(
  { kb, urls, pick, strings }: PageContext,
  ids: readonly string[],
): readonly ArticleSummary[] {
  return ids.flatMap((id) => {
    const head = kb.articleHead(id);
    if (head === undefined) return [];
    const { matter } = head;
    const { passages, claims } = kb.counts(`articles/${id}`);
    return [
      {
        title: pick(matter.title),
        href: urls.article(id),
        summary: matter.summary && pick(matter.summary),
        author: matter.author && pick(matter.author),
        published: matter.published === undefined ? undefined : formatDate(matter.published, strings),
        language: nameLanguage(matter.lang, strings.language),
        passages,
        claims,
      },
    ];
  });
}

import type { KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { listBoardSheets } from '../models/board-sheets.ts';
import { listMentionPages } from '../models/mentions-page.ts';
import { listPassageSheets } from '../models/passage-sheets.ts';
import { listTimelineParts } from '../models/timeline-page.ts';
import { listFurtherPages } from '../models/pager.ts';
import type { PageContext } from '../page-context.ts';
import { toPagePart, toPageSlug } from '../urls.ts';

/**
 * The path of every page that search engines should know, without base and language, one at a time: every such page
 * exists in every language of the site.
 */
export function* listSitePaths(kb: KnowledgeBase): Generator<string> {
  const [language = ''] = kb.site.languages;
  // Lists are as long in every language: only their order differs.
  const further = (list: string, path: string): readonly string[] =>
    listFurtherPages(kb.list(`${list} ${language}`).sheets).map((page) => path + toPagePart(page));
  yield '';
  yield 'articles/';
  yield* further('articles', 'articles/');
  for (const { id } of kb.articles()) {
    yield `articles/${id}/`;
    for (const at of listPassageSheets(id, { kb }).keys()) yield `articles/${id}/passages/${toPagePart(at + 1)}`;
  }
  for (const { id, base } of Object.values(kb.site.kinds)) {
    yield `${id}/`;
    if (base !== 'statistic') yield* further(id, `${id}/`);
    else for (const page of listFurtherPages(listBoardSheets(id, kb).length)) yield `${id}/${toPagePart(page)}`;
  }
  for (const id of kb.entityIds()) yield `${id}/`;
  yield 'index/';
  yield* further('*', 'index/');
  yield 'coverage/';
  yield* further('coverage', 'coverage/');
  const { map, timeline, graph } = kb.pictures();
  if (map) yield 'map/';
  if (timeline) yield 'timeline/';
  if (timeline) for (const { year, page } of listTimelineParts({ kb })) yield `timeline/${year}/${toPagePart(page)}`;
  if (graph) yield 'graph/';
  for (const slug of new Set(kb.pages().map(({ id }) => toPageSlug(id)))) yield `${slug}/`;
}

/** The pages of sentences that name an entity, of which a language may have more than another. */
export function listMentionPaths(
  contexts: readonly PageContext[],
): readonly { readonly path: string; readonly languages: readonly string[] }[] {
  const languages = new Map<string, string[]>();
  for (const context of contexts) {
    for (const { id, pages } of listMentionPages(context)) {
      for (const page of [1, ...listFurtherPages(pages)]) {
        const path = `${id}/mentions/${toPagePart(page)}`;
        languages.set(path, [...(languages.get(path) ?? []), context.language]);
      }
    }
  }
  return [...languages].map(([path, own]) => ({ path, languages: own }));
}

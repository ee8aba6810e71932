import type { KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { toPageSlug } from '../urls.ts';

/**
 * The path of every page that search engines should know, without base and language, one at a time: every such page
 * exists in every language of the site.
 */
export function* listSitePaths(
  kb: Pick<KnowledgeBase, 'site' | 'articles' | 'entityIds' | 'pages'>,
): Generator<string> {
  yield '';
  yield 'articles/';
  for (const { id } of kb.articles()) yield `articles/${id}/`;
  for (const kind of Object.keys(kb.site.kinds)) yield `${kind}/`;
  for (const id of kb.entityIds()) yield `${id}/`;
  yield 'index/';
  yield 'coverage/';
  for (const slug of new Set(kb.pages().map(({ id }) => toPageSlug(id)))) yield `${slug}/`;
}

import { inLanguage, type TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { toPagePart } from '../urls.ts';
import { groupNotes, type NoteGroup } from './article-page.ts';
import { buildCitation, type PassageCitation } from './citation.ts';
import { buildPager, type Pager } from './pager.ts';
import { groupEvidence, listPassageSheets } from './passage-sheets.ts';
import { buildShell, type Shell } from './shell.ts';

/** Passages of a long article: what rests on them, and how they are cited. */
export interface PassagesPage {
  readonly shell: Shell;
  readonly article: { readonly title: TextInLanguage; readonly href: string };
  readonly pager: Pager;
  readonly passages: readonly {
    /** Fragment of the page; nothing where the passage began on the page before. */
    readonly id: string | undefined;
    readonly ordinal: number;
    /** In the article. */
    readonly href: string;
    readonly citations: readonly PassageCitation[];
    /** How many claims rest on it in all. */
    readonly claimCount: number;
    readonly notes: readonly NoteGroup[];
  }[];
}

/** A page of the passages of a long article, or nothing when there is none. */
export function buildPassagesPage(context: PageContext, slug: string, number = 1): PassagesPage | undefined {
  const { urls, strings, pick } = context;
  const article = context.article(slug);
  const sheets = listPassageSheets(slug, context);
  const sheet = sheets[number - 1];
  if (article === undefined || sheet === undefined) return undefined;
  const title = pick(article.matter.title);
  const href = urls.article(slug);
  const evidence = groupEvidence(slug, context);
  const passages = new Map(article.passages.map((passage) => [passage.id, passage]));
  return {
    shell: buildShell(context, {
      path: `articles/${slug}/passages/${toPagePart(number)}`,
      title: `${title.text}: ${strings.say('passages.title')}`,
      crumbs: [
        { label: inLanguage(strings.say('navigation.articles'), strings.language), href: urls.articles() },
        { label: title, href },
      ],
      dataType: 'CollectionPage',
    }),
    article: { title, href },
    pager: buildPager(sheets.length, number, (page) => urls.passages(slug, page)),
    passages: sheet.flatMap(({ id, part: { from, most } }) => {
      const passage = passages.get(id);
      if (passage === undefined) return [];
      const own = evidence.get(id) ?? [];
      return [
        {
          id: from === 0 ? id : undefined,
          ordinal: passage.ordinal,
          href: urls.passage(slug, id),
          citations: from === 0 ? [buildCitation(article, passage, context)] : [],
          claimCount: own.length,
          notes: groupNotes(own.slice(from, from + most), context),
        },
      ];
    }),
  };
}

import type { TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { toPagePart } from '../urls.ts';
import { buildMentions, countMentions, type MentionGroup } from './mention-view.ts';
import { buildPager, type Pager } from './pager.ts';
import { buildShell, type Shell } from './shell.ts';

/** Sentences that name an entity, where they are too many for its own page. */
export interface MentionsPage {
  readonly shell: Shell;
  readonly kind: string;
  readonly label: TextInLanguage;
  readonly href: string;
  readonly title: string;
  readonly total: number;
  readonly pager: Pager;
  readonly groups: readonly MentionGroup[];
}

/** Sentences on an entity's own page; with more of them it shows so many, and they have a list of their own. */
export const SENTENCES_ON_ENTITY = 60;
/** Sentences of one page of that list: with their documents about half a kilobyte each. */
export const SENTENCES_PER_PAGE = 100;

/** Pages of that list in a language; none where an entity's own page holds all. */
export function countMentionPages(id: string, context: PageContext, language = context.language): number {
  const total = countMentions(id, context, language);
  return total > SENTENCES_ON_ENTITY ? Math.ceil(total / SENTENCES_PER_PAGE) : 0;
}

/** Entities that have such a list in a language, with the pages of each. */
export function listMentionPages(context: PageContext): readonly { readonly id: string; readonly pages: number }[] {
  return context.kb
    .namedMoreThan(SENTENCES_ON_ENTITY)
    .map((id) => ({ id, pages: countMentionPages(id, context) }))
    .filter(({ pages }) => pages > 0);
}

/** The whole list of the sentences that name an entity, from 1. */
export function buildMentionsPage(context: PageContext, id: string, number = 1): MentionsPage {
  const { urls, strings, link, kindNames } = context;
  const entity = link(id);
  const from = (number - 1) * SENTENCES_PER_PAGE;
  const { total, groups } = buildMentions(id, { from, most: SENTENCES_PER_PAGE }, context);
  const title = strings.say('mentions.title');
  return {
    shell: buildShell(context, {
      path: `${id}/mentions/${toPagePart(number)}`,
      title: `${entity.label.text}: ${title}`,
      crumbs: [
        { label: kindNames(entity.kind).other, href: urls.kind(entity.kind) },
        { label: entity.label, href: entity.href },
      ],
      dataType: 'CollectionPage',
      findElsewhere: (language) => {
        const pages = countMentionPages(id, context, language);
        return number <= pages ? undefined : pages > 0 ? `${id}/mentions/` : `${id}/`;
      },
    }),
    kind: entity.kind,
    label: entity.label,
    href: entity.href,
    title,
    total,
    pager: buildPager(Math.ceil(total / SENTENCES_PER_PAGE), number, (page) => urls.mentions(id, page)),
    groups,
  };
}

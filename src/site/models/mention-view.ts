import type { MentionInContext } from '../../compiler/knowledge-base.ts';
import type { TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { listFreePages } from './shell.ts';
import { markText, type MarkedText } from './marked-text.ts';

/** The sentences of one document that name an entity. */
export interface MentionGroup {
  readonly document: string;
  readonly title: TextInLanguage;
  readonly href: string;
  /** The kind of the document, for its colour; `article` or `page` for those. */
  readonly kind: string;
  readonly sentences: readonly {
    readonly text: MarkedText;
    readonly href: string;
    readonly ordinal: number;
  }[];
}

/**
 * Where an entity is named, document by document: articles first, then other entities, then free pages. Of documents in
 * several languages only the text counts that their page shows in this language.
 */
export function buildMentionGroups(entity: string, context: PageContext): readonly MentionGroup[] {
  const { kb, urls, shownLanguage } = context;
  const shownPages = new Set(listFreePages(context).map(({ id }) => id));
  const isShown = ({ document, passageLang }: MentionInContext): boolean => {
    if (document.startsWith('articles/')) return true;
    return document.startsWith('pages/') ? shownPages.has(document) : passageLang === shownLanguage(document);
  };
  const groups = Map.groupBy(kb.mentions(entity).filter(isShown), ({ document }) => document);
  return [...groups]
    .map(([document, mentions]): MentionGroup => {
      const sentences = Map.groupBy(mentions, ({ passage, sentence }) => `${passage} ${sentence.start}`);
      return {
        document,
        ...nameDocument(document, context),
        href: urls.document(document),
        sentences: [...sentences.values()].flatMap((same) => {
          const [first] = same;
          if (first === undefined) return [];
          const ranges = same.map(({ range }) => range).toSorted((a, b) => a.start - b.start);
          return [
            {
              text: markText(first.passageText, first.sentence, ranges, first.passageLang),
              href: urls.place(document, first.passage),
              ordinal: first.passageOrdinal,
            },
          ];
        }),
      };
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

function rank({ kind }: MentionGroup): number {
  return kind === 'article' ? 0 : kind === 'page' ? 2 : 1;
}

function nameDocument(document: string, context: PageContext): Pick<MentionGroup, 'title' | 'kind'> {
  if (document.startsWith('articles/')) {
    const article = context.kb.articleHead(document.slice('articles/'.length));
    return { title: context.pick(article?.matter.title ?? { und: document }), kind: 'article' };
  }
  if (document.startsWith('pages/')) {
    const page = listFreePages(context).find(({ id }) => id === document);
    return { title: page?.title ?? context.pick({ und: document }), kind: 'page' };
  }
  const { label, kind } = context.link(document);
  return { title: label, kind };
}

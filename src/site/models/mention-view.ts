import type { NamingText, Part } from '../../compiler/list-queries.ts';
import type { TextInLanguage } from '../language.ts';
import { chooseLanguage, type PageContext } from '../page-context.ts';
import { listFreePages } from './shell.ts';
import { markText, type MarkedText } from './marked-text.ts';

/** Sentences of one document that name an entity. */
export interface MentionGroup {
  readonly document: string;
  readonly title: TextInLanguage;
  readonly href: string;
  /** The kind of the document, for its colour; `article` or `page` for those. */
  readonly kind: string;
  /** How many sentences of the document name it, here or on other pages of the list. */
  readonly count: number;
  readonly sentences: readonly {
    readonly text: MarkedText;
    readonly href: string;
    readonly ordinal: number;
  }[];
}

/** Part of the sentences that name an entity. */
export interface MentionsView {
  /** How many there are in all. */
  readonly total: number;
  readonly groups: readonly MentionGroup[];
}

/**
 * Where an entity is named, document by document: articles first, then other entities, then free pages. Of documents in
 * several languages only the text counts that their page shows in this language.
 */
export function buildMentions(entity: string, part: Part, context: PageContext): MentionsView {
  const { kb, urls, language } = context;
  const { total, sentences } = kb.namings(entity, chooseTexts(context, language), part);
  const groups = [...Map.groupBy(sentences, ({ document }) => document)].map(([document, own]): MentionGroup => ({
    document,
    ...nameDocument(document, context),
    href: urls.document(document),
    count: own[0]?.inDocument ?? 0,
    sentences: own.flatMap(({ mentions }) => {
      const [first] = mentions;
      if (first === undefined) return [];
      const ranges = mentions.map(({ range }) => range).toSorted((a, b) => a.start - b.start);
      return [
        {
          text: markText(first.passageText, first.sentence, ranges, first.passageLang),
          href: urls.place(document, first.passage),
          ordinal: first.passageOrdinal,
        },
      ];
    }),
  }));
  return { total, groups };
}

/** How many sentences name an entity on the pages of a language. */
export function countMentions(entity: string, context: PageContext, language = context.language): number {
  return context.kb.namings(entity, chooseTexts(context, language), { from: 0, most: 1 }).total;
}

/** Articles are shown in every language, entities and free pages in the one that their page chooses. */
function chooseTexts(context: PageContext, language: string): (text: NamingText) => boolean {
  const pages = new Set(listFreePages({ ...context, language }).map(({ id }) => id));
  return ({ document, lang, languages }) =>
    document.startsWith('articles/') ||
    (document.startsWith('pages/') ? pages.has(document) : lang === chooseLanguage(languages, language));
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

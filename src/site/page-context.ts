import type { EntityHead, KnowledgeBase, PageHead } from '../compiler/knowledge-base.ts';
import type { Article } from '../graph/graph.ts';
import { pickText, type LocalText } from '../schema/local-text.ts';
import { remember } from '../text/remember.ts';
import { inLanguage, type TextInLanguage } from './language.ts';
import { selectStrings, type Strings } from './strings.ts';
import { findComparer } from '../text/to-sort-key.ts';
import { createUrls, type Urls, type UrlSettings } from './urls.ts';

/** An entity as pages name it. */
export interface EntityLink {
  readonly id: string;
  readonly kind: string;
  readonly href: string;
  readonly label: TextInLanguage;
}

/** What every page model builds from: the knowledge base seen in one language. It keeps no answer, so that every page's reads are known. */
export interface PageContext {
  readonly kb: KnowledgeBase;
  readonly language: string;
  readonly languages: readonly string[];
  readonly urls: Urls;
  readonly strings: Strings;
  /** A text in the page's language, or in another if it has none. */
  readonly pick: (text: LocalText) => TextInLanguage;
  readonly article: (id: string) => Article | undefined;
  /** Free pages in all languages. */
  readonly pages: () => readonly PageHead[];
  /** A link to an entity. Throws when there is none: every id in a knowledge base resolves. */
  readonly link: (entity: string) => EntityLink;
  readonly toLink: (entity: EntityHead) => EntityLink;
  /** Singular and plural of a kind. */
  readonly kindNames: (kind: string) => { readonly one: TextInLanguage; readonly other: TextInLanguage };
  /** The language of the blocks that the page of a document shows. */
  readonly shownLanguage: (document: string) => string;
  /** Compares labels as the language sorts them, articles at their start aside. */
  readonly compare: (a: string, b: string) => number;
}

/** Sees a knowledge base in one language. */
export function createPageContext(
  kb: KnowledgeBase,
  settings: Pick<UrlSettings, 'base' | 'siteUrl'>,
  language: string,
): PageContext {
  const { languages } = kb.site;
  const urls = createUrls({ ...settings, languages }, language);
  const pick = (text: LocalText): TextInLanguage => {
    const { text: words, language: actual } = pickText(text, language);
    return inLanguage(words, actual);
  };
  const toLink = ({ id, kind, label }: EntityHead): EntityLink => ({
    id,
    kind,
    href: urls.entity(id),
    label: pick(label),
  });
  const link = (id: string): EntityLink => {
    const entity = kb.entityHead(id);
    if (entity === undefined)
      throw new Error(`This is a bug in Sanad: the knowledge base names ${id}, but has no such entity.`);
    return toLink(entity);
  };
  return {
    kb,
    language,
    languages,
    urls,
    strings: selectStrings(language, kb.site.digits[language]),
    pick,
    article: (id) => kb.article(id),
    pages: () => kb.pages(),
    link,
    toLink,
    kindNames: remember((kind: string) => {
      const labels = kb.site.kinds[kind]?.label ?? {};
      const chosen = labels[language] === undefined ? Object.keys(labels)[0] : language;
      const names = chosen === undefined ? undefined : labels[chosen];
      const lang = chosen ?? language;
      return { one: inLanguage(names?.one ?? kind, lang), other: inLanguage(names?.other ?? kind, lang) };
    }),
    shownLanguage: (document) => chooseLanguage(kb.languagesOf(document), language),
    compare: findComparer(language),
  };
}

/** `language` if it is among those of the blocks, else that of the first block. */
export function chooseLanguage(languages: readonly string[], language: string): string {
  return languages.includes(language) ? language : (languages[0] ?? language);
}

import { statSync } from 'node:fs';
import { base, freePages, knowledgeBaseFile, siteUrl, type FreePageModule } from 'virtual:sanad';
import { openKnowledgeBase, type KnowledgeBase } from '../compiler/knowledge-base.ts';
import { createPageContext, type PageContext } from './page-context.ts';

/** The site that is being drawn. */
export interface Site {
  readonly kb: KnowledgeBase;
  /** Languages with the value that the `lang` part of a route has for them: nothing for the main one. */
  readonly languages: readonly { readonly lang: string; readonly segment: string | undefined }[];
  readonly mainLanguage: string;
  /** The site seen in one language. */
  readonly in: (language: string) => PageContext;
  /** The component of a free page, by the id of its document. */
  readonly freePage: (document: string) => Promise<FreePageModule['default']>;
}

/** Whoever reads an old knowledge base keeps the compiler from using its file again. In milliseconds. */
const CLOSING = 1000;

/** The knowledge base, opened once for each time it was written: while developing it is written again and again. */
export const openSite: () => Site = rememberByDate(knowledgeBaseFile, createSite, ({ kb }) => {
  // Pages that were begun with it are finished by then.
  setTimeout(() => kb.close(), CLOSING);
});

export interface KindRoute {
  readonly lang: string;
  readonly kind: string;
}

/** The routes of what stands once for every kind and language. */
export function listKindRoutes(): { params: { lang: string | undefined; kind: string }; props: KindRoute }[] {
  const { kb, languages } = openSite();
  return languages.flatMap(({ lang, segment }) =>
    Object.keys(kb.site.kinds).map((kind) => ({ params: { lang: segment, kind }, props: { lang, kind } })),
  );
}

function createSite(): Site {
  const kb = openKnowledgeBase(knowledgeBaseFile);
  const contexts = new Map(
    kb.site.languages.map((language) => [language, createPageContext(kb, { base, siteUrl }, language)]),
  );
  return {
    kb,
    languages: kb.site.languages.map((lang, index) => ({ lang, segment: index === 0 ? undefined : lang })),
    mainLanguage: kb.site.languages[0] ?? 'en',
    in: (language) => {
      const context = contexts.get(language);
      if (context === undefined) throw new Error(`site.yaml names no language ${language}.`);
      return context;
    },
    freePage: async (document) => {
      const load = freePages[document];
      if (load === undefined)
        throw new Error(`The knowledge base names ${document}, but its file is gone: compile again.`);
      return (await load()).default;
    },
  };
}

function rememberByDate<T>(file: string, make: () => T, forget: (value: T) => void): () => T {
  let known: { readonly date: number; readonly value: T } | undefined;
  return () => {
    const date = statSync(file).mtimeMs;
    if (known?.date !== date) {
      if (known) forget(known.value);
      known = { date, value: make() };
    }
    return known.value;
  };
}

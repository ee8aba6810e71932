/// <reference types="astro/client" />

declare module 'virtual:sanad' {
  export interface FreePageModule {
    readonly default: import('astro/runtime/server/index.js').AstroComponentFactory;
  }
  export const knowledgeBaseFile: string;
  export const base: string;
  export const siteUrl: string;
  export const contentFolder: string;
  /** By the id of the document: `pages/about`, `pages/about.en`. */
  export const freePages: Readonly<Record<string, () => Promise<FreePageModule>>>;
}

declare module 'virtual:sanad-kinds.css';

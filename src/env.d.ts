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

declare module 'virtual:sanad-fonts.css';

declare module 'virtual:sanad-legend.css';

declare module 'virtual:sanad-rare-fonts.css';

declare module 'virtual:sanad-fonts' {
  /** Addresses of font files by the direction of a page. */
  export const firstFonts: Readonly<Record<'rtl' | 'ltr', readonly string[]>>;
}

declare module 'subset-font' {
  /** Bytes of a font that holds only what is needed for `text`. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
      readonly keepFeatures?: readonly string[];
      readonly noHinting?: boolean;
    },
  ): Promise<Uint8Array>;
}

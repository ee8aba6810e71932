import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import { unified, type RehypePlugins, type RemarkPlugins } from '@astrojs/markdown-remark';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { openKnowledgeBase, type KnowledgeBase } from '../compiler/knowledge-base.ts';
import { FACES, findFirstFonts, writeFontFaces, writeRareFontFaces, type FontRule } from './font-faces.ts';
import { toKindStyles, toLegendStyles } from './kind-styles.ts';
import { copyPictures, listPictures, readPicture } from './read-pictures.ts';
import { findFontPackage, subsetFonts } from './subset-fonts.ts';
import { normalizeBase, PICTURES } from './urls.ts';

/** Where the site comes from and where it goes. Paths may be relative to the project. */
export interface SiteSettings {
  readonly contentFolder: string;
  readonly outputFolder: string;
  /** Written by the compiler before pages are drawn. */
  readonly knowledgeBaseFile: string;
  /** Path under which the site will lie: `/` or `/sub/`. */
  readonly base: string;
  /** Origin of the site. */
  readonly siteUrl: string;
  readonly cacheFolder: string;
  /** What draws the graph onto free pages; their `sanad:` addresses are resolved when they are drawn. */
  readonly graphPlugins?: { readonly remark: RemarkPlugins; readonly rehype: RehypePlugins } | undefined;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = 'virtual:sanad';
const KIND_STYLES = 'virtual:sanad-kinds.css';
const LEGEND_STYLES = 'virtual:sanad-legend.css';
const FONT_STYLES = 'virtual:sanad-fonts.css';
const RARE_FONT_STYLES = 'virtual:sanad-rare-fonts.css';
const FIRST_FONTS = 'virtual:sanad-fonts';
const VIRTUAL: readonly string[] = [DATA, KIND_STYLES, LEGEND_STYLES, FONT_STYLES, RARE_FONT_STYLES, FIRST_FONTS];
/** Folder of the site in which the licences of its fonts lie. */
const FONTS = 'fonts';

/** The whole configuration of Astro for one site. */
export function siteConfig(settings: SiteSettings): AstroInlineConfig {
  const contentFolder = resolve(ROOT, settings.contentFolder);
  const base = normalizeBase(settings.base);
  const processor = unified({
    remarkPlugins: [...(settings.graphPlugins?.remark ?? [])],
    rehypePlugins: [...(settings.graphPlugins?.rehype ?? [])],
    smartypants: false,
  });
  return {
    configFile: false,
    root: ROOT,
    srcDir: './src',
    publicDir: './public',
    outDir: resolve(ROOT, settings.outputFolder),
    cacheDir: resolve(ROOT, settings.cacheFolder),
    site: settings.siteUrl,
    // Astro finds no page of an encoded base; in our own addresses it is encoded.
    base: decodeURI(base),
    output: 'static',
    trailingSlash: 'always',
    // Of templates only: white space between tags on different lines is not content. Prose never passes through a template.
    compressHTML: 'jsx',
    build: { format: 'directory', inlineStylesheets: 'never' },
    markdown: { processor },
    integrations: [mdx(), sanad({ ...settings, base, contentFolder })],
    devToolbar: { enabled: false },
    vite: {
      // Not within node_modules, which may belong to somebody else: beside all else that is kept of our own code.
      cacheDir: resolve(ROOT, '.sanad/vite'),
      build: { assetsInlineLimit: 0 },
      server: {
        fs: { allow: [ROOT, contentFolder, resolve(ROOT, settings.cacheFolder)] },
        watch: { ignored: isUnwatched },
      },
    },
  };
}

/**
 * Whether a file of the project is no module of a site: there may be more of these than of all others. Content is watched by
 * the compiler; of it only free pages are modules.
 */
function isUnwatched(path: string): boolean {
  const [folder, inner] = relative(ROOT, path).split(sep);
  return (
    (folder === 'content' && inner !== undefined && inner !== 'pages') ||
    ['.sanad', 'dist', 'docs', 'tests'].some((name) => name === folder)
  );
}

/** Hands the knowledge base and the free pages to the pages of the site, which load in a module graph of their own. */
function sanad(settings: SiteSettings): AstroIntegration {
  const knowledgeBaseFile = resolve(ROOT, settings.knowledgeBaseFile);
  const { contentFolder } = settings;
  return {
    name: 'sanad',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [dataPlugin({ ...settings, knowledgeBaseFile })] } });
      },
      'astro:build:done': async ({ dir }) => {
        copyPictures(contentFolder, resolve(fileURLToPath(dir), PICTURES));
        await mkdir(resolve(fileURLToPath(dir), FONTS), { recursive: true });
        for (const { name } of FACES) {
          await copyFile(findFontPackage(name).licence, resolve(fileURLToPath(dir), FONTS, `${name}-license.txt`));
        }
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(`${settings.base}${PICTURES}`, (request, response, next) => {
          const path = decodeURI(request.url ?? '').replace(/^\/|[?#].*$/g, '');
          if (!listPictures(contentFolder).includes(path)) return next();
          if (path.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
          response.end(readPicture(contentFolder, path));
        });
      },
    },
  };
}

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Folder of the modules that list the pages of the site. */
const PAGES = toImportPath(resolve(ROOT, 'src/pages'));
/** Those whose pages are one for each document and each former id. Listing them takes long where there are many. */
const OF_DOCUMENTS = ['[...lang]/[kind]/[slug].astro', '[...lang]/articles/[slug].astro'].map(
  (page) => `${PAGES}/${page}`,
);

/**
 * What a dev server must forget when there is a new knowledge base: which pages there are, and styles and fonts where they
 * would be other ones. To be called after each compile, before anybody reloads a page; with the groups of rows that
 * changed, where only texts of documents were edited.
 */
export function createForgetting(
  file: string,
): (server: Pick<DevServer, 'moduleGraph'>, changed: ReadonlySet<string> | undefined) => void {
  let last = ask(file, describeStyles);
  let moved = ask(file, findMoved);
  return ({ moduleGraph }, changed) => {
    const forget = (id: string): void => {
      const known = moduleGraph.getModuleById(id);
      if (known !== undefined) moduleGraph.invalidateModule(known);
    };
    const styles = ask(file, describeStyles);
    if (styles !== last) for (const id of VIRTUAL) forget(toResolved(id));
    last = styles;
    if (changed !== undefined && !ask(file, (kb) => isAnyMoved(changed, moved, kb))) {
      const pages = [...moduleGraph.idToModuleMap.keys()].filter((id) => id.startsWith(PAGES));
      for (const id of pages) if (!OF_DOCUMENTS.includes(id)) forget(id);
      return;
    }
    moved = ask(file, findMoved);
    // All modules that read the knowledge base hang on this one.
    forget(toResolved(DATA));
  };
}

function ask<Answer>(file: string, question: (kb: KnowledgeBase) => Answer): Answer {
  const kb = openKnowledgeBase(file);
  try {
    return question(kb);
  } finally {
    kb.close();
  }
}

/** All that styles and fonts are made from. */
function describeStyles(kb: KnowledgeBase): string {
  return JSON.stringify([Object.keys(kb.site.kinds), kb.characters()]);
}

/** Documents that have other addresses, too. */
function findMoved(kb: KnowledgeBase): ReadonlySet<string> {
  return new Set(Array.from(kb.moved(), ({ to }) => to));
}

/** Whether a document was edited that has, or had, other addresses. */
function isAnyMoved(changed: ReadonlySet<string>, moved: ReadonlySet<string>, kb: KnowledgeBase): boolean {
  return [...changed].some((group) => {
    const [, table, id = ''] = /^(entity|article) id (.*)$/.exec(group) ?? [];
    if (table === undefined) return false;
    const former = table === 'entity' ? kb.entityHead(id)?.formerIds : kb.articleHead(id)?.matter.formerIds;
    return moved.has(table === 'entity' ? id : `articles/${id}`) || (former ?? []).length > 0;
  });
}

type VitePlugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

function dataPlugin({ knowledgeBaseFile, contentFolder, base, siteUrl, cacheFolder }: SiteSettings): VitePlugin {
  const cutFonts = (): Promise<readonly FontRule[]> => readFonts(knowledgeBaseFile, resolve(ROOT, cacheFolder, FONTS));
  return {
    name: 'sanad',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (VIRTUAL.includes(id)) return toResolved(id);
      // Free pages may lie where there is no node_modules: what they import from packages is the project's.
      const isPackage = /^[@\w][^:]*$/.test(id);
      if (!isPackage || importer?.startsWith(contentFolder) !== true) return undefined;
      return this.resolve(id, resolve(ROOT, 'package.json'), { skipSelf: true });
    },
    async load(id) {
      if (id === toResolved(DATA)) return writeDataModule({ knowledgeBaseFile, contentFolder, base, siteUrl });
      if (id === toResolved(KIND_STYLES)) return writeKindStyles(knowledgeBaseFile, toKindStyles);
      if (id === toResolved(LEGEND_STYLES)) return writeKindStyles(knowledgeBaseFile, toLegendStyles);
      if (id === toResolved(FONT_STYLES)) return writeFontFaces(await cutFonts());
      if (id === toResolved(RARE_FONT_STYLES)) return writeRareFontFaces(await cutFonts());
      if (id === toResolved(FIRST_FONTS)) return writeFirstFonts(await cutFonts());
      return undefined;
    },
  };
}

/** The bundler tells styles from scripts by the end of the id, so it stays as it is. */
function toResolved(id: string): string {
  return `\0${id}`;
}

function writeDataModule(data: Pick<SiteSettings, 'knowledgeBaseFile' | 'contentFolder' | 'base' | 'siteUrl'>): string {
  const constants = Object.entries(data).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
  const pages = listFreePages(data.contentFolder).map(
    ({ id, file }) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(file)}),`,
  );
  return [...constants, 'export const freePages = {', ...pages, '};', ''].join('\n');
}

function writeKindStyles(knowledgeBaseFile: string, write: (kinds: readonly string[]) => string): string {
  return ask(knowledgeBaseFile, (kb) => write(Object.keys(kb.site.kinds)));
}

async function readFonts(knowledgeBaseFile: string, folder: string): Promise<readonly FontRule[]> {
  const kb = openKnowledgeBase(knowledgeBaseFile);
  try {
    const rules = await subsetFonts(kb, folder);
    return rules.map((rule) => ({ ...rule, file: toImportPath(rule.file) }));
  } finally {
    kb.close();
  }
}

/** Addresses of the files that the top of every page is set with, by the direction of its script. */
function writeFirstFonts(rules: readonly FontRule[]): string {
  const first = findFirstFonts(rules);
  const files = [...new Set([...first.rtl, ...first.ltr])];
  const imports = files.map((file, index) => `import font${index} from ${JSON.stringify(`${file}?url`)};`);
  const list = (own: readonly string[]): string => own.map((file) => `font${files.indexOf(file)}`).join(', ');
  return [...imports, `export const firstFonts = { rtl: [${list(first.rtl)}], ltr: [${list(first.ltr)}] };`, ''].join(
    '\n',
  );
}

function listFreePages(contentFolder: string): readonly { readonly id: string; readonly file: string }[] {
  const folder = resolve(contentFolder, 'pages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .toSorted()
    .map((name) => ({ id: `pages/${name.slice(0, -'.mdx'.length)}`, file: toImportPath(resolve(folder, name)) }));
}

/** Vite wants forward slashes on every platform. */
function toImportPath(path: string): string {
  return decodeURI(pathToFileURL(path).pathname).replace(/^\/([A-Za-z]:)/, '$1');
}

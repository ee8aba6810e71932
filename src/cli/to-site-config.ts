import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { openKnowledgeBase } from '../compiler/knowledge-base.ts';
import type { Drawing } from '../render/drawing.ts';
import { rehypeReader } from '../render/rehype-reader.ts';
import { remarkSanad } from '../render/remark-sanad.ts';
import type { SiteConfig } from '../schema/site-schema.ts';
import { siteConfig } from '../site/integration.ts';
import type { CommandOptions } from './parse-arguments.ts';
import type { Project } from './project.ts';

/** Astro's configuration for one site, with the plugins that draw the graph onto free pages. */
export function toSiteConfig(
  { contentFolder, outputFolder, cacheFolder }: Pick<Project, 'contentFolder' | 'outputFolder' | 'cacheFolder'>,
  knowledgeBaseFile: string,
  site: SiteConfig,
  { base, url }: Pick<CommandOptions, 'base' | 'url'>,
): AstroInlineConfig {
  const findDrawing = (path: string): Drawing | undefined => {
    const name = /([^/\\]+)\.mdx$/.exec(path)?.[1];
    const kb = openKnowledgeBase(knowledgeBaseFile);
    try {
      return name === undefined ? undefined : kb.drawing(`pages/${name}`);
    } finally {
      kb.close();
    }
  };
  const config = siteConfig({
    contentFolder,
    outputFolder,
    knowledgeBaseFile,
    cacheFolder: join(cacheFolder, 'astro'),
    base,
    siteUrl: url ?? site.url,
    graphPlugins: { remark: [[remarkSanad, { findDrawing }]], rehype: [rehypeReader] },
  });
  return { ...config, logLevel: 'error' };
}

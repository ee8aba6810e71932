import { env } from 'node:process';
import { siteConfig } from './src/site/integration.ts';

/** For editors and for Astro's own commands; `sanad` makes its own from what it was asked for. */
export default siteConfig({
  contentFolder: env.SANAD_CONTENT ?? 'content',
  outputFolder: env.SANAD_OUT ?? 'dist',
  knowledgeBaseFile: env.SANAD_KNOWLEDGE ?? '.sanad/knowledge.sqlite',
  base: env.SANAD_BASE ?? '/',
  siteUrl: env.SANAD_URL ?? 'https://sanad.example/',
  cacheFolder: '.sanad/astro',
});

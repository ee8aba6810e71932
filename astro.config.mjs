import { siteConfig } from './src/site/integration.ts';

/** For editors and for Astro's own commands; `sanad` makes its own from what it was asked for. */
const { configFile: _, ...config } = siteConfig({
  contentFolder: process.env.SANAD_CONTENT ?? 'content',
  outputFolder: process.env.SANAD_OUT ?? 'dist',
  knowledgeBaseFile: process.env.SANAD_KNOWLEDGE ?? '.sanad/knowledge.sqlite',
  base: process.env.SANAD_BASE ?? '/',
  siteUrl: process.env.SANAD_URL ?? 'https://sanad.example/',
  cacheFolder: '.sanad/astro',
});

export default config;

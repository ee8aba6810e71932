// Draws a site with Astro alone, in one process, without threads or a kept bundle: what the threads' pages are held against.
// Arguments: content folder, folder of the cache, folder of the site.
import { build } from 'astro';
import { compile } from '../../src/compiler/compile.ts';
import { toSiteConfig } from '../../src/cli/to-site-config.ts';
import { ROOT } from './sites.ts';

const [contentFolder = '', cacheFolder = '', outputFolder = ''] = process.argv.slice(2);
const compilation = await compile({ contentFolder, cacheFolder, locks: 'frozen' });
if (compilation.status === 'refused') throw new Error('The content was refused.');
const { site } = compilation;
process.chdir(ROOT);
const config = toSiteConfig({ contentFolder, cacheFolder, outputFolder }, compilation.knowledgeBaseFile, site, {
  base: '/',
  url: undefined,
});
await build({ ...config, logLevel: 'error' });

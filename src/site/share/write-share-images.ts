import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { createPageContext } from '../page-context.ts';
import type { UrlSettings } from '../urls.ts';
import { drawShareCard, type MakePicture } from './draw-share-card.ts';
import { listShareCards } from './list-share-cards.ts';
import { unpackShareFonts } from './share-fonts.ts';

/** Folder of the site in which the pictures of its cards lie. */
export const SHARE = 'share';
/** Changes when the same card is drawn in another way. */
export const SHARE_DRAWING = 2;

/**
 * Draws the cards of all languages into the site, those that were drawn before from the cache. Returns how many were drawn
 * anew. The fonts come from the packages alone, so a card is the same on every machine with this version of the library.
 */
export async function writeShareImages(
  kb: KnowledgeBase,
  settings: Pick<UrlSettings, 'base' | 'siteUrl'> & { readonly outputFolder: string; readonly cacheFolder: string },
): Promise<number> {
  const fonts = await unpackShareFonts(settings.cacheFolder);
  const { make, version } = await openPictures(fonts.configFile);
  let drawn = 0;
  for (const language of kb.site.languages) {
    for (const card of listShareCards(createPageContext(kb, settings, language))) {
      const key = createHash('sha256')
        .update(JSON.stringify([SHARE_DRAWING, fonts.hash, version, card]))
        .digest('hex')
        .slice(0, 20);
      const kept = join(settings.cacheFolder, 'cards', `${key}.png`);
      if (!existsSync(kept)) {
        keep(kept, await drawShareCard(card, make));
        drawn += 1;
      }
      const file = join(settings.outputFolder, SHARE, language, `${card.name}.png`);
      await mkdir(dirname(file), { recursive: true });
      await copyFile(kept, file);
    }
  }
  return drawn;
}

/**
 * The library, told which fonts there are. Its fontconfig reads the variable when it draws its first text and never again,
 * and nothing else in the build draws text.
 */
async function openPictures(configFile: string): Promise<{ readonly make: MakePicture; readonly version: string }> {
  process.env['FONTCONFIG_FILE'] = configFile;
  // Fonts are chosen by the language of the machine, too, where a text leaves a choice.
  process.env['PANGO_LANGUAGE'] = 'en';
  process.env['LC_ALL'] = 'C.UTF-8';
  const { default: sharp } = await import('sharp');
  return { make: sharp, version: JSON.stringify(sharp.versions) };
}

function keep(file: string, picture: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, picture);
  renameSync(beside, file);
}

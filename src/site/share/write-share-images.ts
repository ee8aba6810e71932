import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KnowledgeBase } from '../../compiler/knowledge-base.ts';
import { sweepFolder } from '../../compiler/sweep-folder.ts';
import { createPageContext } from '../page-context.ts';
import type { UrlSettings } from '../urls.ts';
import { openCardDrawing, type MakePicture } from './draw-share-card.ts';
import { listShareCards } from './list-share-cards.ts';
import { unpackShareFonts } from './share-fonts.ts';

/** Folder of the site in which the pictures of its cards lie. */
export const SHARE = 'share';
/** Changes when the same card is drawn in another way. */
export const SHARE_DRAWING = 4;

/**
 * Draws the cards of all languages into the site, those that were drawn before from the cache; in a folder that has some
 * already those that are other ones. Returns how many were drawn anew. The fonts come from the packages alone, so a card is the same on every machine with this version of the library.
 */
export async function writeShareImages(
  kb: KnowledgeBase,
  settings: Pick<UrlSettings, 'base' | 'siteUrl'> & { readonly outputFolder: string; readonly cacheFolder: string },
): Promise<number> {
  const fonts = await unpackShareFonts(settings.cacheFolder);
  const { make, version } = await openPictures(fonts.configFile);
  const drawCard = openCardDrawing(make);
  const folder = join(settings.outputFolder, SHARE);
  const cards = new Set<string>();
  let drawn = 0;
  for (const language of kb.site.languages) {
    for (const card of listShareCards(createPageContext(kb, settings, language))) {
      const key = createHash('sha256')
        .update(JSON.stringify([SHARE_DRAWING, fonts.hash, version, card]))
        .digest('hex')
        .slice(0, 20);
      const kept = join(settings.cacheFolder, 'cards', `${key}.png`);
      if (!existsSync(kept)) {
        keep(kept, await drawCard(card));
        drawn += 1;
      }
      const name = `${language}/${card.name}.png`;
      cards.add(name);
      copyCard(kept, join(folder, name));
    }
  }
  if (existsSync(folder)) sweepFolder(folder, (name) => cards.has(name));
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

/** Cards in the cache were never changed, and no two written at one time: with its time a copy says which one it is of. */
function copyCard(kept: string, file: string): void {
  const { size, atime, mtime, mtimeMs } = statSync(kept);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.size === size && Math.abs(found.mtimeMs - mtimeMs) < 1) return;
  mkdirSync(dirname(file), { recursive: true });
  // Another site may have this file under a second name: it is not to be written into.
  rmSync(file, { force: true });
  copyFileSync(kept, file);
  utimesSync(file, atime, mtime);
}

function keep(file: string, picture: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, picture);
  renameSync(beside, file);
}

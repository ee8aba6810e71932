import type { Sharp, SharpOptions } from 'sharp';
import type { TextInLanguage } from '../language.ts';
import type { ShareCard } from './list-share-cards.ts';
import { toHexColour } from './to-hex-colour.ts';

/** Makes a picture; the fonts must have been chosen before it draws its first text. */
export interface MakePicture {
  (options: SharpOptions): Sharp;
  (pixels: Buffer, options: SharpOptions): Sharp;
}

/** What networks ask for, in pixels. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** Red, green and blue: a card is opaque. */
const CHANNELS = 3;
const EDGE = 80;
const ROOM = SHARE_WIDTH - 2 * EDGE;
/** As in the tokens of the light theme. */
const COLOURS = { paper: '#fcfbf8', ink: '#1e1b16', quiet: '#4a443a', line: '#ddd6c7', accent: '#0b4a50' };
const KIND = { lightness: 0.38, chroma: 0.1 };
const READING = 'Noto Naskh Arabic Bold';
const INTERFACE = 'IBM Plex Sans Arabic';
/** Sizes that a title is tried in, from the first to one in which it fits. */
const TITLE_SIZES = [92, 76, 64, 54, 46, 38];
/** A title stays in one line down to this size. */
const LEAST_IN_ONE_LINE = 64;
/** No line is as high, in sizes of its font, and two are higher. */
const ONE_LINE = 1.75;
const TITLE_HEIGHT = 290;
const SUMMARY_HEIGHT = 110;
const BAND = 14;
const GAP = 44;

/** Pixels as they are: nothing is packed and unpacked on the way. */
interface Layer {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Draws a card as a PNG, one after another: the same bytes for the same card, fonts and version of the library. */
export type DrawCard = (card: ShareCard) => Promise<Buffer>;

/** Prepares the drawing of cards. What many of them say alike is drawn once, and all are painted on one sheet of paper. */
export function openCardDrawing(make: MakePicture): DrawCard {
  const paper = Buffer.alloc(SHARE_WIDTH * SHARE_HEIGHT * CHANNELS);
  const known = new Map<string, Layer>();
  const drawAlike = async (text: TextInLanguage, font: string, colour: string): Promise<Layer> => {
    const key = JSON.stringify([text, font, colour]);
    const layer = known.get(key) ?? (await drawText(text, font, colour, make));
    known.set(key, layer);
    return layer;
  };
  return async (card) => {
    const colour = card.hue === undefined ? COLOURS.accent : toHexColour(KIND.lightness, KIND.chroma, card.hue);
    const isRightToLeft = card.site.dir === 'rtl';
    const title = await drawFitting(card.title, make);
    const summary = card.summary && (await drawSummary(card.summary, make));
    const kind = card.kind && (await drawAlike(card.kind, `${INTERFACE} SemiBold 32`, colour));
    const site = await drawAlike(card.site, `${READING} 34`, COLOURS.ink);
    const host = await drawAlike({ text: card.host, lang: 'en', dir: 'ltr' }, `${INTERFACE} 28`, COLOURS.quiet);

    const put = (layer: Layer, top: number, side: 'start' | 'end'): void => {
      const left = (side === 'start') === isRightToLeft ? SHARE_WIDTH - EDGE - layer.width : EDGE;
      blend(paper, layer, Math.round(top), left);
    };
    const block = (kind ? kind.height + 28 : 0) + title.height + (summary ? summary.height + GAP : 0);
    const top = BAND + Math.max(40, (470 - block) / 2);
    const afterKind = kind ? top + kind.height + 28 : top;
    const foot = SHARE_HEIGHT - 62;
    paper.fill(COLOURS.paper.slice(1), 'hex');
    fill(paper, { top: 0, height: BAND, left: 0, width: SHARE_WIDTH }, colour);
    fill(paper, { top: SHARE_HEIGHT - 122, height: 2, left: EDGE, width: ROOM }, COLOURS.line);
    if (kind) put(kind, top, 'start');
    put(title, afterKind, 'start');
    if (summary) put(summary, afterKind + title.height + GAP, 'start');
    put(site, foot - site.height / 2, 'start');
    put(host, foot - host.height / 2, 'end');
    return (
      make(paper, { raw: { width: SHARE_WIDTH, height: SHARE_HEIGHT, channels: CHANNELS } })
        // Not with a palette: to choose one takes three times as long as all the rest, and spares a few kilobytes.
        .png({ compressionLevel: 7 })
        .toBuffer()
    );
  };
}

/** In one line if it can be large in one, else in as many as fit. */
async function drawFitting(text: TextInLanguage, make: MakePicture): Promise<Layer> {
  let fitting: Layer | undefined;
  for (const size of TITLE_SIZES) {
    const layer = await drawText(text, `${READING} ${size}`, COLOURS.ink, make);
    if (size >= LEAST_IN_ONE_LINE && layer.height < size * ONE_LINE) return layer;
    if (layer.height <= TITLE_HEIGHT) fitting ??= layer;
  }
  return fitting ?? drawShortened(text, `${READING} ${TITLE_SIZES.at(-1) ?? 38}`, TITLE_HEIGHT, COLOURS.ink, make);
}

function drawSummary(text: TextInLanguage, make: MakePicture): Promise<Layer> {
  return drawShortened(text, `${INTERFACE} 32`, SUMMARY_HEIGHT, COLOURS.quiet, make);
}

/** As many words as fit into the height, with an ellipsis where some are left out. */
async function drawShortened(
  text: TextInLanguage,
  font: string,
  height: number,
  colour: string,
  make: MakePicture,
): Promise<Layer> {
  const words = text.text.split(/\s+/);
  let count = words.length;
  for (;;) {
    const shown = count === words.length ? text.text : `${words.slice(0, count).join(' ')}…`;
    const layer = await drawText({ ...text, text: shown }, font, colour, make);
    if (layer.height <= height || count === 1) return layer;
    count = Math.max(1, Math.min(count - 1, Math.floor((count * height) / layer.height) + 1));
  }
}

async function drawText(
  { text, lang, dir }: TextInLanguage,
  font: string,
  colour: string,
  make: MakePicture,
): Promise<Layer> {
  // A mark of the text's own direction: the first letter must not decide it.
  const marked = `${dir === 'rtl' ? '\u200F' : '\u200E'}${escapeMarkup(text)}`;
  const { data, info } = await make({
    text: {
      // The language decides forms of letters, and would else be that of the machine.
      text: `<span lang="${lang}" foreground="${colour}">${marked}</span>`,
      font,
      width: ROOM,
      rgba: true,
      dpi: 72,
      wrap: 'word-char',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

interface Area {
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

/** Paints an area in one colour, which is written `#rrggbb`. */
function fill(paper: Buffer, { top, height, left, width }: Area, colour: string): void {
  for (let y = top; y < top + height; y += 1) {
    const start = (y * SHARE_WIDTH + left) * CHANNELS;
    paper.fill(colour.slice(1), start, start + width * CHANNELS, 'hex');
  }
}

/** Lays pixels with their opacity over the paper; what would stand outside is left out. */
function blend(paper: Buffer, { data, width, height, channels }: Layer, top: number, left: number): void {
  if (channels !== 4) throw new Error('This is a bug in Sanad: a text of a card has no opacity.');
  const from = Math.max(0, -left);
  const to = Math.min(width, SHARE_WIDTH - left);
  for (let y = Math.max(0, -top); y < Math.min(height, SHARE_HEIGHT - top); y += 1) {
    for (let x = from; x < to; x += 1) {
      const source = (y * width + x) * channels;
      const opacity = data[source + 3] ?? 0;
      if (opacity === 0) continue;
      const target = ((top + y) * SHARE_WIDTH + left + x) * CHANNELS;
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        const under = paper[target + channel] ?? 0;
        paper[target + channel] = Math.round(under + (((data[source + channel] ?? 0) - under) * opacity) / 255);
      }
    }
  }
}

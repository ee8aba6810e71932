import type { BodyBlock } from '../../compiler/knowledge-base.ts';
import { nameLanguage, toDirection, type Direction } from '../language.ts';
import { chooseLanguage, type PageContext } from '../page-context.ts';
import { resolveAddresses } from '../resolve-addresses.ts';
import { buildMeasureView, type MeasureView } from './measure-view.ts';

/** Finished HTML, or a chart that stands between two pieces of it. */
export type BodyPart =
  { readonly type: 'html'; readonly html: string } | { readonly type: 'chart'; readonly measure: MeasureView };

export interface BlockView {
  readonly parts: readonly BodyPart[];
  readonly lang: string;
  readonly dir: Direction;
  readonly passages: readonly string[];
  readonly isNote: boolean;
}

export interface BodyView {
  readonly blocks: readonly BlockView[];
  /** Says that the text is in another language than the page; nothing when it is not. */
  readonly otherLanguage: string | undefined;
}

const CHART = /<div class="chart" data-measure="([^"]+)">\s*<\/div>/;

/** The prose of an entity in the page's language, or, if there is none, in the language that there is. */
export function buildBodyView(document: string, context: PageContext): BodyView {
  const { kb, language, strings } = context;
  const blocks = kb.body(document);
  const shown = chooseLanguage(blocks, language);
  return {
    blocks: blocks.filter(({ lang }) => lang === shown).map((block) => toBlockView(block, context)),
    otherLanguage:
      blocks.length === 0 || shown === language
        ? undefined
        : strings.say('body.other-language', { language: nameLanguage(shown, strings.language) }),
  };
}

/** One block with the site's own addresses in it. */
export function toBlockView(block: BodyBlock, context: PageContext): BlockView {
  const html = resolveAddresses(block.html, context.urls);
  return {
    parts: html
      .split(CHART)
      // The pattern has one group: pieces of HTML and names of measures take turns.
      .map((piece, index): BodyPart =>
        index % 2 === 0 ? { type: 'html', html: piece } : { type: 'chart', measure: buildMeasureView(piece, context) },
      )
      .filter((part) => part.type === 'chart' || part.html !== ''),
    lang: block.lang,
    dir: toDirection(block.lang),
    passages: block.passages,
    isNote: block.isNote,
  };
}

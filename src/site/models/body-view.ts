import type { BodyBlock } from '../../compiler/knowledge-base.ts';
import { nameLanguage, toDirection, type Direction } from '../language.ts';
import { chooseLanguage, type PageContext } from '../page-context.ts';
import { resolveAddresses } from '../resolve-addresses.ts';
import type { Strings } from '../strings.ts';
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

const CHART = /<div class="chart" data-measure="([^"]+)"[^>]*>\s*<\/div>/;

/** The prose of an entity in the page's language, or, if there is none, in the language that there is. */
export function buildBodyView(document: string, context: PageContext): BodyView {
  const { kb, language, strings } = context;
  const blocks = kb.body(document);
  const shown = chooseLanguage(
    blocks.map(({ lang }) => lang),
    language,
  );
  return {
    blocks: nameNotes(
      blocks.filter(({ lang }) => lang === shown),
      strings,
    ).map((block) => toBlockView(block, context)),
    otherLanguage:
      blocks.length === 0 || shown === language
        ? undefined
        : strings.say('body.other-language', { language: nameLanguage(shown, strings.language) }),
  };
}

/** Every editor's note says what it is, to the eye and to assistive technology; several are told apart by number. */
function nameNotes(blocks: readonly BodyBlock[], strings: Strings): readonly BodyBlock[] {
  const notes = blocks.filter(({ isNote }) => isNote);
  const title = strings.say('body.note');
  return blocks.map((block) => {
    if (!block.isNote) return block;
    const name = notes.length > 1 ? `${title} ${notes.indexOf(block) + 1}` : title;
    const heading = `<p class="note-title" lang="${strings.language}" dir="${toDirection(strings.language)}">${title}</p>`;
    return { ...block, html: block.html.replace(/^<aside\b([^>]*)>/, `<aside aria-label="${name}"$1>${heading}`) };
  });
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

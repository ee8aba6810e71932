import { anchorQuote, prepareAnchorText, type Anchoring, type AnchorText } from '../anchor/anchor-quote.ts';
import type { Place } from '../diagnostic/place.ts';
import type { Citation } from '../schema/entity-schema.ts';
import { findPlace } from '../source/validate.ts';
import type { EntityDocument } from '../source/document.ts';
import type { Range } from '../text/range.ts';
import { toClaimId, toEntityId, type Corpus } from './corpus.ts';

/** An article's whole text: its passages with a line break between them, so that a quotation may span two. */
export interface ArticleText {
  readonly anchorText: AnchorText;
  /** Where each passage begins in the text. */
  readonly starts: readonly number[];
}

/** A citation and what became of it. */
export interface AnchoredCitation {
  readonly claim: string;
  /** From 0, among the evidence of its claim. */
  readonly index: number;
  readonly citation: Citation;
  /** Where the quotation is written. */
  readonly place: Place;
  /** Where the article's slug is written. */
  readonly articlePlace: Place;
  readonly anchoring: Anchoring | { readonly status: 'article-unknown' };
}

export function toArticleTexts(corpus: Corpus): ReadonlyMap<string, ArticleText> {
  return new Map(corpus.articles.map(({ document, body }) => [document.slug, joinPassages(body.passages)]));
}

/** One text of all passages. */
export function joinPassages(passages: readonly { readonly text: string }[]): ArticleText {
  const starts: number[] = [];
  let text = '';
  for (const passage of passages) {
    if (starts.length > 0) text += '\n';
    starts.push(text.length);
    text += passage.text;
  }
  return { anchorText: prepareAnchorText(text), starts };
}

/** Looks every quotation of every entity up in the article it names. */
export function anchorCitations(corpus: Corpus, texts: ReadonlyMap<string, ArticleText>): AnchoredCitation[] {
  return corpus.entities.flatMap(({ document }) =>
    listCitations(document).map(({ name, index, citation, path }) => {
      const text = texts.get(citation.article);
      return {
        claim: toClaimId(toEntityId(document), name),
        index,
        citation,
        place: findPlaceIn(document, `${path}.quote`),
        articlePlace: findPlaceIn(document, `${path}.article`),
        anchoring: text ? anchorQuote(text.anchorText, citation) : ({ status: 'article-unknown' } as const),
      };
    }),
  );
}

/** A range of an article's text as ranges of its passages, by index. */
export function splitByPassage({ starts, anchorText }: ArticleText, range: Range): { passage: number; range: Range }[] {
  return starts.flatMap((start, passage) => {
    const end = (starts[passage + 1] ?? anchorText.text.length + 1) - 1;
    const from = Math.max(range.start, start);
    const to = Math.min(range.end, end);
    return from < to ? [{ passage, range: { start: from - start, end: to - start } }] : [];
  });
}

interface CitationOfClaim {
  readonly name: string;
  readonly index: number;
  readonly citation: Citation;
  readonly path: string;
}

function listCitations({ matter, claims }: EntityDocument): CitationOfClaim[] {
  const own = (matter.statistic?.evidence ?? []).map((citation, index) => ({
    name: 'value',
    index,
    citation,
    path: `evidence.${index}`,
  }));
  const others = claims.flatMap(({ id, path, evidence }) =>
    evidence.map((citation, index) => ({ name: id, index, citation, path: `${path}.evidence.${index}` })),
  );
  return [...own, ...others];
}

function findPlaceIn({ path, places }: EntityDocument, field: string): Place {
  return findPlace({ file: path, places }, field);
}

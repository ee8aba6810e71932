import { anchorQuote } from '../anchor/anchor-quote.ts';
import type { Alignment } from '../anchor/align-passages.ts';
import { joinPassages, splitByPassage, type AnchoredCitation, type ArticleText } from './anchor-citations.ts';
import type { Corpus } from './corpus.ts';

/** What an edit of an article did to one quotation, compared with the text that its passage lock remembers. */
export interface Drift {
  readonly article: string;
  readonly claim: string;
  readonly quote: string;
  /**
   * `kept`: as before; `respelled`: still there, spelled otherwise; `moved`: there, in another passage; `changed`: its
   * passage is there, but no longer says it; `lost`: its passage is gone.
   */
  readonly fate: 'kept' | 'respelled' | 'moved' | 'changed' | 'lost';
  /** The passage it stood in. */
  readonly before: string;
  readonly after: string | undefined;
}

/** The fate of every quotation of every article that changed since its passages were locked. */
export function findDrift(
  corpus: Corpus,
  texts: ReadonlyMap<string, ArticleText>,
  citations: readonly AnchoredCitation[],
  alignments: ReadonlyMap<string, Alignment>,
): Drift[] {
  return corpus.articles.flatMap(({ document: { slug }, lock }) => {
    const alignment = alignments.get(slug);
    const text = texts.get(slug);
    if (!lock || !alignment || !text || alignment.changes.every(({ kind }) => kind === 'kept')) return [];
    const remembered = joinPassages(lock.passages);
    return citations
      .filter(({ citation }) => citation.article === slug)
      .flatMap(({ claim, citation, anchoring }): Drift[] => {
        const then = anchorQuote(remembered.anchorText, citation);
        if (then.status !== 'anchored') return [];
        const [first] = splitByPassage(remembered, then.range);
        const before = lock.passages[first?.passage ?? -1]?.id;
        if (before === undefined) return [];
        const common = { article: slug, claim, quote: citation.quote, before };
        if (anchoring.status !== 'anchored') {
          return [{ ...common, fate: alignment.ids.includes(before) ? 'changed' : 'lost', after: undefined }];
        }
        const [now] = splitByPassage(text, anchoring.range);
        const after = alignment.ids[now?.passage ?? -1];
        const fate = after !== before ? 'moved' : anchoring.grade === then.grade ? 'kept' : 'respelled';
        return [{ ...common, fate, after }];
      });
  });
}

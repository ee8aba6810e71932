import type { Anchoring } from '../anchor/anchor-quote.ts';
import { findCandidates, shortestContext, type Candidate } from '../anchor/find-candidates.ts';
import { diagnose, type Diagnostic, type DiagnosticValue } from '../diagnostic/diagnostic.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import type { Place } from '../diagnostic/place.ts';
import { splitByPassage, type AnchoredCitation, type ArticleText } from '../graph/anchor-citations.ts';
import type { ArticleEntry, Corpus } from '../graph/corpus.ts';
import { findOrigin } from '../text/body.ts';
import type { Range } from '../text/range.ts';
import { splitWords } from '../text/split-words.ts';

/** Quotations that are not in their article, or in several places, or spelled otherwise. Likeness is computed only here, to suggest. */
export function checkCitations(
  corpus: Corpus,
  texts: ReadonlyMap<string, ArticleText>,
  citations: readonly AnchoredCitation[],
): Diagnostic[] {
  const articles = new Map(corpus.articles.map((entry) => [entry.document.slug, entry]));
  return citations.flatMap((one) => {
    const article = articles.get(one.citation.article);
    const text = texts.get(one.citation.article);
    if (!article || !text || one.anchoring.status === 'article-unknown') {
      return corpus.unread.has(`articles/${one.citation.article}`) ? [] : [reportUnknown(one, [...articles.keys()])];
    }
    const source = { article, text };
    switch (one.anchoring.status) {
      case 'anchored':
        return [...reportRespelled(one, one.anchoring, source), ...reportShort(one, one.anchoring, source)];
      case 'ambiguous':
        return [reportAmbiguous(one, one.anchoring, source)];
      case 'missing':
        return [reportMissing(one, source)];
    }
  });
}

interface Source {
  readonly article: ArticleEntry;
  readonly text: ArticleText;
}

function reportUnknown({ citation, articlePlace }: AnchoredCitation, slugs: readonly string[]): Diagnostic {
  const nearest = findNearest(citation.article, slugs.toSorted());
  return diagnose('article-unknown', articlePlace, {
    message: `There is no article \`${citation.article}\`.`,
    fix:
      nearest === undefined
        ? `Add content/articles/${citation.article}.mdx, or correct the name.`
        : `Did you mean \`${nearest}\`?`,
  });
}

function reportRespelled(
  { citation, place }: AnchoredCitation,
  anchoring: Extract<Anchoring, { status: 'anchored' }>,
  source: Source,
): Diagnostic[] {
  if (anchoring.grade === 'exact') return [];
  const words = source.text.anchorText.text.slice(anchoring.range.start, anchoring.range.end);
  const difference =
    anchoring.grade === 'same-text'
      ? 'in marks, spaces, quotation marks or digits'
      : 'in the spelling of letters or in punctuation';
  return [
    diagnose('citation-respelled', place, {
      message: `The quoted text stands in the article, but differs from it ${difference}.`,
      values: [
        { label: 'quote', text: quoted(citation.quote) },
        { label: 'source', text: quoted(words), place: findSourcePlace(source, anchoring.range) },
      ],
      fix: 'Copy the words of the source.',
      replacement: words,
    }),
  ];
}

/** Three words are unique in 97 of 100 cases, five in 99: what is unique today may not be after the next edit. */
const FEWEST_WORDS = 5;

function reportShort(
  { citation, place }: AnchoredCitation,
  { range }: Extract<Anchoring, { status: 'anchored' }>,
  source: Source,
): Diagnostic[] {
  const count = splitWords(citation.quote).length;
  if (count >= FEWEST_WORDS || citation.prefix !== undefined || citation.suffix !== undefined) return [];
  const context = shortestContext(source.text.anchorText, range, citation.quote);
  return [
    diagnose('citation-short', place, {
      message: `A quotation of ${count === 1 ? 'one word' : `${count} words`} will hardly stay unique when the article is edited.`,
      values: [{ label: 'quote', text: quoted(citation.quote) }],
      fix: context
        ? `Quote at least ${FEWEST_WORDS} words, or add ${context.side}: ${JSON.stringify(context.text)}`
        : `Quote at least ${FEWEST_WORDS} words.`,
    }),
  ];
}

function reportAmbiguous(
  { citation, place }: AnchoredCitation,
  { ranges }: Extract<Anchoring, { status: 'ambiguous' }>,
  source: Source,
): Diagnostic {
  const { anchorText } = source.text;
  const values = ranges.map((range, at): DiagnosticValue => {
    const context = shortestContext(anchorText, range, citation.quote);
    const hint = context === undefined ? '' : `  ${context.side}: ${quoted(context.text)}`;
    return {
      label: `place ${at + 1}`,
      text: `${quoted(surroundings(anchorText.text, range))}${hint}`,
      place: findSourcePlace(source, range),
    };
  });
  return diagnose('citation-ambiguous', place, {
    message: `The quoted text stands in ${ranges.length} places of ${source.article.document.path}.`,
    values: [{ label: 'quote', text: quoted(citation.quote) }, ...values],
    fix: 'Quote more words, or add the `prefix` or `suffix` of the place that is meant.',
  });
}

function reportMissing({ citation, place }: AnchoredCitation, source: Source): Diagnostic {
  const { anchorText } = source.text;
  const candidates = findCandidates(anchorText, citation);
  const [nearest] = candidates;
  if (nearest?.similarity === 1 && (citation.prefix !== undefined || citation.suffix !== undefined)) {
    return reportContext({ citation, place }, nearest, source);
  }
  const values = candidates.flatMap((candidate, at): DiagnosticValue[] => {
    const closest = anchorText.text.slice(candidate.range.start, candidate.range.end);
    return [
      {
        label: at === 0 ? 'closest' : 'or',
        text: `${quoted(closest)} (${Math.floor(candidate.similarity * 100)} %)`,
        place: findSourcePlace(source, candidate.range),
      },
      { label: 'difference', text: printDiff(candidate) },
    ];
  });
  const [best, ...others] = candidates;
  const words = best && anchorText.text.slice(best.range.start, best.range.end);
  return diagnose('citation-missing', place, {
    message: `The quoted text is not in ${source.article.document.path}.`,
    values: [{ label: 'quote', text: quoted(citation.quote) }, ...values],
    fix:
      words === undefined
        ? 'Copy the sentence from the article, or cite the article in which it stands.'
        : `If this is the sentence, write: quote: ${JSON.stringify(words)}`,
    replacement: best && others.length === 0 && isWholeEnded(best) ? words : undefined,
  });
}

/** The words are there; what the author gave as context is not beside them. */
function reportContext(
  { citation, place }: Pick<AnchoredCitation, 'citation' | 'place'>,
  { range }: Candidate,
  source: Source,
): Diagnostic {
  const { prefix, suffix } = citation;
  const given = [
    ...(prefix === undefined ? [] : [{ label: 'prefix', text: quoted(prefix) }]),
    ...(suffix === undefined ? [] : [{ label: 'suffix', text: quoted(suffix) }]),
  ];
  const around = quoted(surroundings(source.text.anchorText.text, range));
  return diagnose('citation-missing', place, {
    message: `The quoted text stands in ${source.article.document.path}, but not beside the words given as context.`,
    values: [
      { label: 'quote', text: quoted(citation.quote) },
      ...given,
      { label: 'source', text: around, place: findSourcePlace(source, range) },
    ],
    fix: 'Correct the prefix or suffix, or leave it out if the quotation stands in one place only.',
  });
}

/** Whether the candidate answers the quotation from its first word to its last: one that is cut short is not to be written unread. */
function isWholeEnded({ diff }: Candidate): boolean {
  return diff[0]?.kind !== 'gone' && diff.at(-1)?.kind !== 'gone';
}

function printDiff({ diff }: Candidate): string {
  return diff
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join(' ');
}

/** A few words around a range, for telling places apart. */
function surroundings(text: string, { start, end }: Range): string {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, start - 24)));
  const next = text.indexOf(' ', Math.min(text.length, end + 24));
  return text
    .slice(from, next === -1 ? text.length : next)
    .replaceAll('\n', ' ')
    .trim();
}

function findSourcePlace({ article, text }: Source, range: Range): Place {
  const [first] = splitByPassage(text, range);
  const passage = first && article.body.passages[first.passage];
  return { file: article.document.path, point: first && passage ? findOrigin(passage, first.range.start) : undefined };
}

function quoted(text: string): string {
  return `“${text}”`;
}

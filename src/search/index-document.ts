import type { AnalysedToken } from './analyser/analyse-text.ts';
import { listAdded, type SearchDocument } from './document.ts';
import { findGlossPlace } from './find-gloss-place.ts';
import type { IndexRecord } from './index-files.ts';
import type { Analyse } from './word-types.ts';

/** What the index holds at each place of a document: the stems of one token, none for a stop word. */
export interface IndexedDocument {
  /** By token, over all sections in order. */
  readonly positions: readonly (readonly string[])[];
  /** Number of the first token of each section. */
  readonly starts: readonly number[];
  /** For each token that begins a name: of how many tokens it is. */
  readonly spans: ReadonlyMap<number, number>;
  /** Stems of its names. */
  readonly title: readonly string[];
}

/** Reads a document as the index counts it. */
export function indexDocument(
  { sections, names, epithets }: SearchDocument,
  analyse: Analyse,
  toStems: (token: AnalysedToken) => readonly string[],
): IndexedDocument {
  const positions: (readonly string[])[] = [];
  const starts: number[] = [];
  const spans = new Map<number, number>();
  for (const { text, mentions, glosses = [] } of sections) {
    const tokens = analyse(text);
    const start = positions.length;
    starts.push(start);
    for (const token of tokens) positions.push(toStems(token));
    for (const mention of mentions) {
      const first = tokens.findIndex(({ token }) => token.end > mention.start);
      if (first < 0) continue;
      const last = tokens.findLastIndex(({ token }) => token.start < mention.end);
      // What stands there already is found, and marked, where it stands.
      const written = new Set(positions.slice(start + first, start + last + 1).flat());
      const others = mention.names
        .flatMap(analyse)
        .flatMap((token) => toStems(token).filter((one) => !written.has(one)));
      positions[start + first] = [...new Set([...(positions[start + first] ?? []), ...others])];
      if (last > first) spans.set(start + first, last - first + 1);
    }
    // A name that the text has is found, and marked, where the text has it.
    const written = new Set(glosses.length === 0 ? [] : positions.slice(start).flat());
    for (const gloss of glosses) {
      const place = findGlossPlace(tokens, gloss, mentions);
      if (place === undefined) continue;
      const stems = gloss.texts.flatMap(analyse).flatMap(toStems);
      const at = start + place.first;
      positions[at] = [...new Set([...(positions[at] ?? []), ...stems.filter((stem) => !written.has(stem))])];
      if (place.tokens > 1) spans.set(at, Math.min(spans.get(at) ?? Infinity, place.tokens));
    }
  }
  const title = new Set<string>();
  for (const token of [...names, ...epithets].flatMap(analyse)) toStems(token).forEach((stem) => title.add(stem));
  return { positions, starts, spans, title: [...title] };
}

/** The names of a document as the keys under which a query that says exactly this is answered. */
export function toNameKeys({ names, epithets }: SearchDocument, analyse: Analyse): ReadonlySet<string> {
  return new Set([...names, ...epithets].map((name) => toNameStems(analyse(name))).filter((key) => key !== ''));
}

/** Every stem that any word of a document may be indexed under, however its words are read. */
export function listStems({ sections, names, epithets }: SearchDocument, analyse: Analyse): ReadonlySet<string> {
  const texts = sections.flatMap((section) => [section.text, ...listAdded(section)]);
  const tokens = [...texts, ...names, ...epithets].flatMap(analyse).filter(({ isStopWord }) => !isStopWord);
  return new Set(
    tokens.flatMap(({ readings, amount }) => [
      ...readings.map(({ stem }) => stem),
      ...(amount === undefined ? [] : [amount.digits]),
    ]),
  );
}

/** The first stems of its telling words. */
function toNameStems(tokens: readonly AnalysedToken[]): string {
  const telling = tokens.filter(({ isStopWord }) => !isStopWord);
  return (telling.length > 0 ? telling : tokens).map(({ readings }) => readings[0].stem).join(' ');
}

/** What is shown of a document. It depends on nothing but the document itself. */
export function toRecord(document: SearchDocument, { starts, spans }: IndexedDocument): IndexRecord {
  const { id, kind, base, names, views, sections } = document;
  const allSpans = [...spans];
  return {
    id,
    kind,
    ...(base === undefined ? {} : { base }),
    names,
    views: Object.fromEntries(
      Object.entries(views).map(([language, { href, title, summary, summaryLanguage }]) => [
        language,
        {
          href,
          title,
          ...(summary === undefined ? {} : { summary }),
          ...(summaryLanguage === undefined ? {} : { summaryLanguage }),
        },
      ]),
    ),
    sections: sections.map(({ text, lang, fragment, shownIn, titles, isFact }, at) => {
      const from = starts[at] ?? 0;
      const end = starts[at + 1] ?? Infinity;
      const own = allSpans.filter(([token]) => token >= from && token < end);
      return {
        text,
        lang,
        fragment,
        shownIn,
        ...(titles === undefined ? {} : { titles }),
        ...(isFact === undefined ? {} : { isFact }),
        from,
        ...(own.length > 0 ? { spans: own } : {}),
      };
    }),
  };
}

import { splitTokens, type Token } from '../analyser/split-tokens.ts';
import type { IndexRecord, RecordSection } from '../index-files.ts';
import type { FoundDocument } from './search-documents.ts';
import { splitSentences } from '../../text/split-sentences.ts';

/** What is shown of a document that was found. */
export interface Hit {
  readonly document: string;
  readonly href: string;
  /** Id of the kind, or `passage`, `article`, `page`. */
  readonly kind: string;
  readonly title: string;
  readonly excerpt: readonly ExcerptPart[];
  /** Language of the excerpt. */
  readonly language: string;
  /** Words to be marked where the link leads, as they are written there. */
  readonly words: readonly string[];
  readonly isBestBet: boolean;
  /** Of an entity, some of what is said of it, in the reader's language. */
  readonly facts: readonly string[];
}

export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

const MOST_TOKENS = 30;
const FACTS = 2;
const FACTS_OF_A_BEST_BET = 4;
const LONGEST_FACT = 90;
const ELLIPSIS = '…';

export function toHit(record: IndexRecord, found: FoundDocument, language: string): Hit {
  const view = record.views[language] ?? Object.values(record.views)[0];
  const sections = record.sections
    .map((section) => ({ section, tokens: splitTokens(section.text) }))
    .map(({ section, tokens }) => ({ section, tokens, ...readSection(section, tokens, found) }));
  const summary = view?.summary ?? '';
  const best =
    sections
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => scoreSection(b, record, language) - scoreSection(a, record, language))[0] ??
    // Found by a filter alone: a passage shows how it begins.
    (summary === '' ? sections[0] : undefined);
  const base = {
    document: record.id,
    kind: record.kind,
    title: view?.title ?? record.id,
    isBestBet: found.isBestBet,
    facts: chooseFacts(record, found.isBestBet ? FACTS_OF_A_BEST_BET : FACTS, best?.section, language),
  };
  const href = view?.href ?? '';
  // Whoever typed a name gets to know what it is the name of; so does whoever found a name and little else.
  const isOfLittleUse = best === undefined || best.held * 2 < found.terms.size;
  if (best === undefined || (summary !== '' && (found.isBestBet || isOfLittleUse))) {
    const own = sections.find(({ section }) => section.text === summary);
    return {
      ...base,
      href,
      excerpt:
        own === undefined
          ? [{ text: summary, isMarked: false }]
          : mark(own.section.text, own.tokens, own.marked, 0, Infinity),
      language: view?.summaryLanguage ?? language,
      words: [],
    };
  }
  const { section, tokens, marked, runs } = best;
  const isShown = section.shownIn.includes(language);
  const [from, to] = chooseSentence(section, tokens, marked);
  return {
    ...base,
    title: (isShown ? section.titles?.[language] : undefined) ?? base.title,
    href: isShown && section.fragment !== '' ? `${href}#${encodeURIComponent(section.fragment)}` : href,
    excerpt: mark(section.text, tokens, marked, from, to),
    language: section.lang,
    words: isShown ? listWords(section.text, tokens, marked, runs) : [],
  };
}

/** The first facts in the reader's language, no property twice, without the one that the excerpt shows. */
function chooseFacts(
  { sections }: IndexRecord,
  most: number,
  shown: RecordSection | undefined,
  language: string,
): readonly string[] {
  const facts = sections.filter(
    (section) =>
      section.isFact === true && section.lang === language && section !== shown && section.text.length <= LONGEST_FACT,
  );
  const properties = new Map(facts.map(({ text }) => [text.slice(0, text.indexOf(':')), text] as const).toReversed());
  return facts
    .filter(({ text }) => properties.get(text.slice(0, text.indexOf(':'))) === text)
    .slice(0, most)
    .map(({ text }) => text);
}

interface ReadSection {
  /** Numbers of tokens within the section. */
  readonly marked: ReadonlySet<number>;
  /** Those of them that were found only together: the first, and how many. */
  readonly runs: ReadonlyMap<number, number>;
  /** Sum over terms of the weight of their best stem here. */
  readonly weight: number;
  /** How many terms stand here. */
  readonly held: number;
}

function readSection({ from, spans }: RecordSection, tokens: readonly Token[], { terms }: FoundDocument): ReadSection {
  const marked = new Set<number>();
  const runs = new Map<number, number>();
  let weight = 0;
  let held = 0;
  const lengths = new Map(spans);
  for (const { tokens: found } of terms.values()) {
    let best = 0;
    for (const [token, own] of found) {
      if (token < from || token >= from + tokens.length) continue;
      best = Math.max(best, own);
      const length = lengths.get(token) ?? 1;
      if (length > 1) runs.set(token - from, length);
      for (let next = token; next < token + length; next++) marked.add(next - from);
    }
    weight += best;
    if (best > 0) held += 1;
  }
  return { marked, runs, weight, held };
}

/** What is marked where the result leads, each once, as it is written there: words, and runs of words that belong together. */
function listWords(
  text: string,
  tokens: readonly Token[],
  marked: ReadonlySet<number>,
  runs: ReadonlyMap<number, number>,
): readonly string[] {
  const inRuns = new Set([...runs].flatMap(([first, length]) => Array.from({ length }, (_, at) => first + at)));
  const slice = (first: number, last: number): string => text.slice(tokens[first]?.start, tokens[last]?.end);
  return [
    ...new Set([
      ...[...marked].filter((at) => !inRuns.has(at)).map((at) => slice(at, at)),
      ...[...runs].map(([first, length]) => slice(first, Math.min(first + length, tokens.length) - 1)),
    ]),
  ];
}

/** Words in a language that the reader's page does not show. */
const ELSEWHERE = 0.4;
/** What an article says of itself, beside its own passages. */
const ABOUT = 0.8;
/** Words that stand together. */
const TOGETHER = 0.2;
const NEAR = 3;

function scoreSection(
  { section, weight, marked }: ReadSection & { readonly section: RecordSection },
  { kind }: IndexRecord,
  language: string,
): number {
  const places = [...marked].toSorted((a, b) => a - b);
  const isTogether = places.some((place, at) => at > 0 && place - (places[at - 1] ?? 0) <= NEAR);
  return (
    weight *
    (section.shownIn.includes(language) ? 1 : ELSEWHERE) *
    (kind === 'passage' && section.fragment === '' ? ABOUT : 1) *
    (isTogether ? 1 + TOGETHER : 1)
  );
}

/** The tokens of the sentence, or the part of it, that holds most of the marked ones. */
function chooseSentence(
  { text }: RecordSection,
  tokens: readonly Token[],
  marked: ReadonlySet<number>,
): readonly [number, number] {
  const sentences = splitSentences(text).map(({ start, end }) => {
    const from = tokens.findIndex((token) => token.end > start);
    const last = tokens.findLastIndex((token) => token.start < end);
    return [from, last + 1] as const;
  });
  const count = ([from, to]: readonly [number, number]): number =>
    [...marked].filter((at) => at >= from && at < to).length;
  const best = sentences.toSorted((a, b) => count(b) - count(a))[0] ?? [0, tokens.length];
  const [from, to] = best;
  if (to - from <= MOST_TOKENS) return best;
  let start = from;
  let most = -1;
  for (let at = from; at + MOST_TOKENS <= to; at++) {
    const held = count([at, at + MOST_TOKENS]);
    if (held > most) [most, start] = [held, at];
  }
  // A little before the first word found, so that it is read in its place.
  const first = [...marked].filter((at) => at >= start).toSorted((a, b) => a - b)[0] ?? start;
  start = Math.max(from, Math.min(first - 6, to - MOST_TOKENS));
  return [start, start + MOST_TOKENS];
}

function mark(
  text: string,
  tokens: readonly Token[],
  marked: ReadonlySet<number>,
  from: number,
  to: number,
): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const last = Math.min(to, tokens.length);
  const isWhole = last >= tokens.length;
  let at = from === 0 ? 0 : (tokens[from]?.start ?? 0);
  const end = isWhole ? text.length : (tokens[last]?.start ?? text.length);
  if (from > 0 && !/[.!?؟…»"”]\s*$/.test(text.slice(0, at))) parts.push({ text: `${ELLIPSIS} `, isMarked: false });
  for (let number = from; number < last; number++) {
    const token = tokens[number];
    if (token === undefined || !marked.has(number)) continue;
    // Neighbours are marked together, the space between them included.
    let until = token.end;
    for (let next = tokens[number + 1]; next !== undefined && number + 1 < last; next = tokens[number + 1]) {
      if (!marked.has(number + 1) || text.slice(until, next.start).trim() !== '') break;
      until = next.end;
      number += 1;
    }
    if (token.start > at) parts.push({ text: text.slice(at, token.start), isMarked: false });
    parts.push({ text: text.slice(token.start, until), isMarked: true });
    at = until;
  }
  const rest = text.slice(at, end).trimEnd();
  if (rest !== '') parts.push({ text: rest, isMarked: false });
  if (!isWhole && !/[.!?؟…]["»”]?$/.test(text.slice(0, end).trimEnd()))
    parts.push({ text: ` ${ELLIPSIS}`, isMarked: false });
  return parts;
}

import { analyseText, type AnalysedToken } from '../analyser/analyse-text.ts';
import { analyseWord } from '../analyser/analyse-word.ts';
import { splitTokens } from '../analyser/split-tokens.ts';
import type { IndexRecord } from '../index-files.ts';
import type { QueryTerm, ResolvedQuery } from './resolve-query.ts';
import type { FoundDocument } from './search-documents.ts';

/** Words that stand as they were typed, words that stand together, and names that hold the whole query count so much more. */
const EXACT_FORM = 0.35;
const TOGETHER = 0.3;
const IN_NAME = 0.5;
/** A stem that says less of a word is not the word. */
const LEAST_MEANT = 0.5;
/** A query that says a whole name, and more. */
const NAMED = 0.5;
/** Words that stand in one section, and in the one that says what it is. */
const IN_SECTION = 0.3;
const IN_SUMMARY = 0.5;
/** The text itself comes before what is said about it, for whoever reads its language. */
const PASSAGE = 1.5;
/** All the more when it has the very words, one after the other: for each word after the first. */
const PHRASE = 0.3;
/** Words are together when so many tokens or fewer lie between neighbours. */
const NEAR = 3;

/** A factor by which the score of a document grows when its text is read. */
export function rankRecord(
  record: IndexRecord,
  { terms }: FoundDocument,
  resolved: ResolvedQuery,
  language: string,
): number {
  const { terms: query, wanted } = resolved;
  const asked = query.filter(({ by }) => by !== 'nothing');
  if (asked.length === 0) return 1;
  const normals = new Set<string>();
  const names = record.names.map((name) => analyseText(name));
  for (const name of names) for (const { normal, bare } of name) normals.add(normal).add(bare);
  const forms = readForms(record, terms);
  let exact = 0;
  query.forEach(({ normal }, number) => {
    if (forms.get(number)?.has(normal) === true || (terms.has(number) && normals.has(normal))) exact += 1;
  });

  const stems = names.map((name) => toTelling(name));
  const { inName, named } = measureNames(stems, asked, resolved);
  const held = measureSections(record, terms, asked.length);
  const near = measureNearness(terms, query.length);
  const isPhrase = asked.length > 1 && exact === asked.length && near === 1;
  const isOwnText = record.kind === 'passage' && record.sections.some(({ lang }) => lang === language);
  const kind = isOwnText
    ? PASSAGE * (isPhrase ? 1 + PHRASE * (asked.length - 1) : 1)
    : (wanted.get(record.base ?? '') ?? 1);
  return (
    kind *
    (1 +
      (EXACT_FORM * exact) / asked.length +
      TOGETHER * near +
      IN_NAME * inName +
      NAMED * named +
      IN_SECTION * held.best +
      IN_SUMMARY * held.summary)
  );
}

/** Stems of the words of a name that say something; of all, where none does. */
function toTelling(name: readonly AnalysedToken[]): ReadonlySet<string> {
  const telling = name.filter(({ isStopWord }) => !isStopWord);
  return new Set((telling.length > 0 ? telling : name).flatMap(({ readings }) => readings.map(({ stem }) => stem)));
}

/**
 * From 0 to 1: how much a name and the query are one (of words that only one of them has, both count), and how much of the
 * query is a whole name. A question gives the names of what it is about, and its answer has another: of its words a name must
 * hold all, and of other queries at least two.
 */
function measureNames(
  names: readonly ReadonlySet<string>[],
  asked: readonly QueryTerm[],
  { isQuestion }: Pick<ResolvedQuery, 'isQuestion'>,
): { readonly inName: number; readonly named: number } {
  const meant = asked.map(({ stems }) => stems.flatMap(({ stem, weight }) => (weight >= LEAST_MEANT ? stem : [])));
  let inName = 0;
  let named = 0;
  for (const name of names) {
    const held = meant.filter((stems) => stems.some((stem) => name.has(stem))).length;
    if (held === meant.length || (held > 1 && !isQuestion))
      inName = Math.max(inName, (held * held) / (meant.length * Math.max(held, name.size)));
    if ([...name].every((stem) => meant.some((stems) => stems.includes(stem))))
      named = Math.max(named, name.size / meant.length);
  }
  return { inName, named: Math.min(1, named) };
}

/** Written forms in normal form, with and without article, at the places where each term was found. */
function readForms(record: IndexRecord, terms: FoundDocument['terms']): ReadonlyMap<number, ReadonlySet<string>> {
  const sections = record.sections.map(({ text, from }) => ({ text, from, tokens: splitTokens(text) }));
  const readForm = (number: number): readonly string[] => {
    const section = sections.findLast(({ from }) => from <= number);
    const token = section?.tokens[number - section.from];
    if (section === undefined || token === undefined) return [];
    const { normal, bare } = analyseWord(section.text.slice(token.start, token.end), token.script);
    return [normal, bare];
  };
  return new Map([...terms].map(([term, { tokens }]) => [term, new Set([...tokens.keys()].flatMap(readForm))]));
}

/** From 0 to 1: how much of the query stands in the section that holds most of it, and in the summary. */
function measureSections(
  { sections }: IndexRecord,
  terms: FoundDocument['terms'],
  count: number,
): { readonly best: number; readonly summary: number } {
  const held = sections.map(({ from }, at) => {
    const end = sections[at + 1]?.from ?? Infinity;
    let sum = 0;
    for (const { tokens } of terms.values()) {
      let weight = 0;
      for (const [token, own] of tokens) if (token >= from && token < end) weight = Math.max(weight, own);
      sum += weight;
    }
    return sum / count;
  });
  return {
    best: Math.max(0, ...held),
    summary: Math.max(0, ...held.filter((_, at) => sections[at]?.fragment === '')),
  };
}

/** From 0 to 1: how many neighbouring words of the query stand near one another. */
function measureNearness(terms: FoundDocument['terms'], count: number): number {
  if (count < 2) return 0;
  let near = 0;
  for (let number = 1; number < count; number++) {
    const before = [...(terms.get(number - 1)?.tokens.keys() ?? [])];
    const after = [...(terms.get(number)?.tokens.keys() ?? [])];
    if (before.some((a) => after.some((b) => b > a && b - a <= NEAR))) near += 1;
  }
  return near / (count - 1);
}

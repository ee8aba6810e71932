import { compareText } from '../diagnostic/compare-text.ts';
import { buildNameIndex, type Name } from '../mention/build-name-index.ts';
import { findMentions, type Mention as FoundMention } from '../mention/find-mentions.ts';
import { resolveMentions } from '../mention/resolve-mentions.ts';
import { toDocumentId } from '../source/document.ts';
import type { Range } from '../text/range.ts';
import { toEntityId, type Corpus, type Entry } from './corpus.ts';
import { settleNames } from './settle-names.ts';

/** A naming in a passage, before passages have ids. */
export interface PassageMention {
  readonly document: string;
  /** Index of the passage in its document. */
  readonly passage: number;
  readonly range: Range;
  /** One entity, or several when the name is borne by several and nothing decides. */
  readonly entities: readonly string[];
  readonly name: string;
  readonly isDemonym: boolean;
  /** Drawn by a component of the author's, so that it needs no link. */
  readonly isSettled: boolean;
}

/** Every naming of an entity in the articles and in the prose of entities and pages, sorted by document, passage, start. */
export function findAllMentions(corpus: Corpus): PassageMention[] {
  const index = buildNameIndex(corpus.entities.flatMap(toNames));
  const known = new Set(corpus.entities.map(({ document }) => toEntityId(document)));
  const entries: readonly Entry[] = [...corpus.articles, ...corpus.entities, ...corpus.pages];
  return entries
    .flatMap((entry) => {
      const byHand = settleNames(entry).flatMap(({ places, entity }) => places.map((place) => ({ ...place, entity })));
      const found = entry.body.passages.map(({ text, settled }, at) =>
        findMentions(text, index, {
          forbidden: [...settled, ...byHand.filter(({ passage }) => passage === at).map(({ range }) => range)],
        }),
      );
      return resolveMentions(found)
        .flatMap((mentions, passage) => mentions.map((mention) => fromText(entry, passage, mention)))
        .concat(fromSettings(entry, byHand, known))
        .concat(fromComponents(entry, known));
    })
    .filter(({ document, entities }) => !entities.includes(document))
    .toSorted(
      (a, b) =>
        compareText(a.document, b.document) ||
        a.passage - b.passage ||
        a.range.start - b.range.start ||
        a.range.end - b.range.end,
    );
}

/** The label and aliases of an entity, as the mention finder takes them. */
export function toNames({ document }: Corpus['entities'][number]): Name[] {
  const entity = toEntityId(document);
  const labels = Object.entries(document.matter.label).map(([lang, text]) => ({ entity, lang, text }));
  const aliases = Object.entries(document.matter.aliases).flatMap(([lang, list]) =>
    list.map((alias) => ({ entity, lang, ...alias })),
  );
  return [...labels, ...aliases];
}

function fromText({ document }: Entry, passage: number, mention: FoundMention): PassageMention {
  return {
    document: toDocumentId(document),
    passage,
    range: { start: mention.start, end: mention.end },
    entities: mention.entities,
    name: mention.name,
    isDemonym: mention.demonym,
    isSettled: false,
  };
}

function fromSettings(
  { document, body }: Entry,
  settings: readonly { readonly passage: number; readonly range: Range; readonly entity: string }[],
  known: ReadonlySet<string>,
): PassageMention[] {
  return settings
    .filter(({ entity }) => known.has(entity))
    .map(({ passage, range, entity }) => ({
      document: toDocumentId(document),
      passage,
      range,
      entities: [entity],
      name: body.passages[passage]?.text.slice(range.start, range.end) ?? '',
      isDemonym: false,
      isSettled: false,
    }));
}

function fromComponents({ document, body }: Entry, known: ReadonlySet<string>): PassageMention[] {
  return body.uses.flatMap(({ type, target, passage, range }) => {
    if ((type !== 'entity' && type !== 'statistic') || passage === undefined || !range || !known.has(target)) return [];
    const name = body.passages[passage]?.text.slice(range.start, range.end) ?? '';
    return [
      { document: toDocumentId(document), passage, range, entities: [target], name, isDemonym: false, isSettled: true },
    ];
  });
}

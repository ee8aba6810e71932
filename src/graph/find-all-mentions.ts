import { compareText } from '../diagnostic/compare-text.ts';
import { buildNameIndex, type Name } from '../mention/build-name-index.ts';
import { findMentions, type Mention as FoundMention } from '../mention/find-mentions.ts';
import { resolveMentions } from '../mention/resolve-mentions.ts';
import { toDocumentId, type Document } from '../source/document.ts';
import type { BodyPassage } from '../text/body.ts';
import type { Range } from '../text/range.ts';
import { toEntityId, type Corpus, type Entry } from './corpus.ts';
import { settleNames } from './settle-names.ts';

/** A naming in a passage, before passages have ids. */
export interface PassageMention {
  readonly document: string;
  /** Index of the passage in its document. */
  readonly passage: number;
  readonly range: Range;
  /** The sentence around it. */
  readonly sentence: Range;
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
      const { passages } = entry.body;
      const names = settleNames(entry).flatMap(({ places, entity }) => places.map((place) => ({ ...place, entity })));
      const found = passages.map(({ text, settled }, at) =>
        findMentions(text, index, {
          forbidden: [...settled, ...names.filter(({ passage }) => passage === at).map(({ range }) => range)],
        }),
      );
      return resolveMentions(found)
        .flatMap((mentions, passage) => {
          const own = passages[passage];
          return own ? mentions.map((mention) => fromText(entry, passage, own, mention)) : [];
        })
        .concat(fromSettings(entry, passages, names, known))
        .concat(fromComponents(entry, passages, known));
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

function fromText({ document }: Entry, passage: number, own: BodyPassage, mention: FoundMention): PassageMention {
  const range = { start: mention.start, end: mention.end };
  return {
    document: toDocumentId(document),
    passage,
    range,
    sentence: findSentence(own, range),
    entities: mention.entities,
    name: mention.name,
    isDemonym: mention.demonym,
    isSettled: false,
  };
}

function fromSettings(
  { document }: Entry,
  passages: readonly BodyPassage[],
  settings: readonly { readonly passage: number; readonly range: Range; readonly entity: string }[],
  known: ReadonlySet<string>,
): PassageMention[] {
  return settings.flatMap(({ passage, range, entity }) => {
    const own = passages[passage];
    return own && known.has(entity) ? [byHand(document, passage, own, range, entity, 'linked')] : [];
  });
}

function fromComponents(
  { document, body }: Entry,
  passages: readonly BodyPassage[],
  known: ReadonlySet<string>,
): PassageMention[] {
  return body.uses.flatMap(({ type, target, passage, range }) => {
    const own = passage === undefined ? undefined : passages[passage];
    if ((type !== 'entity' && type !== 'statistic') || passage === undefined || !own || !range) return [];
    return known.has(target) ? [byHand(document, passage, own, range, target, 'settled')] : [];
  });
}

/** A naming that the author said is one. */
function byHand(
  document: Document,
  passage: number,
  own: BodyPassage,
  range: Range,
  entity: string,
  how: 'linked' | 'settled',
): PassageMention {
  return {
    document: toDocumentId(document),
    passage,
    range,
    sentence: findSentence(own, range),
    entities: [entity],
    name: own.text.slice(range.start, range.end),
    isDemonym: false,
    isSettled: how === 'settled',
  };
}

function findSentence({ sentences, text }: BodyPassage, { start }: Range): Range {
  return (
    sentences.find((sentence) => sentence.start <= start && start < sentence.end) ??
    sentences.findLast((sentence) => sentence.start <= start) ?? { start: 0, end: text.length }
  );
}

import type { Claim, Evidence } from '../../graph/graph.ts';
import { formatQuantity } from '../format-quantity.ts';
import type { TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { nameProperty } from './claim-view.ts';
import { findFrame, markText } from './marked-text.ts';
import { toPlainValue, toValueView } from './value-view.ts';

/** Words, with their language where it is not the page's. */
export type PreviewText = string | readonly [text: string, lang: string, dir: string];

/**
 * What links to the entities of one shelf lead to, and to the words that their claims rest on: by address without what
 * every address of the language begins with. Sentences and titles stand once, however many links share them.
 */
export interface PreviewFile {
  readonly words: { readonly open: string; readonly place: string; readonly evidence: string };
  readonly kinds: Readonly<Record<string, PreviewText>>;
  readonly entities: Readonly<Record<string, EntityPreview>>;
  readonly evidence: Readonly<Record<string, EvidencePreview>>;
  readonly sentences: readonly PreviewText[];
  /** Articles with the number of a passage, such as «The article, passage 3». */
  readonly places: readonly (readonly [title: PreviewText, passage: string])[];
}

export interface EntityPreview {
  readonly kind: string;
  readonly label: PreviewText;
  readonly summary?: PreviewText | undefined;
  /** Of a statistic: words before the figure, the figure, words after it, the unit. */
  readonly figure?: readonly [before: string, figure: string, after: string, unit: PreviewText] | undefined;
}

export interface EvidencePreview {
  /** What is claimed, where the link does not say it itself. */
  readonly claim?: string | undefined;
  /** Index in `places`. */
  readonly place: number;
  /** Indices in `sentences`, each with the ranges of its words, one after the other. */
  readonly marks: readonly (readonly number[])[];
}

/**
 * What stands behind the names and references that lead to a shelf of entities. It depends on these entities alone and
 * not on the pages that name them, so an edited entity changes one file.
 */
export function buildPreviewFile(shelf: number, context: PageContext): PreviewFile {
  const { kb, urls, strings, kindNames, language } = context;
  const root = urls.home();
  const shorten = ({ text, lang, dir }: TextInLanguage): PreviewText => (lang === language ? text : [text, lang, dir]);
  const entities: Record<string, EntityPreview> = {};
  const evidence: Record<string, EvidencePreview> = {};
  const sentences = createList<PreviewText>();
  const places = createList<PreviewFile['places'][number]>();

  const toEvidence = (found: Evidence, claim: string | undefined): EvidencePreview => {
    const passages = found.spans.flatMap(({ passage, range }) => {
      const one = kb.passage(`articles/${found.article}`, passage);
      return one === undefined ? [] : [{ one, range }];
    });
    const title = context.pick(kb.articleHead(found.article)?.matter.title ?? { und: found.article });
    return {
      ...(claim === undefined ? {} : { claim }),
      place: places.add([
        shorten(title),
        strings.say('passage.number', { ordinal: String(passages[0]?.one.ordinal ?? '') }),
      ]),
      marks: passages.map(({ one, range }) => {
        const marked = markText(one.text, findFrame(one.sentences, range), [range], one.lang);
        const { lang, dir } = marked;
        // In a file of plain texts runs of numbers are kept in order by characters: LEFT-TO-RIGHT ISOLATE and its end.
        const parts = marked.parts.map(({ pieces, isMarked }) => ({
          text: pieces.map((piece) => (piece.isRun ? `\u2066${piece.text}\u2069` : piece.text)).join(''),
          isMarked,
        }));
        const text = parts.map((part) => part.text).join('');
        return [sentences.add(shorten({ text, lang, dir })), ...toOffsets(parts)];
      }),
    };
  };

  for (const entity of kb.entitiesOn(shelf)) {
    const claims = kb.claims(entity.id);
    const value = claims.find(({ name }) => name === 'value')?.value;
    const quantity =
      entity.measure !== undefined && value?.type === 'quantity'
        ? formatQuantity(value.quantity, language, strings.number)
        : undefined;
    entities[urls.entity(entity.id).slice(root.length)] = {
      kind: entity.kind,
      label: shorten(context.pick(entity.label)),
      ...(entity.summary && { summary: shorten(context.pick(entity.summary)) }),
      ...(quantity && {
        figure: [quantity.before, quantity.figure, quantity.after, quantity.unit ? shorten(quantity.unit) : ''],
      }),
    };
    for (const claim of claims) {
      const [first, ...others] = kb.evidence(claim.id);
      if (first === undefined) continue;
      evidence[urls.claim(claim.id).slice(root.length)] = toEvidence(first, undefined);
      const says = nameClaim(claim, context);
      for (const found of [first, ...others]) {
        evidence[urls.evidence(found.article, found.anchor).slice(root.length)] = toEvidence(found, says);
      }
    }
  }
  const kinds = new Set(Object.values(entities).map(({ kind }) => kind));
  return {
    words: {
      open: strings.say('preview.open'),
      place: strings.say('preview.place'),
      evidence: strings.say('preview.words'),
    },
    kinds: Object.fromEntries([...kinds].map((kind) => [kind, shorten(kindNames(kind).one)])),
    entities,
    evidence,
    sentences: sentences.all,
    places: places.all,
  };
}

function nameClaim(claim: Claim, context: PageContext): string {
  const value = toPlainValue(toValueView(claim.value, context));
  return `${context.link(claim.entity).label.text} · ${nameProperty(claim, context).text}: ${value}`;
}

/** Where marked parts begin and end in their whole. */
function toOffsets(parts: readonly { readonly text: string; readonly isMarked: boolean }[]): readonly number[] {
  let at = 0;
  return parts.flatMap(({ text, isMarked }) => {
    const start = at;
    at += text.length;
    return isMarked ? [start, at] : [];
  });
}

/** A list in which equal things stand once. */
function createList<T>(): { readonly all: readonly T[]; readonly add: (one: T) => number } {
  const all: T[] = [];
  const indices = new Map<string, number>();
  return {
    all,
    add: (one) => {
      const key = JSON.stringify(one);
      const known = indices.get(key);
      if (known !== undefined) return known;
      indices.set(key, all.length);
      return all.push(one) - 1;
    },
  };
}

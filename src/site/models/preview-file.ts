import type { Evidence } from '../../graph/graph.ts';
import { formatQuantity } from '../format-quantity.ts';
import type { TextInLanguage } from '../language.ts';
import type { PageContext } from '../page-context.ts';
import { buildArticlePage } from './article-page.ts';
import { nameProperty } from './claim-view.ts';
import { buildEntityPage } from './entity-page.ts';
import { buildHomePage } from './home-page.ts';
import { buildStatisticsPage } from './index-pages.ts';
import { findFrame, markText } from './marked-text.ts';
import { listFreePages } from './shell.ts';
import { toPlainValue, toValueView } from './value-view.ts';

/** Words, with their language where it is not the page's. */
export type PreviewText = string | readonly [text: string, lang: string, dir: string];

/**
 * What the links of one page lead to, by their addresses without `root`. Sentences and titles stand once, however many
 * links share them.
 */
export interface PreviewFile {
  readonly root: string;
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

/** Pages that have previews: documents by id, the home page as `index`, boards of statistics by their kind. */
export function listPreviewed(context: PageContext): readonly string[] {
  const { kb } = context;
  return [
    'index',
    ...Object.values(kb.site.kinds).flatMap(({ id, base }) => (base === 'statistic' ? [id] : [])),
    ...kb.articles().map(({ id }) => `articles/${id}`),
    ...kb.entities().map(({ id }) => id),
    ...listFreePages(context).map(({ id }) => id),
  ];
}

/** What stands behind the names and references of a page. */
export function buildPreviewFile(page: string, context: PageContext): PreviewFile {
  const { kb, urls, strings, kindNames, language } = context;
  const root = urls.home();
  const shorten = ({ text, lang, dir }: TextInLanguage): PreviewText => (lang === language ? text : [text, lang, dir]);
  const entities: Record<string, EntityPreview> = {};
  const evidence: Record<string, EvidencePreview> = {};
  const sentences = createList<PreviewText>();
  const places = createList<PreviewFile['places'][number]>();

  const toEvidence = (found: Evidence, claim: string | undefined): EvidencePreview => {
    const article = context.article(found.article);
    const passages = found.spans.flatMap(({ passage, range }) => {
      const one = article?.passages.find(({ id }) => id === passage);
      return one === undefined ? [] : [{ one, range }];
    });
    const title = context.pick(article?.matter.title ?? { und: found.article });
    return {
      ...(claim === undefined ? {} : { claim }),
      place: places.add([
        shorten(title),
        strings.say('passage.number', { ordinal: String(passages[0]?.one.ordinal ?? '') }),
      ]),
      marks: passages.map(({ one, range }) => {
        const { parts, lang, dir } = markText(one.text, findFrame(one.sentences, range), [range], one.lang);
        const text = parts.map((part) => part.text).join('');
        return [sentences.add(shorten({ text, lang, dir })), ...toOffsets(parts)];
      }),
    };
  };

  for (const href of listAddresses(page, context)) {
    const target = urls.read(href);
    const key = href.slice(root.length);
    if (target === undefined || key in entities || key in evidence || target.document === page) continue;
    const { document, fragment } = target;
    if (document.startsWith('articles/')) {
      const found = kb.evidenceIn(document.slice('articles/'.length)).find(({ anchor }) => anchor === fragment);
      if (found !== undefined) evidence[key] = toEvidence(found, nameClaim(found.claim, context));
    } else if (fragment !== '') {
      const [found] = kb.evidence(`${document}#${fragment}`);
      if (found !== undefined) evidence[key] = toEvidence(found, undefined);
    } else {
      const entity = kb.entity(document);
      if (entity === undefined) continue;
      const value = kb.claim(`${document}#value`)?.value;
      const quantity =
        entity.measure !== undefined && value?.type === 'quantity'
          ? formatQuantity(value.quantity, language)
          : undefined;
      entities[key] = {
        kind: entity.kind,
        label: shorten(context.pick(entity.label)),
        ...(entity.summary && { summary: shorten(context.pick(entity.summary)) }),
        ...(quantity && {
          figure: [quantity.before, quantity.figure, quantity.after, quantity.unit ? shorten(quantity.unit) : ''],
        }),
      };
    }
  }
  const kinds = new Set(Object.values(entities).map(({ kind }) => kind));
  return {
    root,
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

/** Addresses that stand on a page, each once. */
function listAddresses(page: string, context: PageContext): ReadonlySet<string> {
  const addresses = new Set<string>();
  if (page.startsWith('pages/')) {
    const { kb, urls } = context;
    const drawing = kb.drawing(page);
    const named = [
      ...kb.mentionsIn(page).map(({ entity }) => entity),
      ...Object.keys(drawing?.entities ?? {}),
      ...Object.keys(drawing?.statistics ?? {}),
    ];
    for (const id of named) addresses.add(urls.entity(id));
    for (const { evidence } of Object.values(drawing?.claims ?? {})) {
      if (evidence) addresses.add(urls.evidence(evidence.article, evidence.anchor));
    }
    return addresses;
  }
  collectAddresses(buildModel(page, context), addresses);
  return addresses;
}

function buildModel(page: string, context: PageContext): unknown {
  if (page === 'index') return buildHomePage(context);
  if (page.startsWith('articles/')) return buildArticlePage(context, page.slice('articles/'.length));
  return page.includes('/') ? buildEntityPage(context, page) : buildStatisticsPage(context, page);
}

/** Walks through the model of a page: what it calls an address, and what is one in finished HTML. */
function collectAddresses(part: unknown, addresses: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, value] of Object.entries(part)) {
    if (name === 'shell') continue;
    if (typeof value !== 'string') collectAddresses(value, addresses);
    else if (/(?:^h|H)ref$/.test(name)) addresses.add(value);
    else if (name === 'html')
      for (const [, href = ''] of value.matchAll(/<a\b[^<>]*\shref="([^"]*)"/g)) addresses.add(href);
  }
}

function nameClaim(id: string, context: PageContext): string | undefined {
  const claim = context.kb.claim(id);
  if (claim === undefined) return undefined;
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

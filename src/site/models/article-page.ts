import type { BodyBlock } from '../../compiler/knowledge-base.ts';
import type { Evidence } from '../../graph/graph.ts';
import type { Status } from '../../schema/entity-schema.ts';
import { formatDate, type FormattedDate } from '../format-date.ts';
import { inLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';
import { toBlockView, type BlockView } from './body-view.ts';
import { buildCitation, type PassageCitation } from './citation.ts';
import { nameProperty } from './claim-view.ts';
import { findPassagePlaces, isLongArticle } from './passage-sheets.ts';
import { describeArticleInPage } from './page-data.ts';
import { buildShell, type Shell } from './shell.ts';
import { toSpeakerView, toValueView, type SpeakerView, type ValueView } from './value-view.ts';

/** An article with what rests on it. */
export interface ArticlePage {
  readonly shell: Shell;
  readonly title: TextInLanguage;
  /** Language of the text itself. */
  readonly textLanguage: string;
  /** The title in the language of the text, where the page's is a translation. */
  readonly originalTitle: TextInLanguage | undefined;
  readonly summary: TextInLanguage | undefined;
  readonly metadata: ArticleMetadata;
  readonly rows: readonly ArticleRow[];
  /** Passages that are gone, which stood before the first. */
  readonly retiredAtTop: readonly string[];
  readonly entities: readonly EntityGroup[];
  /** Entities that only the text names: the list would be too long. */
  readonly moreEntities: number;
  readonly passageCount: number;
  readonly claimCount: number;
}

export interface ArticleMetadata {
  readonly author: Inferable<TextInLanguage> | undefined;
  readonly publisher: Inferable<TextInLanguage> | undefined;
  readonly published: Inferable<FormattedDate> | undefined;
  readonly isTitleInferred: boolean;
  readonly url: string | undefined;
  readonly archived: string | undefined;
  readonly license: string | undefined;
  readonly note: TextInLanguage | undefined;
}

/** Something the source said, or that the editor supplied because it did not. */
export interface Inferable<T> {
  readonly value: T;
  readonly isInferred: boolean;
}

/** One block of the article beside what rests on it. */
export interface ArticleRow {
  readonly block: BlockView;
  readonly passages: readonly { readonly id: string; readonly ordinal: number; readonly href: string }[];
  /** None in a long article. */
  readonly citations: readonly PassageCitation[];
  /** Of a long article: where its passages stand with all that rests on them, and how they are cited. */
  readonly whole: { readonly href: string; readonly more: number } | undefined;
  /** As many as stand beside the text without outgrowing it. */
  readonly notes: readonly NoteGroup[];
  readonly moreNotes: readonly NoteGroup[];
  readonly claimCount: number;
  /** Ids of passages that are gone, which stood after this block. */
  readonly retired: readonly string[];
}

/** What one entity rests on this passage. */
export interface NoteGroup {
  readonly entity: EntityLink;
  readonly notes: readonly Note[];
}

export interface Note {
  /** On the entity's page. */
  readonly href: string;
  /** The exact words, in this page. */
  readonly wordsHref: string;
  readonly property: TextInLanguage;
  readonly value: ValueView;
  readonly status: Status;
  readonly statusLabel: string | undefined;
  readonly saidBy: SpeakerView | undefined;
}

export interface EntityGroup {
  readonly kind: string;
  readonly name: TextInLanguage;
  readonly href: string;
  readonly entities: readonly {
    readonly entity: EntityLink;
    readonly passages: readonly { readonly href: string; readonly ordinal: number }[];
    /** Passages that are left out. */
    readonly more: number;
    readonly claims: number;
  }[];
}

/** About how many letters of an article stand in the height of one line of notes beside it. */
const LETTERS_FOR_A_LINE = 32;
const LEAST_LINES = 6;
/** Lines of notes that a name takes, and on average a claim. */
const LINES_OF_A_NAME = 1.6;
const LINES_OF_A_CLAIM = 1.5;

/** What an article's page lists of the entities that it names, and of the passages of each. */
const MOST_ENTITIES = 120;
const MOST_PASSAGES = 12;
/** Claims beside the text of a long article; the rest stands on its pages of passages. */
const MOST_NOTES = 100;

/** What the page of an article shows, or nothing when there is no such article. */
export function buildArticlePage(context: PageContext, slug: string): ArticlePage | undefined {
  const { kb, urls, pick, strings } = context;
  const article = context.article(slug);
  if (article === undefined) return undefined;
  const { matter, passages } = article;
  const title = pick(matter.title);
  const original = matter.title[matter.lang];
  const evidence = kb.evidenceIn(slug);
  const ordinals = new Map(passages.map(({ id, ordinal }) => [id, ordinal]));
  const letters = new Map(passages.map(({ id, text }) => [id, text.length]));
  const retiredAfter = Map.groupBy(article.retired, ({ after }) => after);
  const places = isLongArticle(slug, context) ? findPassagePlaces(slug, context) : undefined;
  const blocks = kb.body(`articles/${slug}`);
  const isBeside = (block: BodyBlock) => (one: Evidence) =>
    one.spans.some(({ passage }) => block.passages.includes(passage));
  const noted = blocks.filter((block) => evidence.some(isBeside(block))).length;
  const mostInRow = places === undefined ? Number.POSITIVE_INFINITY : Math.floor(MOST_NOTES / noted);
  return {
    shell: buildShell(context, {
      path: `articles/${slug}/`,
      dataType: 'ItemPage',
      describeThing: () => describeArticleInPage(article, context),
      title: title.text,
      description: matter.summary && pick(matter.summary).text,
      crumbs: [
        {
          label: inLanguage(strings.say('navigation.articles'), strings.language),
          href: urls.articles(),
        },
      ],
    }),
    title,
    textLanguage: matter.lang,
    originalTitle: original === undefined || title.lang === matter.lang ? undefined : inLanguage(original, matter.lang),
    summary: matter.summary && pick(matter.summary),
    metadata: buildMetadata(article.matter, context),
    rows: blocks.map((block): ArticleRow => {
      const own = evidence.filter(isBeside(block));
      const groups = groupNotes(own.slice(0, mostInRow), context);
      const room = block.passages.reduce((sum, id) => sum + (letters.get(id) ?? 0), 0) / LETTERS_FOR_A_LINE;
      const shown = countThatFit(groups, Math.max(LEAST_LINES, room));
      return {
        block: toBlockView(block, context),
        passages: block.passages.map((id) => ({ id, ordinal: ordinals.get(id) ?? 0, href: urls.passage(slug, id) })),
        citations: passages
          .filter(({ id }) => places === undefined && block.passages.includes(id))
          .map((passage) => buildCitation(article, passage, context)),
        whole: places && {
          href: places.get(block.passages[0] ?? '') ?? '',
          more: own.length - Math.min(own.length, mostInRow),
        },
        notes: groups.slice(0, shown),
        moreNotes: groups.slice(shown),
        claimCount: own.length,
        retired: block.passages.flatMap((id) => (retiredAfter.get(id) ?? []).map((one) => one.id)),
      };
    }),
    retiredAtTop: (retiredAfter.get(undefined) ?? []).map(({ id }) => id),
    ...groupEntities(slug, evidence, ordinals, context),
    passageCount: passages.length,
    claimCount: new Set(evidence.map(({ claim }) => claim)).size,
  };
}

function buildMetadata(
  matter: NonNullable<ReturnType<PageContext['article']>>['matter'],
  { pick, strings }: PageContext,
): ArticleMetadata {
  const maybeInferred = <T>(name: string, value: T | undefined): Inferable<T> | undefined =>
    value === undefined ? undefined : { value, isInferred: matter.inferred.includes(name) };
  return {
    author: maybeInferred('author', matter.author && pick(matter.author)),
    publisher: maybeInferred('publisher', matter.publisher && pick(matter.publisher)),
    published: maybeInferred(
      'published',
      matter.published === undefined ? undefined : formatDate(matter.published, strings),
    ),
    isTitleInferred: matter.inferred.includes('title'),
    url: matter.url,
    archived: matter.archived,
    license: matter.license,
    note: matter.note && pick(matter.note),
  };
}

/** What rests on a passage, entity by entity. */
export function groupNotes(evidence: readonly Evidence[], context: PageContext): readonly NoteGroup[] {
  const { kb, urls, link, strings } = context;
  const claims = evidence.flatMap(({ claim: id, article, anchor }) => {
    const claim = kb.claim(id);
    return claim === undefined ? [] : [{ claim, wordsHref: urls.evidence(article, anchor) }];
  });
  return [...Map.groupBy(claims, ({ claim }) => claim.entity)].map(([entity, own]) => ({
    entity: link(entity),
    notes: own.map(({ claim, wordsHref }) => ({
      href: urls.claim(claim.id),
      wordsHref,
      property: nameProperty(claim, context),
      value: toValueView(claim.value, context),
      status: claim.status,
      statusLabel: claim.status === 'supported' ? undefined : strings.say(`status.${claim.status}`),
      saidBy: claim.saidBy && toSpeakerView(claim.saidBy, context),
    })),
  }));
}

/** How many groups fit into `room` lines. At least one. */
function countThatFit(groups: readonly NoteGroup[], room: number): number {
  let lines = 0;
  let count = 0;
  for (const { notes } of groups) {
    lines += LINES_OF_A_NAME + notes.length * LINES_OF_A_CLAIM;
    if (count > 0 && lines > room) return count;
    count += 1;
  }
  return count;
}

function groupEntities(
  slug: string,
  evidence: readonly Evidence[],
  ordinals: ReadonlyMap<string, number>,
  { kb, urls, link, kindNames, compare }: PageContext,
): Pick<ArticlePage, 'entities' | 'moreEntities'> {
  const passages = new Map<string, Set<string>>();
  const claims = new Map<string, Set<string>>();
  const add = (sets: Map<string, Set<string>>, entity: string, member: string): void => {
    const set = sets.get(entity) ?? new Set();
    sets.set(entity, set.add(member));
  };
  for (const { entity, passage } of kb.mentionsIn(`articles/${slug}`)) add(passages, entity, passage);
  for (const { claim, spans } of evidence) {
    const entity = claim.slice(0, claim.indexOf('#'));
    add(claims, entity, claim);
    for (const { passage } of spans) add(passages, entity, passage);
  }
  const weigh = (id: string): number => (claims.get(id)?.size ?? 0) + (passages.get(id)?.size ?? 0);
  const ids = [...passages.keys()].toSorted((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1));
  const links = ids.slice(0, MOST_ENTITIES).map(link);
  const entities = Object.keys(kb.site.kinds).flatMap((kind) => {
    const own = links.filter((one) => one.kind === kind).toSorted((a, b) => compare(a.label.text, b.label.text));
    if (own.length === 0) return [];
    return [
      {
        kind,
        name: kindNames(kind).other,
        href: urls.kind(kind),
        entities: own.map((entity) => ({
          entity,
          passages: [...(passages.get(entity.id) ?? [])]
            .map((id) => ({ href: urls.passage(slug, id), ordinal: ordinals.get(id) ?? 0 }))
            .toSorted((a, b) => a.ordinal - b.ordinal)
            .slice(0, MOST_PASSAGES),
          more: Math.max(0, (passages.get(entity.id)?.size ?? 0) - MOST_PASSAGES),
          claims: claims.get(entity.id)?.size ?? 0,
        })),
      },
    ];
  });
  return { entities, moreEntities: ids.length - links.length };
}

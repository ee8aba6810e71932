import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../../src/compiler/knowledge-base.ts';
import type { Article, Claim, Entity, Evidence, Mention, Passage } from '../../../src/graph/graph.ts';
import type { SiteConfig } from '../../../src/schema/site-schema.ts';
import { buildArticlePage } from '../../../src/site/models/article-page.ts';
import { buildEntityPage } from '../../../src/site/models/entity-page.ts';
import { createPageContext, type PageContext } from '../../../src/site/page-context.ts';

const TEXT = 'Rain fell. Bronze Tower leaned by 3 degrees. It stood.';
const SENTENCE = 'Bronze Tower leaned by 3 degrees.';

describe('the page of an entity', () => {
  test('quotes the words of a claim in their sentence and leads to them', () => {
    const [fact] = buildEntityPage(open('en'), 'towers/bronze')?.facts ?? [];
    const [evidence] = fact?.claims[0]?.evidence ?? [];
    expect(fact?.property.text).toBe('State');
    expect(evidence?.href).toBe('/articles/storm/#towers.bronze.leaning');
    expect(evidence?.sentences.map(({ parts }) => parts.map(({ text, isMarked }) => ({ text, isMarked })))).toEqual([
      [
        { text: 'Bronze Tower ', isMarked: false },
        { text: 'leaned by 3 degrees', isMarked: true },
        { text: '.', isMarked: false },
      ],
    ]);
    expect(evidence?.gradeNote).toBeUndefined();
  });

  test('says of a claim that is not simply supported what it is', () => {
    const facts = buildEntityPage(open('en'), 'towers/bronze')?.facts ?? [];
    expect(facts[0]?.claims.map(({ statusLabel }) => statusLabel)).toEqual([undefined, 'contested']);
  });

  test('shows the prose of the language, or that there is with a word on it', () => {
    const own = buildEntityPage(open('en'), 'towers/bronze')?.body;
    expect(own?.otherLanguage).toBeUndefined();
    const other = buildEntityPage(open('ar'), 'towers/bronze')?.body;
    expect(other?.blocks.map(({ lang, dir }) => [lang, dir])).toEqual([['en', 'ltr']]);
    expect(other?.otherLanguage).toContain('الإنجليزية');
  });

  test('gathers the namings of one sentence in one line', () => {
    const [group] = buildEntityPage(open('ar'), 'towers/bronze')?.mentions.groups ?? [];
    expect(group?.href).toBe('/ar/articles/storm/');
    expect(group?.sentences.map(({ href }) => href)).toEqual(['/ar/articles/storm/#p1']);
    expect(group?.sentences[0]?.text.parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
      'Bronze Tower',
    ]);
  });

  test('is none for an entity that is not there', () => {
    expect(buildEntityPage(open('en'), 'towers/none')).toBeUndefined();
  });
});

describe('the page of an article', () => {
  const page = buildArticlePage(open('ar'), 'storm');

  test('stands beside each passage what rests on it', () => {
    expect(page?.rows.map(({ notes }) => notes.map((group) => group.entity.id))).toEqual([['towers/bronze']]);
    expect(page?.rows[0]?.notes[0]?.notes[0]).toMatchObject({
      href: '/ar/towers/bronze/#leaning',
      wordsHref: '/ar/articles/storm/#towers.bronze.leaning',
    });
  });

  test('keeps the language of its text whatever the language around it', () => {
    expect([page?.shell.dir, page?.rows[0]?.block.dir, page?.textLanguage]).toEqual(['rtl', 'ltr', 'en']);
    expect(page?.originalTitle).toEqual({ text: 'The Storm', lang: 'en', dir: 'ltr' });
  });

  test('tells which fields the editor supplied', () => {
    expect(page?.metadata.isTitleInferred).toBe(true);
    expect(page?.metadata.published?.isInferred).toBe(false);
  });
});

function open(language: string): PageContext {
  return createPageContext(knowledge, { base: '/', siteUrl: 'https://example.org/' }, language);
}

const place = { file: 'towers/bronze.mdx' };

const site: SiteConfig = {
  title: { en: 'Towers' },
  description: { en: 'On towers' },
  languages: ['en', 'ar'],
  url: 'https://example.org/',
  kinds: {
    towers: {
      id: 'towers',
      base: 'place',
      schema: 'Place',
      label: { en: { one: 'Tower', other: 'Towers' }, ar: { one: 'برج', other: 'الأبراج' } },
      properties: {
        state: {
          id: 'state',
          type: { name: 'text' },
          label: { en: 'State', ar: 'الحال' },
          many: true,
          required: false,
        },
      },
    },
  },
  measures: {},
  coverage: {},
  digits: {},
};

const passage: Passage = {
  id: 'p1',
  aliases: [],
  ordinal: 1,
  text: TEXT,
  lang: 'en',
  sentences: [
    { start: 0, end: 10 },
    { start: 11, end: 11 + SENTENCE.length },
    { start: 45, end: 54 },
  ],
  place,
  isNote: false,
  gaps: [],
};

const article = {
  id: 'storm',
  matter: { title: { en: 'The Storm', ar: 'العاصفة' }, lang: 'en', published: '2015', inferred: ['title'] },
  passages: [passage],
  retired: [],
} as unknown as Article;

const bronze = {
  id: 'towers/bronze',
  kind: 'towers',
  slug: 'bronze',
  label: { en: 'Bronze Tower', ar: 'برج البرونز' },
  aliases: {},
  summary: undefined,
  sameAs: {},
  formerIds: [],
  fields: {},
  passages: [],
  measure: undefined,
} as unknown as Entity;

const claims = (['contested', 'supported'] as const).map((status): Claim => {
  const name = status === 'supported' ? 'leaning' : 'fallen';
  return {
    id: `towers/bronze#${name}`,
    entity: 'towers/bronze',
    name,
    property: 'state',
    value: { type: 'text', text: { en: name } },
    qualifiers: {},
    status,
    saidBy: undefined,
    place,
  };
});

const start = TEXT.indexOf('leaned');
const evidence: Evidence = {
  claim: 'towers/bronze#leaning',
  index: 0,
  article: 'storm',
  anchor: 'towers.bronze.leaning',
  grade: 'exact',
  words: 'leaned by 3 degrees',
  spans: [{ passage: 'p1', range: { start, end: start + 'leaned by 3 degrees'.length } }],
};

const mention: Mention = {
  entity: 'towers/bronze',
  document: 'articles/storm',
  passage: 'p1',
  range: { start: 11, end: 23 },
  sentence: { start: 11, end: 11 + SENTENCE.length },
  isFirst: true,
  isDemonym: false,
};

const inContext = { passage: 'p1', passageText: TEXT, passageLang: 'en', passageOrdinal: 1 };

/** As much of a knowledge base as these pages ask. */
const knowledge = {
  site,
  articles: () => [article],
  article: (id: string) => (id === 'storm' ? article : undefined),
  articleHead: (id: string) => (id === 'storm' ? article : undefined),
  passages: (document: string) => (document === 'articles/storm' ? article.passages : []),
  passage: (document: string, id: string) =>
    document === 'articles/storm' ? article.passages.find((one) => one.id === id) : undefined,
  languagesOf: () => [article.matter.lang],
  shelves: 1,
  passageCount: 1,
  list: () => ({ total: 1, sheets: 1, letters: [{ letter: 'B', sheet: 1 }] }),
  sheet: (list: string) => (list.startsWith('articles') ? ['storm'] : [bronze.id]),
  use: (kind: string) => ({ kind, total: 1, properties: {} }),
  entities: () => [bronze],
  entity: (id: string) => (id === bronze.id ? bronze : undefined),
  entityHead: (id: string) => (id === bronze.id ? bronze : undefined),
  pages: () => [],
  conflicting: () => [],
  counts: () => ({ claims: 2, mentions: 1, passages: 1 }),
  claims: () => claims,
  claim: (id: string) => claims.find((one) => one.id === id),
  statistics: () => [],
  evidence: (id: string) => (id === evidence.claim ? [{ ...evidence, ...inContext }] : []),
  evidenceIn: () => [evidence],
  namings: (entity: string) => ({
    total: 1,
    sentences: [{ document: mention.document, mentions: [{ ...mention, ...inContext, entity }], inDocument: 1 }],
  }),
  mentionsIn: () => [mention],
  related: () => ({ total: 0, first: [] }),
  sharedWith: () => new Map(),
  body: (document: string) => [
    {
      html: `<p id="p1" class="passage" data-passage="p1" data-ordinal="1">${document}</p>`,
      lang: 'en',
      passages: ['p1'],
      isNote: false,
    },
  ],
  drawing: () => undefined,
  pictures: () => ({ map: false, timeline: true, graph: false }),
  ties: () => [],
  close: () => undefined,
} as unknown as KnowledgeBase;

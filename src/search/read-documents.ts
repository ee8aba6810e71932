import type { EntityHead, KnowledgeBase } from '../compiler/knowledge-base.ts';
import type { Claim, Entity, Passage } from '../graph/graph.ts';
import { formatQuantity } from '../text/format-quantity.ts';
import { compareDays, parseEdtf, type Day } from '../schema/edtf.ts';
import { pickText, type LocalText } from '../schema/local-text.ts';
import type { Value } from '../schema/value.ts';
import { findCountryWords, type CountryWords } from './country-words.ts';
import { createChoiceReader } from './read-facets.ts';
import { readPassageTexts } from './read-passage-texts.ts';
import type { Gloss, SearchDocument, SearchSection, SearchView } from './document.ts';

/** How the site addresses and names its pages in each language. */
export interface SearchPlaces {
  /** The page of a document: `articles/slug`, `kind/slug`, `pages/slug`. */
  readonly toHref: (language: string, document: string) => string;
  readonly toPassageTitle: (language: string, articleTitle: string, ordinal: number) => string;
  /** A name as the site's own indexes sort it. */
  readonly toSortKey: (language: string, name: string) => string;
  /** The finished page of a document, or nothing where it is not at hand. */
  readonly readPage: (language: string, document: string) => string | undefined;
}

/** Above so many passages an article is one document: the list of documents is loaded by every reader who searches. */
export const MOST_PASSAGE_DOCUMENTS = 10_000;

/** Documents that are read together, from rows that no other documents need be read from. */
export interface DocumentUnit {
  /** The same in every build: an entity's id, `articles/slug`, `pages`. */
  readonly name: string;
  readonly read: () => readonly SearchDocument[];
}

/** Everything on the site that can be found, in a fixed order. */
export function listDocuments(
  kb: KnowledgeBase,
  places: SearchPlaces,
  mostPassageDocuments = MOST_PASSAGE_DOCUMENTS,
): readonly DocumentUnit[] {
  const reader = createReader(kb, places);
  const isLarge = kb.passageCount > mostPassageDocuments;
  return [
    ...Object.keys(kb.site.kinds)
      .toSorted()
      .flatMap((kind) => kb.entityIds(kind))
      .map((id): DocumentUnit => ({
        name: id,
        read: () => {
          const entity = kb.entity(id);
          return entity === undefined ? [] : [reader.readEntity(entity)];
        },
      })),
    ...kb.articles().map(({ id }): DocumentUnit => ({
      name: `articles/${id}${isLarge ? '' : '#'}`,
      read: () => (isLarge ? [reader.readWholeArticle(id)] : reader.readArticle(id)),
    })),
    { name: PAGES, read: reader.readPages },
  ];
}

/** The unit of all free pages: what they show is known only when they are drawn, whatever has changed. */
export const PAGES = 'pages';

/** The documents of all units, one after the other. */
export function* readDocuments(
  kb: KnowledgeBase,
  places: SearchPlaces,
  mostPassageDocuments?: number,
): Generator<SearchDocument> {
  for (const { read } of listDocuments(kb, places, mostPassageDocuments)) yield* read();
}

function createReader(kb: KnowledgeBase, { toHref, toPassageTitle, readPage }: SearchPlaces) {
  const { languages } = kb.site;
  const countries = new Map(
    languages.map((language) => [language, new Intl.DisplayNames(language, { type: 'region' })]),
  );

  const readChoices = createChoiceReader(kb);

  const toViews = (document: string, title: LocalText, summary: LocalText | undefined, fragment = '') =>
    Object.fromEntries(
      languages.map((language): [string, SearchView] => {
        const words = summary && pickText(summary, language);
        return [
          language,
          {
            href: toHref(language, document) + fragment,
            title: pickText(title, language).text,
            summary: words?.text,
            summaryLanguage: words && words.language !== language ? words.language : undefined,
          },
        ];
      }),
    );

  /** One section for each language in which the words differ. */
  const toSections = (text: LocalText | undefined, fragment: string): readonly SearchSection[] => {
    if (text === undefined) return [];
    const shown = languages.map((language) => ({ language, ...pick(text, language) }));
    return [...Map.groupBy(shown, ({ actual }) => actual)].map(([lang, group]) => ({
      text: group[0]?.text ?? '',
      lang,
      fragment,
      shownIn: group.map(({ language }) => language),
      mentions: [],
    }));
  };

  const toText = (value: Value, language: string): string => {
    switch (value.type) {
      case 'text':
        return pickText(value.text, language).text;
      case 'date':
        return value.date;
      case 'number':
        return String(value.number);
      case 'quantity':
        return formatQuantity(value.quantity, language).text;
      case 'country':
        return countries.get(language)?.of(value.code) ?? value.code;
      case 'entity':
        return pickText(kb.entityHead(value.entity)?.label ?? { und: value.entity }, language).text;
      case 'url':
      case 'point':
        return '';
    }
  };

  const readClaim = ({ kind, measure }: Pick<Entity, 'kind' | 'measure'>, claim: Claim): readonly SearchSection[] =>
    languages.map((language): SearchSection => {
      const own = claim.name === 'value' && measure !== undefined ? kb.site.measures[measure] : undefined;
      const label = own ?? kb.site.kinds[kind]?.properties[claim.property]?.label;
      const name = label === undefined ? '' : pickText(label, language).text;
      const text = toText(claim.value, language);
      return {
        text: name === '' ? text : `${name}: ${text}`,
        lang: language,
        fragment: claim.name,
        shownIn: [language],
        mentions: [],
        ...(isFact(claim, language) && name !== '' && text !== '' ? { isFact: true } : {}),
      };
    });

  /** The words for the country that an entity is; nothing for what is none. */
  const readCountry = (entity: EntityHead): CountryWords | undefined => {
    const codes = Object.values(entity.fields)
      .flat()
      .flatMap((value) => (value.type === 'country' ? value.code : []));
    const [code] = codes;
    return code === undefined ? undefined : findCountryWords(code, listNames(entity), countries.values());
  };

  /** What a claim says, in each language of the site but one. */
  const readStatement = (id: string, except: string): readonly string[] => {
    const claim = kb.claim(id);
    if (claim === undefined || claim.status === 'retracted') return [];
    const entity = kb.entityHead(claim.entity);
    if (entity === undefined) return [];
    return readClaim(entity, claim)
      .filter(({ lang }) => lang !== except)
      .map(({ text, lang }) => `${pickText(entity.label, lang).text}\n${text}`);
  };

  /** Prose in several languages: a page shows the blocks of its own, or else those of the first block's. */
  const readProse = (document: string, passages: readonly Passage[]): readonly SearchSection[] => {
    const drawn = readPassageTexts(
      kb
        .body(document)
        .map(({ html }) => html)
        .join('\n'),
    );
    return passages.map(({ id, text, lang }) => ({
      text: drawn.get(id) ?? text,
      lang,
      fragment: id,
      shownIn: languages.filter(
        (language) => (passages.some((one) => one.lang === language) ? language : passages[0]?.lang) === lang,
      ),
      mentions: [],
    }));
  };

  const readEntity = (entity: Entity): SearchDocument => {
    const claims = kb.claims(entity.id);
    const choices = readChoices(entity, claims);
    const evidence = claims.flatMap(({ id }) => kb.articlesOf(id));
    const country = readCountry(entity);
    return {
      id: entity.id,
      kind: entity.kind,
      ...(kb.site.kinds[entity.kind] === undefined ? {} : { base: kb.site.kinds[entity.kind]?.base ?? '' }),
      views: toViews(entity.id, entity.label, entity.summary),
      names: unique([...listNames(entity), ...(country?.names ?? [])]),
      epithets: unique([...listDemonyms(entity), ...(country?.demonyms ?? [])]),
      filters: {
        kind: [entity.kind],
        ...(evidence.length > 0 ? { article: unique(evidence) } : {}),
        ...toYears(readDates(entity, claims)),
      },
      date: findFirstDay(readDates(entity, claims)),
      ...(choices === undefined ? {} : { choices }),
      sections: [
        ...toSections(entity.summary, ''),
        ...readProse(entity.id, entity.passages),
        ...claims.filter(({ status }) => status !== 'retracted').flatMap((claim) => readClaim(entity, claim)),
      ].filter(({ text }) => text.trim() !== ''),
    };
  };

  /** Passages of an article with what they name, each under its first name. */
  const createPassageReader = (article: string): ((passage: Passage) => SearchSection) => {
    const mentions = Map.groupBy(
      kb.mentionsIn(`articles/${article}`).filter(({ isFirst }) => isFirst),
      ({ passage }) => passage,
    );
    const evidence = Map.groupBy(
      kb
        .evidenceIn(article)
        .flatMap(({ claim, spans }) => spans.map(({ passage, range }) => ({ claim, passage, range }))),
      ({ passage }) => passage,
    );
    return ({ id, text, lang }) => ({
      text,
      lang,
      fragment: id,
      shownIn: languages,
      glosses: (evidence.get(id) ?? []).flatMap(({ claim, range }): readonly Gloss[] => {
        const texts = readStatement(claim, lang);
        return texts.length === 0 ? [] : [{ start: range.start, end: range.end, texts }];
      }),
      mentions: (mentions.get(id) ?? []).flatMap(({ entity, range, isDemonym }) => {
        const names = kb.entityHead(entity);
        if (names === undefined) return [];
        const country = readCountry(names);
        const demonyms = [...listDemonyms(names), ...(country?.demonyms ?? [])];
        const others = isDemonym ? demonyms : [...listNames(names), ...(country?.names ?? []), ...demonyms];
        return [{ start: range.start, end: range.end, names: unique(others) }];
      }),
    });
  };

  const readHead = (id: string): { readonly document: SearchDocument; readonly passages: readonly Passage[] } => {
    const article = kb.article(id);
    if (article === undefined) throw new Error(`This is a bug in Sanad: the knowledge base lists no article ${id}.`);
    const { title, summary, author, publisher, published } = article.matter;
    return {
      passages: article.passages,
      document: {
        id: `articles/${id}`,
        kind: 'article',
        views: toViews(`articles/${id}`, title, summary),
        names: unique(Object.values(title)),
        epithets: [],
        filters: { kind: ['article'], article: [id], ...toYears([published ?? '']) },
        date: findFirstDay([published ?? '']),
        sections: [...toSections(summary, ''), ...toSections(author, ''), ...toSections(publisher, '')],
      },
    };
  };

  const toPassageTitles = (document: SearchDocument, id: string, ordinal: number): Readonly<Record<string, string>> =>
    Object.fromEntries(
      languages.map((language) => [language, toPassageTitle(language, document.views[language]?.title ?? id, ordinal)]),
    );

  /** The article by its title and summary, and each of its passages. */
  const readArticle = (id: string): readonly SearchDocument[] => {
    const { document, passages } = readHead(id);
    const readPassage = createPassageReader(id);
    const texts = passages.map((passage): SearchDocument => ({
      id: `articles/${id}#${passage.id}`,
      kind: 'passage',
      views: toViews(`articles/${id}`, toPassageTitles(document, id, passage.ordinal), undefined),
      names: [],
      epithets: [],
      filters: { ...document.filters, kind: ['passage'] },
      date: document.date,
      sections: [readPassage(passage)],
    }));
    return [document, ...texts];
  };

  const readWholeArticle = (id: string): SearchDocument => {
    const { document, passages } = readHead(id);
    const readPassage = createPassageReader(id);
    return {
      ...document,
      kind: 'passage',
      filters: { ...document.filters, kind: ['passage'] },
      sections: [
        ...document.sections,
        ...passages.map((passage) => ({
          ...readPassage(passage),
          titles: toPassageTitles(document, id, passage.ordinal),
        })),
      ],
    };
  };

  /** A free page in all its languages is one document. */
  const readPages = (): readonly SearchDocument[] =>
    [...Map.groupBy(kb.pages(), ({ slug }) => slug)].map(([slug, pages]) => {
      const titles = Object.fromEntries(pages.map(({ lang, matter }) => [lang, matter.title]));
      const summaries = Object.fromEntries(
        pages.flatMap(({ lang, matter }) => (matter.summary === undefined ? [] : [[lang, matter.summary]])),
      ) as LocalText;
      const id = `pages/${slug}`;
      const main = pages.find(({ lang }) => lang === languages[0]) ?? pages[0];
      const prose = pages.flatMap(({ id: page, lang }) => {
        const passages = kb.passages(page);
        // What a page draws around its text is known only when it is finished.
        const drawn = readPassageTexts(readPage(lang, id) ?? '');
        return passages.map(({ id: fragment, text, lang: own }): SearchSection => ({
          text: drawn.get(fragment) ?? text,
          lang: own,
          fragment,
          shownIn: languages.filter(
            (language) => (pages.some((one) => one.lang === language) ? language : main?.lang) === lang,
          ),
          mentions: [],
        }));
      });
      const summary = Object.keys(summaries).length === 0 ? undefined : summaries;
      return {
        id,
        kind: 'page',
        views: toViews(id, titles, summary),
        names: unique(Object.values(titles)),
        epithets: [],
        filters: { kind: ['page'] },
        sections: [...toSections(summary, ''), ...prose],
      };
    });

  return { readEntity, readArticle, readWholeArticle, readPages };
}

/** A claim that stands undisputed, in words of the language. */
function isFact({ status, value }: Claim, language: string): boolean {
  return status === 'supported' && (value.type !== 'text' || value.text[language] !== undefined);
}

function listNames({ label, aliases }: EntityHead): readonly string[] {
  const own = Object.values(aliases).flat();
  return [...Object.values(label), ...own.filter(({ demonym }) => demonym !== true).map(({ text }) => text)];
}

function listDemonyms({ aliases }: EntityHead): readonly string[] {
  const own = Object.values(aliases).flat();
  return own.filter(({ demonym }) => demonym === true).map(({ text }) => text);
}

function pick(text: LocalText, language: string): { readonly text: string; readonly actual: string } {
  const { text: words, language: actual } = pickText(text, language);
  return { text: words, actual };
}

/** Dates that an entity's plain data and claims are of, as authors write them. */
function readDates({ fields }: Entity, claims: readonly Claim[]): readonly string[] {
  const values = [...Object.values(fields).flat(), ...claims.map(({ value }) => value)];
  return [
    ...values.flatMap((value) => (value.type === 'date' ? [value.date] : [])),
    ...claims.flatMap(({ qualifiers }) => Object.values(qualifiers)),
  ];
}

/** The earliest day that any of the dates may mean; of one whose start is open, its end. */
function findFirstDay(dates: readonly string[]): Day | undefined {
  return dates
    .flatMap((date) => {
      const { earliest, latest } = parseEdtf(date) ?? {};
      return earliest ?? latest ?? [];
    })
    .toSorted(compareDays)[0];
}

const LONGEST_INTERVAL = 200;

/** Every year from the first to the last of each date; an open end is its other end. Years of three digits are rare. */
function toYears(dates: readonly string[]): { readonly year?: readonly string[] } {
  const years = new Set<number>();
  for (const date of dates) {
    const ends = date.split('/').flatMap((end) => /^-?\d{4}(?!\d)/.exec(end.trim()) ?? []);
    const [first = NaN, last = first] = ends.map(Number);
    for (let year = first; year <= Math.min(last, first + LONGEST_INTERVAL); year++) years.add(year);
  }
  const sorted = [...years].toSorted((a, b) => a - b).map(String);
  return sorted.length === 0 ? {} : { year: sorted };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

import type { SQLInputValue } from 'node:sqlite';
import type { Claim, Mention } from '../graph/graph.ts';
import type { Ask } from './picture-tables.ts';

/** A part of a list: so many of its members, after so many that are left out. */
export interface Part {
  readonly from: number;
  readonly most: number;
}

/** A text that names an entity, as far as it decides whether readers are shown it. */
export interface NamingText {
  readonly document: string;
  /** Of the passage, and of all blocks of the document; of articles both are left out. */
  readonly lang: string | undefined;
  readonly languages: readonly string[];
}

/** One sentence that names an entity, with every naming in it. */
export interface NamingSentence {
  readonly document: string;
  readonly mentions: readonly Mention[];
  /** Sentences of this document that name it. */
  readonly inDocument: number;
}

/** Part of the sentences that name an entity. */
export interface NamingSentences {
  /** How many there are in all. */
  readonly total: number;
  readonly sentences: readonly NamingSentence[];
}

/** Another entity that stands in the same passages of articles. */
export interface RelatedEntity {
  readonly entity: string;
  /** Shared passages, as `article#passage`, by their names; the first of them. */
  readonly shared: readonly string[];
  /** How many passages they share. */
  readonly total: number;
}

/** The entities that stand in the same passages as one. */
export interface RelatedEntities {
  /** How many there are in all. */
  readonly total: number;
  /** Those that share the most passages first. */
  readonly first: readonly RelatedEntity[];
}

/** Part of what is said of one measure, by date. */
export interface MeasuredClaims {
  readonly total: number;
  readonly claims: readonly Claim[];
}

/** A limit that limits nothing. */
export const ALL = -1;

/**
 * Lists that grow with the site, asked for in parts: the database counts and cuts them, so that a page which shows a part
 * holds no more than that. What a part depends on is told in whole, since what comes before it shifts it.
 */
export interface ListQueries {
  /** The sentences outside its own page that name an entity: those of articles, then of entities, then of free pages. */
  readonly namings: (entity: string, isShown: (text: NamingText) => boolean, part: Part) => NamingSentences;
  /** Entities that are named more often than this outside their own pages, in all languages together. */
  readonly namedMoreThan: (times: number) => readonly string[];
  /** At most so many entities, each with at most so many of the passages that it shares. */
  readonly related: (entity: string, most: { readonly entities: number; readonly passages: number }) => RelatedEntities;
  /** How many passages an entity shares with each of some others; who shares none is left out. */
  readonly sharedWith: (entity: string, others: readonly string[]) => ReadonlyMap<string, number>;
  /** Statistics of one measure by date, and then by name. */
  readonly measured: (measure: string, part: Part) => MeasuredClaims;
  /** How many of them come before this one; 0 for one that is not among them. */
  readonly placeOf: (claim: string, measure: string) => number;
  /** Measures of the entities of a kind, each with how many statistics of any kind it has; none without any. */
  readonly measuresOf: (kind: string) => readonly { readonly measure: string; readonly statistics: number }[];
}

const NAMED = `
  SELECT document, json, json ->> '$.passage' AS passage, json ->> '$.sentence.start' AS start,
         CASE WHEN document NOT GLOB 'articles/*' THEN
           (SELECT passage.json ->> '$.lang' FROM passage
             WHERE passage.id = mention.document || '#' || (mention.json ->> '$.passage')) END AS lang,
         CASE WHEN document NOT GLOB 'articles/*' THEN
           (SELECT language.json FROM language WHERE language.document = mention.document) END AS languages
    FROM mention WHERE entity = ?1 AND document <> ?1 ORDER BY document, at`;

interface NamedRow {
  readonly document: string;
  /** The mention. */
  readonly json: string;
  readonly passage: string;
  readonly start: number;
  readonly lang: string | null;
  readonly languages: string | null;
}

/** Answers that are kept, and how many rows in all: a page is drawn in all languages, and an entity's pages one after the other. */
const KEPT = { answers: 200, rows: 50_000 };

const MEASURED = `
  WITH measured AS (
    SELECT id, json, coalesce(json ->> '$.qualifiers.asOf', '') AS date FROM claim
     WHERE measure = ?1 AND json ->> '$.value.type' = 'quantity'
  )`;

/** The questions of lists, for a database that has the tables of a knowledge base. */
export function createListQueries(question: Ask): ListQueries {
  const ask = rememberAnswers(question);
  const listNamings = (entity: string): readonly NamedRow[] => {
    const rows = ask<NamedRow>([`mention entity ${entity}`], NAMED, entity);
    const told = rows
      .filter(({ document }) => !isArticle(document))
      .flatMap(({ document, passage }) => [`language document ${document}`, `passage id ${document}#${passage}`]);
    tell(ask, told);
    return rows;
  };
  return {
    namings: (entity, isShown, { from, most }) => {
      const shown = listNamings(entity).filter(({ document, lang, languages }) =>
        isShown({ document, lang: lang ?? undefined, languages: JSON.parse(languages ?? '[]') as readonly string[] }),
      );
      // A sentence is known by its passage and where it begins there.
      const sentences = [
        ...Map.groupBy(shown, ({ document, passage, start }) => `${document}#${passage} ${start}`).values(),
      ].toSorted(([a], [b]) => rank(a) - rank(b));
      const inDocument = Map.groupBy(sentences, ([first]) => first?.document ?? '');
      return {
        total: sentences.length,
        sentences: sentences.slice(from, most === ALL ? undefined : from + most).map((rows) => {
          const document = rows[0]?.document ?? '';
          return {
            document,
            inDocument: inDocument.get(document)?.length ?? 0,
            mentions: rows.map(({ json }) => JSON.parse(json) as Mention),
          };
        }),
      };
    },
    namedMoreThan: (times) =>
      ask<{ entity: string }>(
        ['counts * '],
        `SELECT entity FROM counts WHERE json ->> '$.mentions' > ? ORDER BY entity`,
        times,
      ).map(({ entity }) => entity),
    related: (entity, most) => {
      tellPlaces(ask, entity);
      const rows = ask<{ entity: string; place: string; total: number; others: number }>(
        [],
        `WITH pair AS (
           SELECT other.entity, other.place, count(*) OVER (PARTITION BY other.entity) AS total,
                  row_number() OVER (PARTITION BY other.entity ORDER BY other.place) AS number
             FROM presence own JOIN presence other ON other.place = own.place
            WHERE own.entity = ?1 AND other.entity <> ?1
         ), chosen AS (
           SELECT entity FROM pair WHERE number = 1 ORDER BY total DESC, entity LIMIT ?2
         )
         SELECT entity, place, total, (SELECT count(*) FROM pair WHERE number = 1) AS others FROM pair
          WHERE entity IN (SELECT entity FROM chosen) AND (?3 < 0 OR number <= ?3) ORDER BY total DESC, entity, place`,
        entity,
        most.entities,
        most.passages,
      );
      return {
        total: rows[0]?.others ?? 0,
        first: [...Map.groupBy(rows, (row) => row.entity)].map(([id, own]) => ({
          entity: id,
          shared: own.map(({ place }) => place),
          total: own[0]?.total ?? 0,
        })),
      };
    },
    sharedWith: (entity, others) => {
      tellPlaces(ask, entity);
      const rows = ask<{ entity: string; total: number }>(
        [],
        `SELECT other.entity, count(*) AS total FROM presence own JOIN presence other ON other.place = own.place
          WHERE own.entity = ?1 AND other.entity <> ?1 AND other.entity IN (SELECT value FROM json_each(?2))
          GROUP BY other.entity ORDER BY other.entity`,
        entity,
        JSON.stringify(others),
      );
      return new Map(rows.map((row) => [row.entity, row.total]));
    },
    measured: (measure, { from, most }) => {
      const rows = ask<{ json: string; total: number }>(
        [`claim measure ${measure}`],
        `${MEASURED} SELECT json, count(*) OVER () AS total FROM measured ORDER BY date, id LIMIT ? OFFSET ?`,
        measure,
        most,
        from,
      );
      return { total: rows[0]?.total ?? 0, claims: rows.map(({ json }) => JSON.parse(json) as Claim) };
    },
    placeOf: (claim, measure) =>
      ask<{ place: number }>(
        [`claim measure ${measure}`],
        `${MEASURED} SELECT count(*) AS place FROM measured own JOIN measured other
           ON other.date < own.date OR (other.date = own.date AND other.id < own.id) WHERE own.id = ?2`,
        measure,
        claim,
      )[0]?.place ?? 0,
    measuresOf: (kind) => {
      const used = ask<{ measure: string }>(
        [`entity kind ${kind}`],
        `SELECT DISTINCT json ->> '$.measure' AS measure FROM entity
          WHERE kind = ? AND json ->> '$.measure' IS NOT NULL ORDER BY measure`,
        kind,
      );
      return ask<{ measure: string; statistics: number }>(
        used.map(({ measure }) => `claim measure ${measure}`),
        `SELECT measure, count(*) AS statistics FROM claim
          WHERE measure IN (SELECT value FROM json_each(?)) AND json ->> '$.value.type' = 'quantity'
          GROUP BY measure ORDER BY measure`,
        JSON.stringify(used.map(({ measure }) => measure)),
      );
    },
  };
}

function isArticle(document: string): boolean {
  return document.startsWith('articles/');
}

/** Articles stand before entities, and these before free pages. */
function rank({ document = '' }: Partial<NamedRow> = {}): number {
  return isArticle(document) ? 0 : document.startsWith('pages/') ? 2 : 1;
}

/** Who stands in the same passages as an entity hangs on each of them. */
function tellPlaces(ask: Ask, entity: string): void {
  const places = ask<{ place: string }>(
    [`presence entity ${entity}`],
    'SELECT place FROM presence WHERE entity = ?',
    entity,
  );
  tell(
    ask,
    places.map(({ place }) => `presence place ${place}`),
  );
}

/** Asks the same only once within a while; what it is made from is told every time. */
function rememberAnswers(ask: Ask): Ask {
  const kept = new Map<string, readonly unknown[]>();
  let count = 0;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what its columns are
  return <T>(groups: readonly string[], sql: string, ...values: SQLInputValue[]): readonly T[] => {
    const key = `${sql}\n${JSON.stringify(values)}`;
    const known = kept.get(key);
    if (known !== undefined) {
      tell(ask, groups);
      return known as readonly T[];
    }
    const rows = ask<T>(groups, sql, ...values);
    kept.set(key, rows);
    count += rows.length;
    for (const [oldest, { length }] of kept) {
      if (kept.size <= KEPT.answers && count <= KEPT.rows) break;
      kept.delete(oldest);
      count -= length;
    }
    return rows;
  };
}

/** Tells sources without a question of their own. */
function tell(ask: Ask, groups: readonly string[]): void {
  if (groups.length > 0) ask(groups, 'SELECT 1 WHERE 0');
}

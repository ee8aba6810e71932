import type { Claim, Mention } from '../graph/graph.ts';
import type { Ask } from './picture-tables.ts';

/** A part of a list: so many of its members, after so many that are left out. */
export interface Part {
  readonly from: number;
  readonly most: number;
}

/** Which texts a page shows its readers. */
export interface ShownTexts {
  /** Of entities with prose in several languages the one in this, or in their first where there is none. */
  readonly language: string;
  /** Ids of the free pages that are shown. */
  readonly pages: readonly string[];
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
  readonly namings: (entity: string, shown: ShownTexts, part: Part) => NamingSentences;
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

/** A sentence is known by its passage and where it begins there. */
const NAMINGS = `
  WITH named AS (
    SELECT document, at, json ->> '$.passage' AS passage, json ->> '$.sentence.start' AS start,
           CASE WHEN document GLOB 'articles/*' THEN 0 WHEN document GLOB 'pages/*' THEN 2 ELSE 1 END AS rank
      FROM mention WHERE entity = ?1 AND document <> ?1
  ), shown AS (
    SELECT * FROM named
     WHERE CASE rank
             WHEN 0 THEN 1
             WHEN 2 THEN document IN (SELECT value FROM json_each(?3))
             ELSE (SELECT json ->> '$.lang' FROM passage WHERE id = named.document || '#' || named.passage) =
                  coalesce((SELECT CASE WHEN EXISTS (SELECT 1 FROM json_each(l.json) WHERE value = ?2)
                                        THEN ?2 ELSE l.json ->> '$[0]' END
                              FROM language l WHERE l.document = named.document), ?2)
           END
  ), sentence AS (
    SELECT rank, document, min(at) AS first, json_group_array(at) AS places FROM shown
     GROUP BY rank, document, passage, start
  )
  SELECT document, places, count(*) OVER () AS total, count(*) OVER (PARTITION BY document) AS inDocument
    FROM sentence ORDER BY rank, document, first LIMIT ?4 OFFSET ?5`;

const MEASURED = `
  WITH measured AS (
    SELECT id, json, coalesce(json ->> '$.qualifiers.asOf', '') AS date FROM claim
     WHERE measure = ?1 AND json ->> '$.value.type' = 'quantity'
  )`;

/** The questions of lists, for a database that has the tables of a knowledge base. */
export function createListQueries(ask: Ask): ListQueries {
  return {
    namings: (entity, { language, pages }, { from, most }) => {
      // Texts of articles are shown in every language; of all others their language decides, and what else they have.
      const others = ask<{ document: string; passage: string }>(
        [`mention entity ${entity}`],
        `SELECT DISTINCT document, json ->> '$.passage' AS passage FROM mention
          WHERE entity = ?1 AND document <> ?1 AND document NOT GLOB 'articles/*' AND document NOT GLOB 'pages/*'`,
        entity,
      );
      const told = others.flatMap(({ document, passage }) => [
        `language document ${document}`,
        `passage id ${document}#${passage}`,
      ]);
      const rows = ask<{ document: string; places: string; total: number; inDocument: number }>(
        told,
        NAMINGS,
        entity,
        language,
        JSON.stringify(pages),
        most,
        from,
      );
      const sentences = rows.map(({ document, places, inDocument }) => ({
        document,
        inDocument,
        mentions: ask<{ json: string }>(
          [],
          'SELECT json FROM mention WHERE document = ? AND at IN (SELECT value FROM json_each(?)) ORDER BY at',
          document,
          places,
        ).map(({ json }) => JSON.parse(json) as Mention),
      }));
      return { total: rows[0]?.total ?? 0, sentences };
    },
    namedMoreThan: (times) =>
      ask<{ entity: string }>(
        ['counts * '],
        `SELECT entity FROM counts WHERE json ->> '$.mentions' > ? ORDER BY entity`,
        times,
      ).map(({ entity }) => entity),
    related: (entity, most) => {
      tellPlaces(ask, entity);
      const [count] = ask<{ total: number }>(
        [],
        `SELECT count(DISTINCT other.entity) AS total FROM presence own JOIN presence other ON other.place = own.place
          WHERE own.entity = ?1 AND other.entity <> ?1`,
        entity,
      );
      const rows = ask<{ entity: string; place: string; total: number }>(
        [],
        `WITH pair AS (
           SELECT other.entity, other.place, count(*) OVER (PARTITION BY other.entity) AS total,
                  row_number() OVER (PARTITION BY other.entity ORDER BY other.place) AS number
             FROM presence own JOIN presence other ON other.place = own.place
            WHERE own.entity = ?1 AND other.entity <> ?1
         ), chosen AS (
           SELECT entity FROM pair WHERE number = 1 ORDER BY total DESC, entity LIMIT ?2
         )
         SELECT entity, place, total FROM pair
          WHERE entity IN (SELECT entity FROM chosen) AND (?3 < 0 OR number <= ?3) ORDER BY total DESC, entity, place`,
        entity,
        most.entities,
        most.passages,
      );
      return {
        total: count?.total ?? 0,
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

/** Who stands in the same passages as an entity hangs on each of them. */
function tellPlaces(ask: Ask, entity: string): void {
  const places = ask<{ place: string }>(
    [`presence entity ${entity}`],
    'SELECT place FROM presence WHERE entity = ?',
    entity,
  );
  ask(
    places.map(({ place }) => `presence place ${place}`),
    'SELECT 1 WHERE 0',
  );
}

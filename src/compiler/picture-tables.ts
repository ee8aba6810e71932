import type { SQLInputValue } from 'node:sqlite';

/** Something that has a place: an entity with a country, or with a point. */
export type Location =
  | { readonly type: 'country'; readonly code: string; readonly entity: string; readonly passages: number }
  | {
      readonly type: 'point';
      readonly longitude: number;
      readonly latitude: number;
      readonly entity: string;
      readonly passages: number;
    };

/** The locations of one country, or all points, of which only some are listed. */
export interface LocationGroup {
  /** ISO 3166-1 alpha-2; `undefined` for points. */
  readonly code: string | undefined;
  /** How many there are. */
  readonly total: number;
  /** Those in the most passages of articles, first. */
  readonly first: readonly Location[];
}

/** How often a date (EDTF) is said. */
export interface DateCount {
  readonly date: string;
  /** Of claims, fields and articles. */
  readonly moments: number;
  /** Of entities and articles that say it. */
  readonly subjects: number;
}

/** One saying of a date: an article of that date, a date that something has, or a claim that held then. */
export interface Moment {
  readonly role: 'article' | 'date' | 'held';
  /** `articles/slug` or an entity. */
  readonly subject: string;
  /** `undefined` for articles and for plain fields. */
  readonly claim: string | undefined;
  /** How often its subject says the date. */
  readonly total: number;
}

/** A claim of one entity whose value is another. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly claim: string;
}

/** Two entities that stand in the same passages of articles; `a` sorts before `b`. */
export interface SharedPassages {
  readonly a: string;
  readonly b: string;
  readonly passages: number;
}

/** The most connected entities and what connects them with each other. */
export interface Network {
  /** The most connected first. */
  readonly entities: readonly { readonly id: string; readonly passages: number; readonly ties: number }[];
  readonly ties: readonly Tie[];
  readonly shared: readonly SharedPassages[];
}

/** How much there is. */
export interface Totals {
  readonly articles: number;
  /** Of articles. */
  readonly passages: number;
  readonly claims: number;
  /** Entities by kind; a kind without any is left out. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** An entity with what makes it prominent. */
export interface Ranked {
  readonly id: string;
  readonly passages: number;
  readonly mentions: number;
  readonly claims: number;
}

/** What pictures and the home page ask of a knowledge base. Every answer is counted by the database and cut to what can be drawn. */
export interface PictureQueries {
  /** What there is to draw at all. */
  readonly pictures: () => { readonly map: boolean; readonly timeline: boolean; readonly graph: boolean };
  /** Locations by country and, last, points; at most so many in each country, and so many points. */
  readonly locations: (limits: { readonly inCountry: number; readonly points: number }) => readonly LocationGroup[];
  /** All dates, by their text. */
  readonly dates: () => readonly DateCount[];
  /** What is said of one date, subject by subject: articles first, then what has it, then what held. */
  readonly moments: (date: string, limits: { readonly subjects: number; readonly each: number }) => readonly Moment[];
  /** Claims that connect an entity with others, from it first. */
  readonly ties: (entity: string, limit: number) => readonly Tie[];
  /** The `limit` entities with the most passages and ties, and all that connects them with each other. */
  readonly network: (limit: number) => Network;
  readonly totals: () => Totals;
  /** Entities of some kinds: those in the most passages of articles first, then the most named, then those with most claims. */
  readonly ranked: (kinds: readonly string[], limit: number) => readonly Ranked[];
}

/**
 * Tables of what pictures draw, as the knowledge base describes its own. They are filled from the tables of the content,
 * so that nobody has to keep them in step.
 */
export const PICTURE_TABLES = {
  location: {
    columns: 'code TEXT, longitude REAL, latitude REAL, entity TEXT, PRIMARY KEY (code, longitude, latitude, entity)',
    order: 'code, longitude, latitude, entity',
    groups: ['code', '*'],
  },
  moment: {
    columns: 'date TEXT, role TEXT, subject TEXT, claim TEXT, PRIMARY KEY (date, role, subject, claim)',
    order: 'date, role, subject, claim',
    groups: ['date', '*'],
  },
  tie: {
    columns: 'source TEXT, target TEXT, claim TEXT, PRIMARY KEY (source, target, claim)',
    order: 'source, target, claim',
    groups: ['source', 'target', '*'],
  },
} as const;

/** What an entity or claim says, unless it was retracted, as one row for each value. */
const SAID = `
  SELECT e.id AS entity, '' AS claim, v.value AS value
    FROM entity e, json_each(e.json, '$.fields') f, json_each(f.value) v
  UNION ALL
  SELECT entity, id, json_extract(json, '$.value') FROM claim WHERE json_extract(json, '$.status') <> 'retracted'
`;

/** Of two dates the first is the start and the second the end; either may be an interval of which only one end counts. */
const HELD = `
  SELECT id, entity,
         json_extract(json, '$.qualifiers.asOf') AS at,
         json_extract(json, '$.qualifiers.from') AS start,
         json_extract(json, '$.qualifiers.to') AS stop
    FROM claim
   WHERE json_extract(json, '$.value.type') <> 'date' AND json_extract(json, '$.status') <> 'retracted'
`;

/** What there is to draw at all, as the database says it of itself. */
export const WHICH_PICTURES = `json_object(
  'map', EXISTS (SELECT 1 FROM location),
  'timeline', EXISTS (SELECT 1 FROM moment),
  'graph', EXISTS (SELECT 1 FROM tie) OR
           EXISTS (SELECT 1 FROM presence GROUP BY place HAVING count(*) > 1)
)`;

/** Fills the tables of pictures, once all others are written. */
export const FILL_PICTURES = `
  INSERT OR IGNORE INTO location
    SELECT coalesce(json_extract(value, '$.code'), ''), coalesce(json_extract(value, '$.longitude'), 0),
           coalesce(json_extract(value, '$.latitude'), 0), entity
      FROM (${SAID}) WHERE json_extract(value, '$.type') IN ('country', 'point');
  INSERT OR IGNORE INTO tie
    SELECT entity, json_extract(json, '$.value.entity'), id FROM claim
     WHERE json_extract(json, '$.value.type') = 'entity' AND json_extract(json, '$.status') <> 'retracted'
       AND json_extract(json, '$.value.entity') <> entity;
  INSERT OR IGNORE INTO moment
    SELECT json_extract(json, '$.matter.published'), 'article', 'articles/' || id, '' FROM article
     WHERE json_extract(json, '$.matter.published') IS NOT NULL;
  INSERT OR IGNORE INTO moment
    SELECT json_extract(value, '$.date'), 'date', entity, claim FROM (${SAID}) WHERE json_extract(value, '$.type') = 'date';
  INSERT OR IGNORE INTO moment
    SELECT CASE WHEN at IS NOT NULL THEN at
                ELSE coalesce(substr(start, 1, instr(start || '/', '/') - 1), '..') || '/' ||
                     coalesce(substr(stop, instr(stop, '/') + 1), '..') END,
           'held', entity, id
      FROM (${HELD}) WHERE coalesce(at, start, stop) IS NOT NULL AND coalesce(at, '') <> 'unknown';
  INSERT INTO meta SELECT 'pictures', ${WHICH_PICTURES};
`;

/**
 * Asks the database and gives its rows. The groups of rows that the answer is made from, `table column key`, are told to
 * whoever listens, as with every read of a knowledge base.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what its columns are
export type Ask = <T>(groups: readonly string[], sql: string, ...values: SQLInputValue[]) => readonly T[];

/** The questions of pictures, for a database that has their tables. */
export function createPictureQueries(ask: Ask): PictureQueries {
  return {
    pictures: () => {
      const [row] = ask<{ json: string }>(['meta key pictures'], `SELECT json FROM meta WHERE key = 'pictures'`);
      const { map, timeline, graph } = JSON.parse(row?.json ?? '{}') as Readonly<Record<string, number>>;
      return { map: map === 1, timeline: timeline === 1, graph: graph === 1 };
    },
    locations: (limits) => findLocations(ask, limits),
    dates: () =>
      ask<DateCount>(
        ['moment * '],
        'SELECT date, count(*) AS moments, count(DISTINCT subject) AS subjects FROM moment GROUP BY date ORDER BY date',
      ),
    moments: (date, limits) =>
      ask<{ role: Moment['role']; subject: string; claim: string; total: number }>(
        [`moment date ${date}`],
        `WITH said AS (
           SELECT role, subject, claim, min(role) OVER own AS first, count(*) OVER own AS total,
                  row_number() OVER (PARTITION BY subject ORDER BY role, claim) AS place
             FROM moment WHERE date = ? WINDOW own AS (PARTITION BY subject)
         ), shown AS (SELECT DISTINCT first, subject FROM said ORDER BY first, subject LIMIT ?)
         SELECT role, subject, claim, total FROM said
          WHERE subject IN (SELECT subject FROM shown) AND place <= ? ORDER BY first, subject, place`,
        date,
        limits.subjects,
        limits.each,
      ).map(({ claim, ...rest }) => ({ ...rest, claim: claim === '' ? undefined : claim })),
    ties: (entity, limit) =>
      ask<Tie>(
        [`tie source ${entity}`, `tie target ${entity}`],
        `SELECT source AS "from", target AS "to", claim FROM tie WHERE source = ?1
         UNION ALL SELECT source, target, claim FROM tie WHERE target = ?1 LIMIT ?2`,
        entity,
        limit,
      ),
    network: (limit) => findNetwork(ask, limit),
    totals: () => countAll(ask),
    ranked: (kinds, limit) =>
      ask<{ id: string; json: string }>(
        ['counts * ', 'entity * '],
        `SELECT e.id, c.json FROM entity e JOIN counts c ON c.entity = e.id
          WHERE e.kind IN (SELECT value FROM json_each(?))
          ORDER BY c.json ->> '$.passages' DESC, c.json ->> '$.mentions' DESC, c.json ->> '$.claims' DESC, e.id LIMIT ?`,
        JSON.stringify(kinds),
        limit,
      ).map(({ id, json }) => ({ id, ...(JSON.parse(json) as Omit<Ranked, 'id'>) })),
  };
}

/** Articles are counted in the same table; no kind may be called like their folder. */
const OF_ENTITIES = `entity NOT GLOB 'articles/*'`;

function countAll(ask: Ask): Totals {
  const [sums] = ask<Omit<Totals, 'kinds'>>(
    ['article * ', 'meta key passages', 'counts * '],
    `SELECT (SELECT count(*) FROM article) AS articles,
            (SELECT json FROM meta WHERE key = 'passages') + 0 AS passages,
            (SELECT coalesce(sum(json ->> '$.claims'), 0) FROM counts WHERE ${OF_ENTITIES}) AS claims`,
  );
  const kinds = ask<{ kind: string; count: number }>(
    ['entity * '],
    'SELECT kind, count(*) AS count FROM entity GROUP BY kind ORDER BY kind',
  );
  const { articles = 0, passages = 0, claims = 0 } = sums ?? {};
  return { articles, passages, claims, kinds: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])) };
}

interface LocationRow {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly entity: string;
  readonly passages: number;
  readonly total: number;
}

function findLocations(ask: Ask, limits: Parameters<PictureQueries['locations']>[0]): readonly LocationGroup[] {
  const rows = ask<LocationRow>(
    ['location * ', 'counts * '],
    `WITH counted AS (
       SELECT l.*, c.json ->> '$.passages' AS passages FROM location l JOIN counts c ON c.entity = l.entity
     ), ranked AS (
       SELECT *, row_number() OVER (PARTITION BY code ORDER BY passages DESC, entity, longitude, latitude) AS place,
              count(*) OVER (PARTITION BY code) AS total
         FROM counted
     )
     SELECT code, longitude, latitude, entity, passages, total FROM ranked
      WHERE place <= CASE code WHEN '' THEN ? ELSE ? END ORDER BY code = '', code, place`,
    limits.points,
    limits.inCountry,
  );
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({
    code: code === '' ? undefined : code,
    total: own[0]?.total ?? 0,
    first: own.map(({ longitude, latitude, entity, passages }) =>
      code === ''
        ? { type: 'point', longitude, latitude, entity, passages }
        : { type: 'country', code, entity, passages },
    ),
  }));
}

function findNetwork(ask: Ask, limit: number): Network {
  // An entity is as connected as the passages it stands in and the claims that tie it to others are many.
  const chosen = `
    WITH connected AS (
      SELECT entity AS id, json ->> '$.passages' AS passages, 0 AS ties FROM counts WHERE ${OF_ENTITIES}
      UNION ALL SELECT source, 0, count(*) FROM tie GROUP BY source
      UNION ALL SELECT target, 0, count(*) FROM tie GROUP BY target
    ), chosen AS MATERIALIZED (
      SELECT id, sum(passages) AS passages, sum(ties) AS ties FROM connected
       GROUP BY id HAVING sum(passages) + sum(ties) > 0 ORDER BY sum(passages) + sum(ties) DESC, id LIMIT ?
    )`;
  return {
    entities: ask(
      ['counts * ', 'tie * '],
      `${chosen} SELECT id, passages, ties FROM chosen ORDER BY passages + ties DESC, id`,
      limit,
    ),
    ties: ask(
      ['tie * '],
      `${chosen} SELECT source AS "from", target AS "to", claim FROM chosen
         JOIN tie ON source = id WHERE target IN (SELECT id FROM chosen) ORDER BY source, target, claim`,
      limit,
    ),
    shared: ask(
      ['presence * '],
      `${chosen} SELECT a.entity AS a, b.entity AS b, count(*) AS passages FROM chosen
         JOIN presence a ON a.entity = chosen.id
         JOIN presence b ON b.place = a.place AND b.entity > a.entity
        WHERE b.entity IN (SELECT id FROM chosen) GROUP BY a.entity, b.entity ORDER BY a.entity, b.entity`,
      limit,
    ),
  };
}

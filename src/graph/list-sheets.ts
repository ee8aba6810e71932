import { compareText } from '../diagnostic/compare-text.ts';
import { pickText, type LocalText } from '../schema/local-text.ts';
import { findComparer, toIndexLetter, toSortKey } from '../text/to-sort-key.ts';
import type { Claim, Graph } from './graph.ts';
import { listValues } from './list-values.ts';

/** Rows of one page of a list: about 1 KB of HTML each. */
export const ROWS_PER_SHEET = 200;
/** Names of one page of the index of everything, which are shorter. */
export const NAMES_PER_SHEET = 500;
/** Articles of one page of their list. */
export const ARTICLES_PER_SHEET = 50;
/** Articles of one page of coverage, which shows all their sentences. */
export const COVERED_PER_SHEET = 4;

/** A list in the order of a language's alphabet, cut into sheets of so many ids. */
export interface SheetList {
  /** `kind language`; `* language` for all entities; `articles language` and `coverage language` for articles. */
  readonly name: string;
  readonly total: number;
  readonly sheets: readonly (readonly string[])[];
  /** First letters in their order, each with the number of the sheet (from 1) on which it begins. */
  readonly letters: readonly { readonly letter: string; readonly sheet: number }[];
}

/** How the entities of a kind use its properties. */
export interface KindUse {
  readonly kind: string;
  readonly total: number;
  /** By property: how many entities have it, and the most values that one has. */
  readonly properties: Readonly<Record<string, { readonly filled: number; readonly most: number }>>;
}

/** Every list of a site, in each of its languages. */
export function listSheets({ site, entities, articles }: Graph): readonly SheetList[] {
  const kinds = Map.groupBy(entities, ({ kind }) => kind);
  const named = articles.map(({ id, matter }) => ({ id, label: matter.title }));
  return site.languages.flatMap((language) => [
    ...Object.keys(site.kinds).map((kind) =>
      toSheets(`${kind} ${language}`, kinds.get(kind) ?? [], language, ROWS_PER_SHEET),
    ),
    toSheets(`* ${language}`, entities, language, NAMES_PER_SHEET),
    toSheets(`articles ${language}`, named, language, ARTICLES_PER_SHEET),
    toSheets(`coverage ${language}`, named, language, COVERED_PER_SHEET),
  ]);
}

/** How each kind's properties are used. */
export function listKindUses({ site, entities, claims }: Graph): readonly KindUse[] {
  const claimsOf = Map.groupBy(claims, ({ entity }) => entity);
  const kinds = Map.groupBy(entities, ({ kind }) => kind);
  return Object.keys(site.kinds).map((kind) => {
    const own = kinds.get(kind) ?? [];
    const properties: Record<string, { filled: number; most: number }> = Object.create(null) as Record<string, never>;
    for (const entity of own) {
      for (const [property, values] of listValues(entity, claimsOf.get(entity.id) ?? NO_CLAIMS)) {
        const use = (properties[property] ??= { filled: 0, most: 0 });
        use.filled += 1;
        use.most = Math.max(use.most, values.length);
      }
    }
    // By name, so that their order does not hang on which entity came first.
    const sorted = Object.entries(properties).toSorted(([a], [b]) => compareText(a, b));
    return { kind, total: own.length, properties: Object.fromEntries(sorted) };
  });
}

const NO_CLAIMS: readonly Claim[] = [];

function toSheets(
  name: string,
  named: readonly { readonly id: string; readonly label: LocalText }[],
  language: string,
  size: number,
): SheetList {
  const compare = findComparer(language);
  const sorted = named
    .map(({ id, label }) => ({ id, text: pickText(label, language).text }))
    .toSorted((a, b) => compare(a.text, b.text) || (a.id < b.id ? -1 : 1));
  const sheets: string[][] = [];
  const letters = new Map<string, number>();
  sorted.forEach(({ id, text }, at) => {
    const sheet = Math.floor(at / size);
    (sheets[sheet] ??= []).push(id);
    const letter = toIndexLetter(toSortKey(text, language));
    if (!letters.has(letter)) letters.set(letter, sheet + 1);
  });
  return {
    name,
    total: sorted.length,
    sheets,
    letters: [...letters].map(([letter, sheet]) => ({ letter, sheet })),
  };
}

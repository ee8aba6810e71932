import type { EntityHead, KnowledgeBase } from '../compiler/knowledge-base.ts';
import type { Claim } from '../graph/graph.ts';
import type { Property, SiteConfig } from '../schema/site-schema.ts';
import { pickText, type LocalText } from '../schema/local-text.ts';
import type { Value } from '../schema/value.ts';

/** A property with the entities that have each of its values. Labels are by language of the reader. */
export interface EntityFacet {
  readonly kind: string;
  readonly property: string;
  readonly label: Readonly<Record<string, string>>;
  readonly values: readonly EntityFacetValue[];
}

export interface EntityFacetValue {
  /** An entity's id, a country's code or a text in the site's main language. */
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly entities: readonly string[];
}

/** More values than these are a search, not a choice. */
const MOST_VALUES = 30;
/** The same where the author asked for the filter. */
const MOST_WANTED_VALUES = 200;
/** UTF-16 units: a longer text is a sentence, and no two entities share a sentence but by chance. */
const LONGEST_TEXT = 40;

/** What an entity may be chosen by: its values, by property. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;
export type Choice = Pick<EntityFacetValue, 'id' | 'label'>;

/** Reads the values of properties that may become a filter: entities, countries and texts. */
export function createChoiceReader({
  site: { kinds, languages },
  entityHead,
}: Pick<KnowledgeBase, 'site' | 'entityHead'>): (
  entity: Pick<EntityHead, 'kind' | 'fields'>,
  claims: readonly Claim[],
) => Choices | undefined {
  const toLabel = (text: LocalText): Choice['label'] => toLabels(languages, text);
  const countries = new Map(
    languages.map((language) => [language, new Intl.DisplayNames(language, { type: 'region' })]),
  );
  const toChoice = (value: Value): Choice | undefined => {
    switch (value.type) {
      case 'entity': {
        const entity = entityHead(value.entity);
        return entity && { id: entity.id, label: toLabel(entity.label) };
      }
      case 'country':
        return {
          id: value.code,
          label: Object.fromEntries(
            [...countries].map(([language, names]) => [language, names.of(value.code) ?? value.code]),
          ),
        };
      case 'text':
        return { id: pickText(value.text, languages[0] ?? '').text, label: toLabel(value.text) };
      default:
        return undefined;
    }
  };
  const wanted = new Map(
    Object.values(kinds).map(({ id, properties }) => [id, Object.values(properties).filter(isChoosable)]),
  );
  return ({ kind, fields }, claims) => {
    const found = (wanted.get(kind) ?? []).flatMap(({ id }): (readonly [string, readonly Choice[]])[] => {
      const own = Object.hasOwn(fields, id) ? (fields[id] ?? []) : [];
      const claimed = claims.filter(({ property, status }) => property === id && status !== 'retracted');
      const choices = [...own, ...claimed.map(({ value }) => value)].flatMap((value) => toChoice(value) ?? []);
      return choices.length === 0 ? [] : [[id, [...new Map(choices.map((one) => [one.id, one])).values()]]];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  };
}

/** An entity with what it may be chosen by. */
export interface ChoosableEntity {
  readonly id: string;
  readonly kind: string;
  readonly choices?: Choices | undefined;
}

/**
 * The properties that are worth filtering by, in the order of site.yaml: of those whose values are entities, countries or
 * short texts, the ones whose few values are shared. `filter: true` or `false` in site.yaml decides against that.
 */
export function toFacets(
  { kinds, languages }: Pick<SiteConfig, 'kinds' | 'languages'>,
  entities: readonly ChoosableEntity[],
): readonly EntityFacet[] {
  const byKind = Map.groupBy(entities, ({ kind }) => kind);
  return Object.values(kinds).flatMap((kind) =>
    Object.values(kind.properties)
      .filter(isChoosable)
      .flatMap((property): EntityFacet[] => {
        const found = new Map<string, { readonly label: Choice['label']; readonly entities: string[] }>();
        for (const { id, choices = {} } of byKind.get(kind.id) ?? []) {
          for (const choice of Object.hasOwn(choices, property.id) ? (choices[property.id] ?? []) : []) {
            const known = found.get(choice.id);
            if (known === undefined) found.set(choice.id, { label: choice.label, entities: [id] });
            else known.entities.push(id);
          }
        }
        const values = [...found].map(([id, value]): EntityFacetValue => ({ id, ...value }));
        if (!isWorthFiltering(property, values)) return [];
        return [
          {
            kind: kind.id,
            property: property.id,
            label: toLabels(languages, property.label),
            values: values.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          },
        ];
      }),
  );
}

function toLabels(languages: readonly string[], text: LocalText): Choice['label'] {
  return Object.fromEntries(languages.map((language) => [language, pickText(text, language).text]));
}

function isChoosable({ type, filter }: Property): boolean {
  return filter !== false && (type.name === 'entity' || type.name === 'country' || type.name === 'text');
}

function isWorthFiltering({ filter, type }: Property, values: readonly EntityFacetValue[]): boolean {
  if (filter === true) return values.length > 0 && values.length <= MOST_WANTED_VALUES;
  return (
    values.length >= 2 &&
    values.length <= MOST_VALUES &&
    values.some(({ entities }) => entities.length > 1) &&
    (type.name !== 'text' ||
      values.every(({ label }) => Object.values(label).every((text) => text.length <= LONGEST_TEXT)))
  );
}

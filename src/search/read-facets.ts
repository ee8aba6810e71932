import type { KnowledgeBase } from '../compiler/knowledge-base.ts';
import type { Property } from '../schema/site-schema.ts';
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

/**
 * The properties that are worth filtering by, in the order of site.yaml: of those whose values are entities, countries or
 * short texts, the ones whose few values are shared. `filter: true` or `false` in site.yaml decides against that.
 */
export function readFacets(
  kb: Pick<KnowledgeBase, 'site' | 'entities' | 'entityHead' | 'claims'>,
): readonly EntityFacet[] {
  const { kinds, languages } = kb.site;
  const toLabel = (text: LocalText): Readonly<Record<string, string>> =>
    Object.fromEntries(languages.map((language) => [language, pickText(text, language).text]));
  const countries = new Map(
    languages.map((language) => [language, new Intl.DisplayNames(language, { type: 'region' })]),
  );
  const toChoice = (value: Value): Pick<EntityFacetValue, 'id' | 'label'> | undefined => {
    switch (value.type) {
      case 'entity': {
        const entity = kb.entityHead(value.entity);
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

  return Object.values(kinds).flatMap((kind) => {
    const wanted = Object.values(kind.properties).filter(isChoosable);
    if (wanted.length === 0) return [];
    const found = new Map(
      wanted.map(({ id }) => [id, new Map<string, { label: EntityFacetValue['label']; entities: Set<string> }>()]),
    );
    for (const { id, fields } of kb.entities(kind.id)) {
      const claims = kb.claims(id).filter(({ status }) => status !== 'retracted');
      for (const property of wanted) {
        const own = Object.hasOwn(fields, property.id) ? (fields[property.id] ?? []) : [];
        for (const value of [
          ...own,
          ...claims.filter((claim) => claim.property === property.id).map((claim) => claim.value),
        ]) {
          const choice = toChoice(value);
          if (choice === undefined) continue;
          const values = found.get(property.id);
          const known = values?.get(choice.id) ?? { label: choice.label, entities: new Set<string>() };
          known.entities.add(id);
          values?.set(choice.id, known);
        }
      }
    }
    return wanted.flatMap((property): EntityFacet[] => {
      const values = [...(found.get(property.id) ?? [])].map(([id, { label, entities }]) => ({
        id,
        label,
        entities: [...entities],
      }));
      if (!isWorthFiltering(property, values)) return [];
      return [
        {
          kind: kind.id,
          property: property.id,
          label: toLabel(property.label),
          values: values.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        },
      ];
    });
  });
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

import * as z from 'zod';
import { ID, LANGUAGE, localText, type LocalText } from './local-text.ts';

/** What every kind is built on; decides what its pages show and how it is described to machines. */
export const BASES = ['person', 'organization', 'place', 'event', 'statistic', 'work', 'concept'] as const;
export type Base = (typeof BASES)[number];

export const SIMPLE_TYPES = ['text', 'date', 'number', 'quantity', 'url', 'country', 'point'] as const;
export type SimpleType = (typeof SIMPLE_TYPES)[number];

/** Type of a property: a simple one, or an entity of one of `kinds` (of any kind when the list is empty). */
export type PropertyType =
  { readonly name: SimpleType } | { readonly name: 'entity'; readonly kinds: readonly string[] };

export interface Property {
  readonly id: string;
  readonly type: PropertyType;
  readonly label: LocalText;
  readonly many: boolean;
  readonly required: boolean;
  /** Whether readers may filter search results by its values; where nothing is said, its values decide. */
  readonly filter?: boolean | undefined;
}

export interface Kind {
  readonly id: string;
  readonly base: Base;
  readonly schema: string;
  readonly label: Readonly<Record<string, { readonly one: string; readonly other: string }>>;
  readonly properties: Readonly<Record<string, Property>>;
}

/** Least shares (0 to 1) below which `coverage` fails. */
export interface CoverageThresholds {
  readonly claims?: number | undefined;
  readonly passages?: number | undefined;
  readonly sentences?: number | undefined;
  readonly entities?: number | undefined;
}

/** Digits that numbers of the interface may be written in: 0123, ٠١٢٣, ۰۱۲۳. */
export const DIGITS = ['latn', 'arab', 'arabext'] as const;
export type Digits = (typeof DIGITS)[number];

/** site.yaml, read and completed. */
export interface SiteConfig {
  readonly title: LocalText;
  readonly description: LocalText;
  readonly languages: readonly string[];
  readonly url: string;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly measures: Readonly<Record<string, LocalText>>;
  readonly coverage: CoverageThresholds;
  /** By language; Latin ones where it says nothing. */
  readonly digits: Readonly<Record<string, Digits>>;
}

const ENTITY_TYPE = /^entity(?:\(([a-z0-9-]+(?:\s*\|\s*[a-z0-9-]+)*)\))?$/;

const propertyType = z.string().transform((text, context): PropertyType => {
  const simple = SIMPLE_TYPES.find((name) => name === text);
  if (simple) return { name: simple };
  const entity = ENTITY_TYPE.exec(text);
  if (entity)
    return {
      name: 'entity',
      kinds: (entity[1] ?? '')
        .split('|')
        .map((kind) => kind.trim())
        .filter(Boolean),
    };
  context.addIssue({ code: 'custom', message: `Expected ${SIMPLE_TYPES.join(', ')}, entity or entity(kind)` });
  return z.NEVER;
});

const property = z.strictObject({
  /** What values it takes. @example `entity(events)` */
  type: propertyType,
  /** Its name for readers, by language. */
  label: localText,
  /** Whether an entity may have several values. */
  many: z.boolean().default(false),
  /** Whether every entity of the kind must have it, as a field or as a claim. */
  required: z.boolean().default(false),
  /** Whether search offers its values as a filter. Without it, it does so when few values are shared by many. */
  filter: z.boolean().optional(),
});

const kind = z.strictObject({
  /** The built-in base that it extends. */
  base: z.enum(BASES, { error: `Expected one of ${BASES.join(', ')}` }),
  /** The schema.org type of its entities. @example `Country` */
  schema: z
    .string()
    .regex(/^[A-Z][A-Za-z]*$/, 'Expected a schema.org type such as `Country`')
    .optional(),
  /** Singular and plural, by language. @example `{ en: { one: Member, other: Members } }` */
  label: z.record(z.string().regex(LANGUAGE), z.strictObject({ one: z.string().min(1), other: z.string().min(1) })),
  properties: z.record(z.string().regex(ID, 'Expected an id of a–z, 0–9 and single hyphens'), property).default({}),
});

const share = z.number().min(0).max(1).optional();

const SCHEMA_ORG: Record<Base, string> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  event: 'Event',
  statistic: 'Observation',
  work: 'CreativeWork',
  concept: 'DefinedTerm',
};

/** Everything that `content/site.yaml` may say. */
export const siteSchema = z
  .strictObject({
    /** Name of the site. */
    title: localText,
    /** One sentence on the site, for search engines and the home page. */
    description: localText,
    /** Languages of the interface; the first is the main one and lives at `/`. @example `[ar, en]` */
    languages: z.array(z.string().regex(LANGUAGE, 'Expected a language such as `ar` or `en`')).min(1),
    /** Where the site will be found. @example `https://example.org/` */
    url: z.url({ protocol: /^https?$/, error: 'Expected an address that begins with https://' }),
    /** The kinds of entity; each has a folder of its name. */
    kinds: z.record(z.string().regex(ID, 'Expected an id of a–z, 0–9 and single hyphens'), kind),
    /** What statistics measure, so that values of one measure can be compared. */
    measures: z.record(z.string().regex(ID, 'Expected an id of a–z, 0–9 and single hyphens'), localText).default({}),
    /** The digits of the interface, by language; texts keep those they are written in. @example `{ ar: arab }` */
    digits: z
      .record(z.string().regex(LANGUAGE), z.enum(DIGITS, { error: `Expected one of ${DIGITS.join(', ')}` }))
      .default({}),
    /** Least coverage, as shares from 0 to 1. */
    coverage: z.strictObject({ claims: share, passages: share, sentences: share, entities: share }).default({}),
  })
  .transform((site): SiteConfig => ({
    ...site,
    kinds: Object.fromEntries(
      Object.entries(site.kinds).map(([id, { schema, properties, ...rest }]) => [
        id,
        {
          ...rest,
          id,
          schema: schema ?? SCHEMA_ORG[rest.base],
          properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, { ...one, id: name }])),
        },
      ]),
    ),
  }));

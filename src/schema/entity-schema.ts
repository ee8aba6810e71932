import * as z from 'zod';
import { ENTITY_ID, ID, LANGUAGE, localText, scalarText, textByLanguage, type LocalText } from './local-text.ts';
import type { Kind } from './site-schema.ts';
import { amount, edtfText, unit, valueSchema, type Quantity, type Value } from './value.ts';

/** What the author says words of a text name: one entity, or `none`. */
export interface NameSetting {
  readonly words: string;
  readonly entity: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** @example `{ words: the alliance, prefix: the members of, entity: organizations/nato }` */
export const nameSettings = z
  .array(
    z.strictObject({
      /** Words as they stand in the text; without prefix or suffix, wherever they stand. */
      words: z.string().trim().min(1, 'Expected the words of the text'),
      /** The entity that they name, or `none`. */
      entity: z.union([z.literal('none'), z.string().regex(ENTITY_ID)], {
        error: 'Expected an entity id such as members/belgium, or none',
      }),
      prefix: z.string().min(1).optional(),
      suffix: z.string().min(1).optional(),
    }),
  )
  .default([]);

export const STATUSES = ['supported', 'contested', 'unsourced', 'retracted'] as const;
export type Status = (typeof STATUSES)[number];

/** To whom an article attributes something: an entity, or words. */
export type Speaker =
  { readonly type: 'entity'; readonly entity: string } | { readonly type: 'words'; readonly text: LocalText };

/** What an author writes to cite: an article and words that stand in it. */
export interface Citation {
  readonly article: string;
  readonly quote: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** A name other than the label, with what tells the mention finder how to look for it. */
export interface Alias {
  readonly text: string;
  readonly common?: boolean | undefined;
  readonly demonym?: boolean | undefined;
  readonly case?: 'exact' | undefined;
  readonly off?: readonly string[] | undefined;
}

export interface ClaimMatter {
  readonly id: string;
  readonly property: string;
  /** Not yet read: its type is the property's. */
  readonly value: unknown;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly status: Status;
  readonly saidBy?: Speaker | undefined;
  readonly evidence: readonly Citation[];
}

export interface StatisticMatter {
  readonly quantity: Quantity;
  readonly asOf: string;
  readonly saidBy?: Speaker | undefined;
  readonly measure: string;
  readonly status: Status;
  readonly evidence: readonly Citation[];
}

export interface EntityMatter {
  readonly label: LocalText;
  readonly aliases: Readonly<Record<string, readonly Alias[]>>;
  readonly summary: LocalText | undefined;
  readonly sameAs: Readonly<Record<string, string>>;
  readonly formerIds: readonly string[];
  readonly names: readonly NameSetting[];
  readonly fields: Readonly<Record<string, readonly Value[]>>;
  readonly claims: readonly ClaimMatter[];
  readonly statistic: StatisticMatter | undefined;
}

const speaker = z.union(
  [
    z
      .string()
      .regex(ENTITY_ID)
      .transform((entity): Speaker => ({ type: 'entity', entity })),
    localText.transform((text): Speaker => ({ type: 'words', text })),
  ],
  { error: 'Expected an entity id such as figures/someone, or words by language' },
);

/** @example `{ article: nato-against-isis, quote: «the words themselves» }` */
export const citation = z.strictObject({
  /** Slug of the article. */
  article: z.string('Expected the slug of an article').regex(ID, 'Expected the slug of an article'),
  /** The words, copied from the article. */
  quote: z.string('Expected the words of the article').trim().min(1, 'Expected the words of the article'),
  /** Words right before the quotation, when it stands in several places. */
  prefix: z.string().min(1).optional(),
  /** Words right after it. */
  suffix: z.string().min(1).optional(),
});

const LIST_OF_CITATIONS = 'Expected a list of quotations, such as [{ article: …, quote: … }]';

const status = z.enum(STATUSES, { error: `Expected one of ${STATUSES.join(', ')}` }).default('supported');

const claim = z.strictObject({
  /** Id of the claim within its entity. */
  id: z
    .string('Expected an id of a–z, 0–9 and single hyphens')
    .regex(ID, 'Expected an id of a–z, 0–9 and single hyphens'),
  /** A property that the kind declares. */
  property: z.string('Expected the id of a property').regex(ID, 'Expected the id of a property'),
  value: z.unknown().refine((value) => value !== undefined && value !== null, 'Expected a value'),
  /** When it held. @example `{ asOf: 2016 }` */
  qualifiers: z
    .strictObject({ asOf: edtfText.optional(), from: edtfText.optional(), to: edtfText.optional() })
    .default({}),
  status,
  /** To whom the article attributes it. */
  saidBy: speaker.optional(),
  /** The words of articles that it rests on. */
  evidence: z.array(citation, LIST_OF_CITATIONS).default([]),
});

const alias = z.union(
  [
    z
      .string()
      .trim()
      .min(1)
      .transform((text): Alias => ({ text })),
    z.strictObject({
      text: z.string().trim().min(1),
      /** Also a common word: only found after a cue such as «in» or «state of». */
      common: z.boolean().optional(),
      /** Names the people or the adjective: shown, not counted. */
      demonym: z.boolean().optional(),
      /** Only with exactly these capitals. */
      case: z.literal('exact').optional(),
      /** Proclitics that never stand before it. */
      off: z.array(z.string()).optional(),
    }),
  ],
  { error: 'Expected a name, or { text, common, demonym, case, off }' },
);

const COMMON = {
  /** Its name, by language. */
  label: textByLanguage,
  /** Other names under which texts speak of it, by language. */
  aliases: z.record(z.string().regex(LANGUAGE), z.array(alias, 'Expected a list of names, such as [ … ]')).default({}),
  /** One sentence, by language. */
  summary: localText.optional(),
  /** The same thing elsewhere. @example `{ wikidata: Q31 }` */
  sameAs: z.record(z.string().regex(ID), scalarText).default({}),
  /** Ids it had before; their addresses lead here. */
  formerIds: z.array(z.string().regex(ENTITY_ID, 'Expected an entity id such as members/belgium')).default([]),
  /** Names in its prose that are settled by hand. */
  names: nameSettings,
  claims: z.array(claim).default([]),
};

const STATISTIC = {
  /** `5000`, `{ min, max }` or `{ share, of }`. */
  value: amount,
  /** `percent` or words. */
  unit,
  /** When it held; `unknown` if the source does not say. */
  asOf: z.union([z.literal('unknown'), edtfText], { error: 'Expected a date such as 2016, or unknown' }),
  approximate: z.boolean().default(false),
  saidBy: speaker.optional(),
  /** A measure that site.yaml declares. */
  measure: z.string('Expected the id of a measure').regex(ID, 'Expected the id of a measure'),
  status,
  evidence: z.array(citation, LIST_OF_CITATIONS).min(1, 'Expected at least one quotation'),
};

/** Names of fields that no property may take. */
export const OWN_FIELDS: readonly string[] = [...Object.keys(COMMON), ...Object.keys(STATISTIC)];

/** To make a schema takes longer than to read ten entities with it, and a kind is asked for once for each of its entities. */
const MADE = new WeakMap<Kind, z.ZodType<EntityMatter>>();

/** The front matter of an entity of one kind. */
export function entitySchema(kind: Kind): z.ZodType<EntityMatter> {
  const made = MADE.get(kind) ?? makeEntitySchema(kind);
  MADE.set(kind, made);
  return made;
}

function makeEntitySchema(kind: Kind): z.ZodType<EntityMatter> {
  const fields = Object.fromEntries(
    Object.values(kind.properties).map((property) => {
      const one = valueSchema(property);
      const list = property.many
        ? z.union([z.array(one), one.transform((value) => [value])])
        : one.transform((value) => [value]);
      return [property.id, list.optional()];
    }),
  );
  const shape = z.strictObject({ ...fields, ...COMMON, ...(kind.base === 'statistic' ? STATISTIC : {}) });
  return shape.transform((raw): EntityMatter => {
    const matter = raw as unknown as RawMatter;
    return {
      label: matter.label,
      aliases: matter.aliases,
      summary: matter.summary,
      sameAs: matter.sameAs,
      formerIds: matter.formerIds,
      names: matter.names,
      fields: Object.fromEntries(
        Object.keys(kind.properties).flatMap((id) => {
          // Own only: a property may be called `constructor`.
          const values = Object.hasOwn(raw, id)
            ? (raw as unknown as Record<string, readonly Value[] | undefined>)[id]
            : undefined;
          return values === undefined ? [] : [[id, values]];
        }),
      ),
      claims: matter.claims as readonly ClaimMatter[],
      statistic:
        kind.base === 'statistic'
          ? {
              quantity: { amount: matter.value, unit: matter.unit, isApproximate: matter.approximate },
              asOf: matter.asOf,
              saidBy: matter.saidBy,
              measure: matter.measure,
              status: matter.status,
              evidence: matter.evidence,
            }
          : undefined,
    };
  });
}

type RawMatter = z.output<z.ZodObject<typeof COMMON & typeof STATISTIC>>;

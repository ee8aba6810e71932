import * as z from 'zod';
import { parseEdtf } from './edtf.ts';
import { ENTITY_ID, localText, scalarText, type LocalText } from './local-text.ts';
import type { Property, PropertyType } from './site-schema.ts';

/** How much: a number, a range with one or both ends, or a share of a whole. */
export type Amount =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'range'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'share'; readonly share: number; readonly of: number };

/** `percent`, or words by language. */
export type Unit = 'percent' | LocalText;

export interface Quantity {
  readonly amount: Amount;
  readonly unit?: Unit | undefined;
  readonly isApproximate: boolean;
}

/** The value of a claim or field, by the type of its property. */
export type Value =
  | { readonly type: 'text'; readonly text: LocalText }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'quantity'; readonly quantity: Quantity }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'country'; readonly code: string }
  | { readonly type: 'point'; readonly latitude: number; readonly longitude: number }
  | { readonly type: 'entity'; readonly entity: string };

/** EDTF level 1. */
export const edtfText = scalarText.refine(
  (text) => parseEdtf(text) !== undefined,
  'Expected a date such as 2015, 2016-08, 2016-08-14, 2015/2016 or 2016~',
);

/** `5000`, `{ min: 18000, max: 22000 }` or `{ share: 7, of: 27 }`. */
export const amount = z.union(
  [
    z.number().transform((value): Amount => ({ kind: 'number', value })),
    z
      .strictObject({ min: z.number().optional(), max: z.number().optional() })
      .refine(({ min, max }) => min !== undefined || max !== undefined, 'Expected min, max or both')
      .refine(
        ({ min, max }) => min === undefined || max === undefined || min <= max,
        'Expected a min that is at most max',
      )
      .transform((range): Amount => ({ kind: 'range', ...range })),
    z
      .strictObject({ share: z.number(), of: z.number().positive() })
      .transform((parts): Amount => ({ kind: 'share', ...parts })),
  ],
  { error: 'Expected a number, { min, max } or { share, of }' },
);

export const unit = z.union([z.literal('percent'), localText], {
  error: 'Expected percent or words by language such as { ar: مقاتل, en: fighters }',
});

const VALUES: Record<Exclude<PropertyType['name'], 'entity'>, z.ZodType<Value>> = {
  text: localText.transform((text): Value => ({ type: 'text', text })),
  date: edtfText.transform((date): Value => ({ type: 'date', date })),
  number: z.number({ error: 'Expected a number' }).transform((number): Value => ({ type: 'number', number })),
  quantity: z
    .union(
      [
        amount.transform((one) => ({ amount: one, unit: undefined, approximate: false })),
        z
          .strictObject({ value: amount, unit: unit.optional(), approximate: z.boolean().default(false) })
          .transform((one) => ({
            amount: one.value,
            unit: one.unit,
            approximate: one.approximate,
          })),
      ],
      { error: 'Expected a number, { min, max }, { share, of } or { value, unit }' },
    )
    .transform((one): Value => ({
      type: 'quantity',
      quantity: { amount: one.amount, unit: one.unit, isApproximate: one.approximate },
    })),
  url: z
    .url({ protocol: /^https?$/, error: 'Expected an address that begins with https://' })
    .transform((url): Value => ({ type: 'url', url })),
  country: z
    .string({ error: 'Expected a country code such as BE (in quotation marks if YAML reads it otherwise)' })
    .regex(/^[A-Z]{2}$/, 'Expected a country code of two capitals (ISO 3166-1), such as BE')
    .transform((code): Value => ({ type: 'country', code })),
  point: z
    .strictObject(
      { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) },
      { error: 'Expected { lat, lon } in degrees' },
    )
    .transform(({ lat, lon }): Value => ({ type: 'point', latitude: lat, longitude: lon })),
};

const entityValue: z.ZodType<Value> = z
  .string({ error: 'Expected an entity id such as members/belgium' })
  .regex(ENTITY_ID, 'Expected an entity id such as members/belgium')
  .transform((entity): Value => ({ type: 'entity', entity }));

/** Reads one value of a property. */
export function valueSchema(property: Property): z.ZodType<Value> {
  return property.type.name === 'entity' ? entityValue : VALUES[property.type.name];
}

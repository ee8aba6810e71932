import * as z from 'zod';

/** A text by language (BCP 47). The key `und` holds a text that is the same in every language. */
export type LocalText = Readonly<Record<string, string>>;

export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** Ids of kinds, slugs, claims, properties and measures: ASCII, lower case, never derived from another script. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `kind/slug` */
export const ENTITY_ID = /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;

const filled = z.string().trim().min(1, 'Expected some text, found nothing');

/** `{ ar: …, en: … }`, or one string for all languages. */
export const localText = z.union(
  [
    filled.transform((text): LocalText => ({ und: text })),
    z
      .record(z.string().regex(LANGUAGE, 'Expected a language such as `ar` or `en`'), filled)
      .refine((texts) => Object.keys(texts).length > 0, 'Expected a text in at least one language'),
  ],
  { error: 'Expected a text, or texts by language such as { ar: …, en: … }' },
);

/** `{ ar: …, en: … }`, by language and by nothing else: for labels, where the language decides which names are looked for. */
export const textByLanguage = z
  .record(z.string().regex(LANGUAGE, 'Expected a language such as `ar` or `en`'), filled, {
    error: 'Expected texts by language such as { ar: …, en: … }',
  })
  .refine((texts) => Object.keys(texts).length > 0, 'Expected a text in at least one language');

/** A text that YAML may have read as a number or a date: ids, years, codes. */
export const scalarText = z
  .union([z.string().trim().min(1), z.number()], { error: 'Expected a text' })
  .transform(String);

/** The text in `language`; if it has none, the language-neutral one, else the first; with the language it is really in. */
export function pickText(text: LocalText, language: string): { readonly text: string; readonly language: string } {
  const own = text[language];
  if (own !== undefined) return { text: own, language };
  const [first] = Object.entries(text).toSorted(([a], [b]) => Number(b === 'und') - Number(a === 'und'));
  return first === undefined
    ? { text: '', language }
    : { text: first[1], language: first[0] === 'und' ? language : first[0] };
}

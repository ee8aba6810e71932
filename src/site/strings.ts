import ar from './strings/ar.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };
import type { Digits } from '../schema/site-schema.ts';
import { writeDigits } from './write-digits.ts';

/** A word or sentence of the interface, or its forms by plural category (CLDR: zero, one, two, few, many, other). */
export type Message = string | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });

export type MessageKey = keyof typeof en;

export interface Strings {
  /** The language the words are really in: the site's, or English when there are none for it. */
  readonly language: string;
  /** The sentence, with `{name}` replaced. Only for values that cannot disturb the direction of the sentence. */
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string>>) => string;
  /** The form for `count`, with `{count}` replaced by the written number. */
  readonly count: (key: MessageKey, count: number) => string;
  /** A number, or a text with numbers in it, in the digits of the interface. */
  readonly number: (value: number | string) => string;
  readonly digits: Digits;
  /** All forms, for scripts that count in the browser. */
  readonly forms: (key: MessageKey) => Message;
}

/** The words of the interface by language. */
export const STRINGS: Readonly<Record<string, Readonly<Record<MessageKey, Message>>>> = { ar, en };

/** The words for a language; English where there are none. Numbers among them are in `digits`. */
export function selectStrings(language: string, digits: Digits = 'latn'): Strings {
  const own = STRINGS[language] ?? STRINGS[language.split('-')[0] ?? ''];
  const words = own ?? en;
  const actual = own === undefined ? 'en' : language;
  const rules = new Intl.PluralRules(actual);
  const numbers = new Intl.NumberFormat(`${actual}-u-nu-latn`);
  const number = (value: number | string): string => writeDigits(String(value), digits);
  const form = (message: Message, count: number): string =>
    typeof message === 'string' ? message : (message[rules.select(count)] ?? message.other);
  return {
    language: actual,
    say: (key, values = {}) => fill(form(words[key], 1), values, number),
    count: (key, count) => fill(form(words[key], count), { count: numbers.format(count) }, number),
    number,
    digits,
    forms: (key) => words[key],
  };
}

/** Values that are numbers are written as such; titles and names stay what they are. */
function fill(sentence: string, values: Readonly<Record<string, string>>, write: (number: string) => string): string {
  return sentence.replace(/\{(\w+)\}(%?)/g, (whole, name: string, sign: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return /^[\d.,]+$/.test(value) ? write(value + sign) : value + sign;
  });
}

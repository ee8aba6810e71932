import ar from './strings/ar.json' with { type: 'json' };
import en from './strings/en.json' with { type: 'json' };

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
  /** All forms, for scripts that count in the browser. */
  readonly forms: (key: MessageKey) => Message;
}

/** The words of the interface by language. */
export const STRINGS: Readonly<Record<string, Readonly<Record<MessageKey, Message>>>> = { ar, en };

/** The words for a language; English where there are none. */
export function selectStrings(language: string): Strings {
  const own = STRINGS[language] ?? STRINGS[language.split('-')[0] ?? ''];
  const words = own ?? en;
  const actual = own === undefined ? 'en' : language;
  const rules = new Intl.PluralRules(actual);
  const numbers = new Intl.NumberFormat(`${actual}-u-nu-latn`);
  const form = (message: Message, count: number): string =>
    typeof message === 'string' ? message : (message[rules.select(count)] ?? message.other);
  return {
    language: actual,
    say: (key, values = {}) => fill(form(words[key], 1), values),
    count: (key, count) => fill(form(words[key], count), { count: numbers.format(count) }),
    forms: (key) => words[key],
  };
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

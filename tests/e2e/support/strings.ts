import ar from '../../../src/site/strings/ar.json' with { type: 'json' };
import en from '../../../src/site/strings/en.json' with { type: 'json' };

export type Language = 'ar' | 'en';
type Key = { [K in keyof typeof en]: (typeof en)[K] extends string ? K : never }[keyof typeof en] & keyof typeof ar;

/** A sentence of the interface, as readers of a language see it. */
export function say(language: Language, key: Key): string {
  return (language === 'ar' ? ar : en)[key];
}

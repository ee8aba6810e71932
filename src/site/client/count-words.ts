/** Sentences by plural category, as the page carries them for its scripts. */
export type Forms = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The form for `count` in the page's language, with the number in it. */
export function countWords(forms: Forms, count: number, language: string): string {
  const form =
    typeof forms === 'string' ? forms : (forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '');
  return form.replace(
    '{count}',
    new Intl.NumberFormat(`${language}-u-nu-${document.documentElement.dataset.digits ?? 'latn'}`).format(count),
  );
}

/** A sentence of the interface by plural category. */
export type Forms = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** The form for a number, with the number in it. */
export function countWords(forms: Forms, count: number, language: string): string {
  const form =
    typeof forms === 'string' ? forms : (forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? '');
  return form.replace('{count}', writeNumber(count, language));
}

export function writeNumber(count: number, language: string): string {
  return new Intl.NumberFormat(`${language}-u-nu-${document.documentElement.dataset['digits'] ?? 'latn'}`).format(
    count,
  );
}

/** Sentences that wait in `<template data-message="…">` inside an element. */
export function readMessages(root: HTMLElement): (name: string) => string {
  return (name) =>
    root.querySelector<HTMLTemplateElement>(`template[data-message=${name}]`)?.content.textContent.trim() ?? '';
}

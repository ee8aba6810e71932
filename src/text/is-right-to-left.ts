/** Languages written from right to left in their usual script (Unicode CLDR, layout data), by their first subtag. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'mzn',
  'nqo',
  'prs',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

export function isRightToLeft(lang: string): boolean {
  const [language = '', script] = lang.split('-');
  return script === 'Arab' || script === 'Hebr' || (script !== 'Latn' && RIGHT_TO_LEFT.has(language));
}

/** The `dir` that a text of this language wants. */
export function toDirection(lang: string): 'rtl' | 'ltr' {
  return isRightToLeft(lang) ? 'rtl' : 'ltr';
}

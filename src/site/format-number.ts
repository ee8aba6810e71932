/** Digits are Latin in every language, as in the articles the numbers are read from. */
export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { maximumFractionDigits: 6 }).format(value);
}

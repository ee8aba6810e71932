/**
 * The value of digits with separators, folded to ASCII digits; `undefined` when they are no plain number (dates, versions,
 * telephone numbers, leading noughts, more digits than a number holds exactly).
 *
 * Which sign groups and which is decimal differs between countries. Groups of three after commas, or several after full
 * stops, group; so does «.000», for nobody writes a fraction that way. Any other single sign is decimal.
 */
export function parseDigits(text: string): number | undefined {
  const digits = text.replaceAll('،', ',');
  if (digits.replace(/\D/g, '').length > 15) return undefined;
  if (/^(?:0|[1-9]\d*)$/.test(digits)) return Number(digits);
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|\.000|(?:\.\d{3})+,\d{1,2})$/.test(digits)) {
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  }
  if (/^(?:0|[1-9]\d*)\.\d+$/.test(digits)) return Number(digits);
  if (/^(?:0,\d+|[1-9]\d*,\d{1,2})$/.test(digits)) return Number(digits.replace(',', '.'));
  return undefined;
}

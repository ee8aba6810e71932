import { formatQuantity as formatAmount } from '../text/format-quantity.ts';
import type { Amount, Quantity } from '../schema/value.ts';
import { inLanguage, type TextInLanguage } from './language.ts';

export interface FormattedQuantity {
  /** Words before the figure: «about», «up to». */
  readonly before: string;
  /** The digits and what stands between them, or all words of an amount without digits, such as «a third». */
  readonly figure: string;
  /** Words after the figure, where a language puts «at least» there. */
  readonly after: string;
  readonly unit: TextInLanguage | undefined;
  /** All of it as one plain text. */
  readonly plain: string;
}

/** Digits with what may stand inside a number or a range, and the sign of percent. */
const FIGURE = /^(.*?)(\d[\d.,\u2013]*%?)(.*)$/;

/**
 * A quantity in the same words as in running text, with its figure apart so that it can be drawn large, and its numbers in
 * the digits of the interface.
 */
export function formatQuantity(
  quantity: Quantity,
  language: string,
  write: (text: string) => string = (text) => text,
): FormattedQuantity {
  const { amount, unit, unitLang, after, text } = formatAmount(quantity, language);
  const [, before = '', figure = '', rest = ''] =
    (quantity.amount.kind === 'share' ? undefined : FIGURE.exec(amount)) ?? [];
  return {
    before: write(before.trim()),
    figure: write(figure === '' ? amount : figure),
    after: write(`${rest} ${after}`.trim()),
    unit: unit === '' ? undefined : inLanguage(unit, unitLang),
    plain: unit === '' ? write(text) : text.replace(amount, write(amount)),
  };
}

/** The least and greatest number that an amount may mean; a share as part of one. `undefined` where it is open. */
export function toBounds(amount: Amount): { readonly min: number | undefined; readonly max: number | undefined } {
  switch (amount.kind) {
    case 'number':
      return { min: amount.value, max: amount.value };
    case 'range':
      return { min: amount.min, max: amount.max };
    case 'share':
      return { min: amount.share / amount.of, max: amount.share / amount.of };
  }
}

import { pickText } from '../schema/local-text.ts';
import type { Amount, Quantity } from '../schema/value.ts';
import { formatNumber } from './format-number.ts';
import { inLanguage, type TextInLanguage } from './language.ts';
import type { Strings } from './strings.ts';

export interface FormattedQuantity {
  /** Words before the figure: «about», «at least», «up to». */
  readonly before: string;
  /** The digits and what stands between them; to be isolated, since digits alone take the direction of what is around. */
  readonly figure: string;
  readonly unit: TextInLanguage | undefined;
  /** All of it as one plain text. */
  readonly plain: string;
}

/** A quantity in words and Latin digits. */
export function formatQuantity({ amount, unit, isApproximate }: Quantity, language: string, strings: Strings): FormattedQuantity {
  const { before, figure } = formatAmount(amount, strings);
  const sign = unit === 'percent' ? '%' : '';
  const lead = [isApproximate ? strings.say('quantity.about') : '', before].filter(Boolean).join(' ');
  const words = unit === undefined || unit === 'percent' ? undefined : pickText(unit, language);
  const unitText = words && inLanguage(words.text, words.language);
  return {
    before: lead,
    figure: figure + sign,
    unit: unitText,
    plain: [lead, figure + sign, unitText?.text].filter(Boolean).join(' '),
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

function formatAmount(amount: Amount, strings: Strings): { readonly before: string; readonly figure: string } {
  const number = (value: number): string => formatNumber(value, strings.language);
  switch (amount.kind) {
    case 'number':
      return { before: '', figure: number(amount.value) };
    case 'share':
      return {
        before: '',
        // One part of so many is a fraction; several parts are counted out.
        figure:
          amount.share === 1
            ? `1/${number(amount.of)}`
            : strings.say('quantity.share', { share: number(amount.share), of: number(amount.of) }),
      };
    case 'range': {
      const { min, max } = amount;
      if (min !== undefined && max !== undefined) return { before: '', figure: `${number(min)}–${number(max)}` };
      if (min !== undefined) return { before: strings.say('quantity.at-least'), figure: number(min) };
      return { before: strings.say('quantity.up-to'), figure: number(max ?? 0) };
    }
  }
}

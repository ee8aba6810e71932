import { pickText } from '../schema/local-text.ts';
import type { Amount, Quantity } from '../schema/value.ts';
import { remember } from './remember.ts';

/** How a language says amounts; `{n}` is a number, `{m}` a second one. */
interface QuantityWords {
  readonly approximate: string;
  readonly least: string;
  readonly most: string;
  readonly share: string;
  /** One half, third … tenth of a whole. */
  readonly parts: readonly string[];
}

const WORDS: Readonly<Record<string, QuantityWords>> = {
  ar: {
    approximate: 'نحو {n}',
    least: '{n} على الأقل',
    most: 'ما يصل إلى {n}',
    share: '{n} من {m}',
    parts: ['النصف', 'الثلث', 'الربع', 'الخُمس', 'السُدس', 'السُبع', 'الثُمن', 'التُسع', 'العُشر'],
  },
  en: {
    approximate: 'about {n}',
    least: 'at least {n}',
    most: 'up to {n}',
    share: '{n} of {m}',
    parts: ['half', 'a third', 'a quarter', 'a fifth', 'a sixth', 'a seventh', 'an eighth', 'a ninth', 'a tenth'],
  },
};

/** Signs that every language reads. */
const SIGNS: QuantityWords = { approximate: '≈ {n}', least: '≥ {n}', most: '≤ {n}', share: '{n} / {m}', parts: [] };

/** An amount and its unit in words of a language, in two parts because only the first is a number to be isolated. */
export interface FormattedQuantity {
  /** `18,000–22,000`, `about a third`, `up to 10%` */
  readonly amount: string;
  /** `fighters`; empty when there is none. */
  readonly unit: string;
  readonly unitLang: string;
  /** Words that stand behind the unit: «على الأقل» in «5,000 شخص على الأقل»; mostly none. */
  readonly after: string;
  /** All of it in its order. */
  readonly text: string;
}

export function formatQuantity({ amount, unit, isApproximate }: Quantity, lang: string): FormattedQuantity {
  const words = WORDS[lang.split('-')[0] ?? lang] ?? SIGNS;
  const sign = unit === 'percent' ? '%' : '';
  const plain = formatAmount(amount, lang, sign, words);
  const isLeast = amount.kind === 'range' && amount.min !== undefined && amount.max === undefined;
  const [before = '', after = ''] = isLeast ? words.least.split('{n}') : [];
  const bounded = before + plain;
  const shown = isApproximate ? words.approximate.replace('{n}', bounded) : bounded;
  const picked = unit === undefined || unit === 'percent' ? { text: '', language: lang } : pickText(unit, lang);
  return {
    amount: shown,
    unit: picked.text,
    unitLang: picked.language,
    after: after.trim(),
    text: [shown, picked.text, after.trim()].filter((part) => part !== '').join(' '),
  };
}

const findFormat = remember(
  (lang) => new Intl.NumberFormat(lang, { numberingSystem: 'latn', maximumFractionDigits: 6 }),
);

/** Latin digits with thousands marked, in every language: what the number reader reads back without doubt. */
export function formatNumber(value: number, lang: string): string {
  return findFormat(lang)
    .format(value)
    .replaceAll(/[\u200E\u200F\u061C]/g, '');
}

function formatAmount(amount: Amount, lang: string, sign: string, words: QuantityWords): string {
  const number = (value: number): string => formatNumber(value, lang) + sign;
  switch (amount.kind) {
    case 'number':
      return number(amount.value);
    case 'range': {
      const { min, max } = amount;
      if (min !== undefined && max !== undefined)
        return min === max ? number(min) : `${formatNumber(min, lang)}–${number(max)}`;
      return min !== undefined ? number(min) : words.most.replace('{n}', number(max ?? 0));
    }
    case 'share': {
      const part = amount.share === 1 ? words.parts[amount.of - 2] : undefined;
      return part ?? words.share.replace('{n}', number(amount.share)).replace('{m}', number(amount.of));
    }
  }
}

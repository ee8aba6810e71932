import type { Amount } from '../schema/value.ts';

/** An amount in plain words, for messages. */
export function printAmount(amount: Amount): string {
  switch (amount.kind) {
    case 'number':
      return String(amount.value);
    case 'share':
      return `${amount.share} of ${amount.of}`;
    case 'range':
      if (amount.min === undefined) return `at most ${amount.max ?? ''}`;
      return amount.max === undefined ? `at least ${amount.min}` : `${amount.min} to ${amount.max}`;
  }
}

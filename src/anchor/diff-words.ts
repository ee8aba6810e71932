import { foldedText } from '../text/fold-text.ts';

/** A run of words that both texts have, or that is `gone` from the first, or `new` in the second. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/**
 * What must change to make `after` of `before`, word by word: a longest common subsequence. Words that differ only in
 * spelling or punctuation are the same and shown as `after` writes them. Words are joined by one space.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = toTokens(before);
  const now = toTokens(after);
  const lengths = toCommonLengths(old, now);
  const parts: { kind: DiffPart['kind']; words: string[] }[] = [];
  const push = (kind: DiffPart['kind'], token: Token | undefined): void => {
    if (token === undefined) return;
    const last = parts.at(-1);
    if (last?.kind === kind) last.words.push(token.word);
    else parts.push({ kind, words: [token.word] });
  };

  const width = now.length + 1;
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (old[i]?.key === now[j]?.key) {
      push('same', now[j]);
      i++;
      j++;
    } else if (
      j >= now.length ||
      (i < old.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      push('gone', old[i++]);
    } else {
      push('new', now[j++]);
    }
  }
  return parts.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

interface Token {
  readonly word: string;
  /** equal for words that are the same in spite of their spelling */
  readonly key: string;
}

function toTokens(text: string): Token[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => {
    const folded = foldedText(word, 'same-words').trim();
    return { word, key: folded === '' ? foldedText(word, 'same-text') : folded };
  });
}

/** `lengths[i * width + j]`: how many words the ends `old[i…]` and `now[j…]` have in common, in order. */
function toCommonLengths(old: readonly Token[], now: readonly Token[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i]?.key === now[j]?.key
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

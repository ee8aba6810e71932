import type { NumberText } from './number-amounts.ts';
import { textAt, toWordSet, toWordSetWithClitics } from './number-tokens.ts';

/** «بضعة آلاف», «several thousand»: words that make a scale vague. */
const SEVERAL = toWordSetWithClitics('بضع بضعة عدة several few many');

/** English plurals that are quantities only with «of» after them; «tens» and «scores» mean other things too. */
const ONLY_WITH_OF = toWordSet('tens scores');

/** The vague quantities of a text as token ranges `[first, next)`, outside the tokens that `isTaken` by numbers. */
export function findVague(text: NumberText, isTaken: (at: number) => boolean): { first: number; next: number }[] {
  const found: { first: number; next: number }[] = [];
  for (let at = 0; at < text.tokens.length;) {
    const next = isTaken(at) ? at : readVague(text, at, isTaken);
    if (next > at) found.push({ first: at, next });
    at = Math.max(next, at + 1);
  }
  return found;
}

/** Where the vague quantity that starts at a token ends; the token itself when none does. */
function readVague(text: NumberText, at: number, isTaken: (at: number) => boolean): number {
  const { tokens } = text;
  const isSeveral = SEVERAL.has(textAt(tokens, at));
  let next = isSeveral && isScaleOrVague(text, at + 1) ? at + 2 : isVague(text, at) ? at + 1 : at;
  if (next === at) return at;
  for (;;) {
    const following = textAt(tokens, next) === 'of' ? next + 1 : next;
    if (!isScaleOrVague(text, following) || text.words[following]?.isJoined === true || isTaken(following)) return next;
    next = following + 1;
  }
}

function isVague({ tokens, words }: NumberText, at: number): boolean {
  if (ONLY_WITH_OF.has(textAt(tokens, at))) return textAt(tokens, at + 1) === 'of';
  const meaning = words[at]?.meaning;
  return meaning?.kind === 'vague' || (meaning?.kind === 'scale' && meaning.count === 'many');
}

function isScaleOrVague(text: NumberText, at: number): boolean {
  const kind = text.words[at]?.meaning.kind;
  return kind === 'scale' || kind === 'hundred' || isVague(text, at);
}

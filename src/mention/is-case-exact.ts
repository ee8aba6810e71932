import type { Name } from './name.ts';

/** Up to this many capitals a name is an abbreviation that may spell a common word (US, IS, WHO); longer ones are not. */
const LONGEST_ABBREVIATION = 5;

/** Whether a name is found only in the case it is written in: said so by its author, or all capitals and short. */
export function isCaseExact(name: Name): boolean {
  if (name.case === 'exact') return true;
  const letters = name.text.replace(/\P{L}/gu, '');
  return letters.length <= LONGEST_ABBREVIATION && /^\p{Lu}+$/u.test(letters);
}

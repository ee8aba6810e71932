/** What English derivation adds to a stem as Porter2 leaves it: fight, fighter; terror, terrorist; deter, deterrence. */
const ENDINGS: ReadonlySet<string> = new Set([
  'er',
  'or',
  'r',
  'ion',
  'ation',
  'ment',
  'al',
  'ist',
  'ism',
  'anc',
  'enc',
  'ant',
  'ent',
  'iv',
  'ness',
  'ship',
  'age',
  'en',
]);
/** What makes of the name of a place the word for its people: Iraq, Iraqi; Europe, European. */
const ENDINGS_OF_NAMES: ReadonlySet<string> = new Set(['n', 'an', 'ean', 'ian', 'i', 'ish', 'ese']);
/** Last letters that change places: invoke and invocation, defence and defensive. */
const CHANGING: ReadonlySet<string> = new Set(['e', 'k', 'c', 'i', 'y', 's', 'z']);
/**
 * Ends of a verb's stem and of its noun's where Latin changed the consonant, with what must stand before them: decide and
 * decision, permit and permission, describe and description, succeed and success. Longer than the change itself, lest court
 * and course, plan and plant, grand and grant be kin.
 */
const CHANGED: readonly (readonly [verb: RegExp, noun: string])[] = [
  [/(?<![aeio])([aiou])d$/, '$1s'],
  [/nd$/, 'ns'],
  [/end$/, 'ent'],
  [/ert$/, 'ers'],
  [/mit$/, 'miss'],
  [/eed$/, 'ess'],
  [/uc$/, 'uct'],
  [/oy$/, 'uct'],
  [/rib$/, 'ript'],
  [/orb$/, 'orpt'],
  [/eiv$/, 'ept'],
  [/iev$/, 'ief'],
  [/ain$/, 'an'],
  [/pli$/, 'plic'],
  [/pli$/, 'pl'],
  [/ifi$/, 'if'],
];
const LEAST_COMMON = 4;

/** Whether two different English stems are of one word by derivation; names have endings of their own. Symmetric. */
export function isEnglishKin(a: string, b: string, kind: 'word' | 'name' = 'word'): boolean {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common += 1;
  if (a === b || common < LEAST_COMMON) return false;
  const [one, other] = [a.slice(common), b.slice(common)];
  if (isChanged(a, b) || isChanged(b, a)) return true;
  if (one === '' || other === '')
    return ENDINGS.has(one + other) || (kind === 'name' && ENDINGS_OF_NAMES.has(one + other));
  return CHANGING.has(one) && CHANGING.has(other);
}

function isChanged(verb: string, noun: string): boolean {
  return CHANGED.some(([end, changed]) => end.test(verb) && verb.replace(end, changed) === noun);
}

/** The letters that all kin of a stem begin with. */
export function toEnglishRoot(stem: string): string {
  return stem.slice(0, LEAST_COMMON);
}

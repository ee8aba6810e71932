import { foldName } from './fold-name.ts';

// Words after which a noun that is also a common word is a name: after «في» or «دولة» stands مالي the country, after
// «دعم» the adjective «financial». An adjective or an accusative (مالي, كوبا) hardly follows any of them.
const PREPOSITIONS = 'في فى من إلى الي على عن عبر نحو تجاه صوب باتجاه لدى مع ضد داخل خارج قرب';
/** A state speaks in the feminine: «أعلنت قطر». */
const VERBS = 'قالت أعلنت أكدت نفت دعت';
const ENGLISH =
  'in of from to into within inside outside near across throughout against ' +
  'north south east west northern southern eastern western central';
const DIRECTIONS = 'شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط';
const STATES = 'دولة جمهورية مملكة إمارة سلطنة ولاية محافظة إقليم مدينة بلدة قرية جزيرة';
const OFFICES = 'حكومة رئيس رئيسة ملك أمير سفير سفارة عاصمة شعب جيش حدود منتخب';

const WITH_CONJUNCTION = toWords(PREPOSITIONS, VERBS, ENGLISH);
/** Nouns take a preposition of one letter too: «لدولة قطر». */
const WITH_PREPOSITION = toWords(DIRECTIONS, STATES, OFFICES);

/** Whether a folded word, with or without و and ف, makes a name of a common word that directly follows it. */
export function isCueWord(folded: string): boolean {
  return [folded, folded.replace(/^[وف]/, '')].some(
    (word) =>
      WITH_CONJUNCTION.has(word) || WITH_PREPOSITION.has(word) || WITH_PREPOSITION.has(word.replace(/^[بكل]/, '')),
  );
}

function toWords(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' ').map(foldName));
}

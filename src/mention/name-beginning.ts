// The first two words of names, by which the few names that a text may hold are found among very many.
import { splitWords } from '../text/split-words.ts';
import type { Name } from './name.ts';
import { readProclitics } from './read-proclitics.ts';
import { readWordForm } from './read-word-form.ts';

/** How a name begins: its first word, folded, and the one behind it, or '' when it has but one. */
export interface Beginning {
  readonly word: string;
  readonly next: string;
}

/** How a name and the cues of its entity begin. */
export function listBeginnings({ text, cues = [] }: Pick<Name, 'text' | 'cues'>): readonly Beginning[] {
  return [text, ...cues].flatMap((one) => {
    const [word, next = ''] = splitWords(one)
      .slice(0, 2)
      .map(({ start, end }) => readWordForm(one.slice(start, end)).folded);
    return word === undefined ? [] : [{ word, next }];
  });
}

/** Every beginning that a name in this text may have, as `findMentions` reads it: no name with another one stands there. */
export function findBeginnings(text: string): readonly Beginning[] {
  const words = splitWords(text).map(({ start, end }) => readWordForm(text.slice(start, end)));
  return words.flatMap(({ folded, possessor }, at) => {
    const follower = words[at + 1];
    const nexts = [
      '',
      ...(follower ? [follower.folded] : []),
      ...(follower?.possessor ? [follower.possessor.folded] : []),
    ];
    const readings = readProclitics(folded).flatMap(({ rest }) => nexts.map((next) => ({ word: rest, next })));
    return possessor ? [...readings, { word: possessor.folded, next: '' }] : readings;
  });
}

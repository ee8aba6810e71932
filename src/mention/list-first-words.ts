import { splitWords } from '../text/split-words.ts';
import type { Name } from './name.ts';
import { readProclitics } from './read-proclitics.ts';
import { readWordForm } from './read-word-form.ts';

/**
 * The folded words that a name, or a cue of it, begins with: a text can hold it only where it has a word that
 * `listReadings` reads as one of them. By it the few names that a text may hold are found among very many.
 */
export function listFirstWords({ text, cues = [] }: Name): readonly string[] {
  return [text, ...cues].flatMap((one) => {
    const [first] = splitWords(one);
    return first === undefined ? [] : [readWordForm(one.slice(first.start, first.end)).folded];
  });
}

/** Every folded word that a written one (as `splitWords` cuts it) may be read as at the beginning of a name. */
export function listReadings(written: string): readonly string[] {
  const { folded, possessor } = readWordForm(written);
  return [...readProclitics(folded).map(({ rest }) => rest), ...(possessor ? [possessor.folded] : [])];
}

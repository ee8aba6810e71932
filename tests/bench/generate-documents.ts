// Entities of a made-up site, from a seed: names of their own, a summary, prose and facts in Arabic, a name in English. Words
// are those of tests/bench/generate-text.ts, and with every document a few that no other has, as in real texts (Heaps).
import type { SearchDocument, SearchSection } from '../../src/search/document.ts';
import { buildVocabulary, drawByRank } from './generate-text.ts';
import { startRandom, type Random } from './random.ts';

const KINDS = ['places', 'people', 'events', 'organizations'];
const LETTERS = Array.from('ابتجحدرسشصطعفقكلمنهوي');
const SOUNDS = ['ba', 'ko', 'mir', 'sal', 'tun', 'der', 'li', 'har', 'zen', 'gol', 'pra', 'nis'];
const SECTIONS = 3;
const WORDS = 36;
/** How many words a text of n words has that were not there before: proportional to the square root of n. */
const GROWTH = 800;

export interface GeneratedSite {
  readonly documents: () => Generator<SearchDocument>;
  /** Questions of one, two and three words of its texts and names, every fourth with a letter missing. */
  readonly queries: (count: number) => readonly string[];
}

/** A site of so many pages; the same for the same number. */
export function generateSite(pages: number): GeneratedSite {
  const invented = inventWords(startRandom(3), Math.round(GROWTH * Math.sqrt(pages)));
  const createWriter = (seed: number): { readonly random: Random; readonly write: (words: number) => string } => {
    const random = startRandom(seed);
    const common = drawByRank(random, buildVocabulary());
    const draw = (): string => (random.next() < 0.15 ? random.pick(invented) : common());
    return { random, write: (words) => Array.from({ length: words }, draw).join(' ') };
  };
  function* documents(): Generator<SearchDocument> {
    const { random, write } = createWriter(11);
    for (let number = 0; number < pages; number++) {
      const kind = KINDS[Math.floor((number * KINDS.length) / pages)] ?? 'places';
      const id = `${kind}/e${number}`;
      const name = `${random.pick(invented)} ${random.pick(invented)}`;
      const english = Array.from({ length: 3 }, () => random.pick(SOUNDS)).join('');
      const summary = write(12);
      const toSection = (text: string, fragment: string, lang = 'ar'): SearchSection => ({
        text,
        lang,
        fragment,
        shownIn: lang === 'ar' ? ['ar', 'en'] : [lang],
        mentions: [],
      });
      yield {
        id,
        kind,
        views: {
          ar: { href: `/${id}/`, title: name, summary, summaryLanguage: undefined },
          en: { href: `/en/${id}/`, title: english, summary, summaryLanguage: 'ar' },
        },
        names: [name, english],
        epithets: [],
        filters: { kind: [kind], year: [String(1950 + random.below(70))] },
        sections: [
          toSection(summary, ''),
          ...Array.from({ length: SECTIONS }, (_, at) => toSection(`${write(WORDS)}.`, `t${at + 1}`)),
          toSection(`السنة: ${1950 + random.below(70)}`, 'year'),
          toSection(`Year: ${1950 + random.below(70)}`, 'year', 'en'),
        ],
      };
    }
  }
  const queries = (count: number): readonly string[] => {
    const { random, write } = createWriter(23);
    return Array.from({ length: count }, (_, at) => {
      const query = at % 5 === 4 ? random.pick(invented) : write(1 + (at % 3));
      const cut = 1 + random.below(Math.max(1, query.length - 2));
      return at % 4 === 3 ? query.slice(0, cut) + query.slice(cut + 1) : query;
    });
  };
  return { documents, queries };
}

function inventWords(random: Random, count: number): readonly string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + random.below(4) }, () => random.pick(LETTERS)).join(''),
  );
}

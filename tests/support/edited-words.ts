import type { Random } from '../bench/random.ts';

/** Names of two that are alike, so that some texts name nobody for sure. */
export const LABELS: Readonly<Record<string, Record<string, string>>> = {
  'people/maryam': { ar: 'مريم', en: 'Maryam' },
  'people/amin': { ar: 'أمين', en: 'Amin' },
  'people/other-amin': { ar: 'أمين الآخر', en: 'Amin' },
  'people/unnamed': { ar: 'ليلى', en: 'Layla' },
  'places/port-sara': { ar: 'ميناء سارة', en: 'Port Sara' },
  'places/great-sea': { ar: 'البحر الكبير', en: 'The Great Sea' },
  'places/old-pier': { ar: 'الرصيف القديم', en: 'Old Pier' },
  'numbers/quay-length': { ar: 'طول الرصيف', en: 'Length of the quay' },
  'numbers/quay-again': { ar: 'طول آخر للرصيف', en: 'Length of the quay again' },
};

export const IDS = Object.keys(LABELS);

export const WORDS = ['هادئ', 'قديم', 'lamp', 'winter', '𝔄lone', 'ﷲ', 'naïve', '12 %', 'Ωmega', '漢字', '№ 7'];

/** A sentence without sense, in which names of entities stand. */
export function say(random: Random): string {
  const names = Object.values(LABELS).flatMap((label) => Object.values(label));
  const words = Array.from({ length: 3 + random.below(6) }, () => random.pick([...WORDS, ...names, ...names]));
  return `${words.join(' ')}.`;
}

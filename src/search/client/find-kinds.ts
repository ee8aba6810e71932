import { analyseText } from '../analyser/analyse-text.ts';
import type { Manifest } from '../index-files.ts';
import type { ResolvedQuery } from './resolve-query.ts';

type Word = ReturnType<typeof analyseText>[number];

/** A kind that a query names. */
export interface NamedKind {
  readonly id: string;
  /** Whether it is called so as many, as its list is, and not as one. */
  readonly isWhole: boolean;
}

/** The kinds whose name the query is, and nothing else: «الأحداث» asks for the events. */
export function findKinds(kinds: Manifest['kinds'], { terms }: Pick<ResolvedQuery, 'terms'>): readonly NamedKind[] {
  const asked = terms.flatMap(({ written }) => analyseText(written));
  if (asked.length === 0) return [];
  return Object.entries(kinds).flatMap(([id, { one, other }]): readonly NamedKind[] => {
    const many = other.map(readLabel);
    if (![...one.map(readLabel), ...many].some((words) => areSame(words, asked, shareStem))) return [];
    return [{ id, isWhole: many.some((words) => areSame(words, asked, areWrittenAlike)) }];
  });
}

function readLabel(label: string): readonly Word[] {
  return analyseText(label).filter(({ isStopWord }) => !isStopWord);
}

function areSame(one: readonly Word[], other: readonly Word[], isSame: (a: Word, b: Word) => boolean): boolean {
  return (
    one.length === other.length &&
    one.every((word, at) => {
      const twin = other[at];
      return twin !== undefined && isSame(word, twin);
    })
  );
}

function shareStem({ readings }: Word, { readings: others }: Word): boolean {
  return readings.some(({ stem }) => others.some((one) => one.stem === stem));
}

function areWrittenAlike({ bare }: Word, { bare: other }: Word): boolean {
  return bare === other;
}

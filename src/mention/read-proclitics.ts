/** One way to read a written word: as proclitics and what they are written onto. */
export interface Reading {
  /** The letters stripped, folded: '', 'و', 'ب', 'وب', … */
  readonly proclitics: string;
  /** The word of the name, folded, with the alef that «لل» swallows restored. */
  readonly rest: string;
}

/**
 * Every reading of a folded Arabic word, the least stripped first: whole; without و or ف; without ب, ك or ل; without
 * both. After ل the article loses its alef, and before another lam its lam too: «للناتو» is read as الناتو, «لليل» as
 * الليل. The article ال itself is never stripped (المالي is no Mali), nor is س, which only verbs take.
 */
export function readProclitics(word: string): Reading[] {
  const conjunction = /^[وف](?=.)/.exec(word)?.[0] ?? '';
  const readings = [{ proclitics: '', rest: word }];
  if (conjunction !== '') readings.push({ proclitics: conjunction, rest: word.slice(1) });
  readings.push(...readPreposition('', word));
  if (conjunction !== '') readings.push(...readPreposition(conjunction, word.slice(1)));
  return readings;
}

function readPreposition(before: string, word: string): Reading[] {
  const preposition = /^[بكل](?=.)/.exec(word)?.[0];
  if (preposition === undefined) return [];
  const proclitics = before + preposition;
  const readings = [{ proclitics, rest: word.slice(1) }];
  if (/^لل./.test(word)) {
    readings.push({ proclitics, rest: `ا${word.slice(1)}` }, { proclitics, rest: `ال${word.slice(1)}` });
  }
  return readings;
}

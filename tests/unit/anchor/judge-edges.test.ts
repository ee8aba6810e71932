import { expect, test } from 'vitest';
import { type Edges, judgeEdges } from '../../../src/anchor/judge-edges.ts';
import { findFigures } from '../../../src/anchor/find-figures.ts';

/** The range that stands between the bars. */
function judge(marked: string): Edges {
  const text = marked.replaceAll('|', '');
  const start = marked.indexOf('|');
  return judgeEdges({ text, figures: () => findFigures(text) }, { start, end: marked.lastIndexOf('|') - 1 });
}

test.each<[marked: string, edges: Edges]>([
  ['|الدول| السبع', 'whole'],
  ['قال «|الدول|»، ثم', 'whole'],
  // words
  ['ال|دول| السبع', 'cut'],
  ['|الد|ول السبع', 'cut'],
  ['ال|دو|ل', 'cut'],
  // «و» and «ف» before at least three letters
  ['و|الدول| السبع', 'clitic-cut'],
  ['ف|قال| نعم', 'clitic-cut'],
  ['و\u064eـ|قال| نعم', 'clitic-cut'],
  ['و|ق\u064eا\u064eل| نعم', 'clitic-cut'],
  ['و|لد| هنا', 'cut'],
  ['و|ق ا| ل', 'cut'],
  ['أو|قال| نعم', 'cut'],
  ['وا|لدول| هنا', 'cut'],
  ['س|يقول| نعم', 'cut'],
  // «ب» and «ك», also behind them, before the article
  ['ب|الدول| السبع', 'clitic-cut'],
  ['ك|الدول| السبع', 'clitic-cut'],
  ['وب|الدول| السبع', 'clitic-cut'],
  ['فك|ٱلدول| السبع', 'clitic-cut'],
  ['ب|ا\u064eل\u0652دول| السبع', 'clitic-cut'],
  ['ب|ال د| السبع', 'cut'],
  ['ب|الد ور| السبع', 'cut'],
  ['ب|الدور| السبع', 'clitic-cut'],
  ['ك|تاب|', 'cut'],
  ['ل|الدول|', 'cut'],
  ['سب|الدول|', 'cut'],
  ['بال|دولة|', 'cut'],
  ['بو|الدول|', 'cut'],
  // the end: nothing but a possessive may be left behind
  ['|Turkey|’s plan', 'clitic-cut'],
  ["|Turkey|'S plan", 'clitic-cut'],
  ["|Turkey|'sx plan", 'cut'],
  ["|Turk|ey's plan", 'cut'],
  ['و|Turkey|’s', 'clitic-cut'],
  ['و|الدول|ة', 'cut'],
  ['|الدول\u064f| السبع', 'whole'],
  ['|الدول|\u064f السبع', 'cut'],
  ['|الدول|ـ السبع', 'cut'],
  ['|الدول|\u200f السبع', 'whole'],
  ['|الدو|\u200f\u200fل', 'cut'],
  // figures
  ['بلغ |12%| منهم', 'whole'],
  ['بلغ |12|% منهم', 'cut'],
  ['بلغ 1|12%| منهم', 'cut'],
  ['بلغ |18|-22 ألفا', 'cut'],
  ['و|22| ألفا', 'whole'],
  // scripts that write no spaces
  ['中|国人|民', 'whole'],
  ['ภา|ษา|ไทย', 'whole'],
  ['ب中|国ا|', 'whole'],
  // halves of a character
  ['\ud83d|\ude00 نعم| لا', 'cut'],
  ['نعم |لا \ud83d|\ude00', 'cut'],
  ['😀|نعم|😀', 'whole'],
])('%s → %s', (marked, edges) => {
  expect(judge(marked)).toBe(edges);
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/text/split-sentences.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** The sentences of each row are what its text holds between the bars. */
const CASES: readonly (readonly [rule: string, marked: string])[] = [
  ['breaks at a stop', 'وصل الوفد.| ثم غادر.'],
  ['breaks at question and exclamation marks', 'هل وصل؟| نعم!| Really?| Yes!'],
  ['breaks at the Urdu full stop', 'یہ ایک جملہ ہے۔| یہ دوسرا ہے۔'],
  ['keeps a cluster of end marks together', 'ما هذا؟!| لا أدري!!| حقا؟؟'],
  ['breaks at two stops', 'انتهى الأمر..| ثم بدأ غيره.'],
  ['does not break at commas, semicolons or colons', 'الدول هي: بلجيكا، وكندا؛ وفرنسا; etc, end: done.'],
  ['breaks at every line break', 'عنوان بلا نقطة|\nفقرة أولى|\r\n\u2028فقرة ثانية'],
  ['breaks at a stop glued to the next Arabic word', 'مزيدا من الهجمات.|ومثلما حول داعش إستراتيجيته.'],
  ['breaks at a glued question mark', 'هل وصل؟|نعم وصل.'],
  ['breaks between a year and a glued word', 'عام 2015.|وعلى الرغم من ذلك.'],
  ['breaks between an Arabic and a Latin word', 'يسمى داعش.|ISIS is its name.'],
  ['does not break a decimal or a dotted date', 'بلغ 3.5 بالمئة في 14.7.2016 وزاد ٢.٥ نقطة.'],
  ['does not break a decimal with an unseen mark in it', 'بلغ 3.\u200f5 بالمئة.'],
  ['breaks between a number that ends a sentence and one that begins the next', 'كان ذلك عام 2015.| 7 دول شاركت.'],
  ['does not break a host name or a path', 'انظر nato.int/docs و https://example.org/a.html?x=1 للمزيد.'],
  ['does not break initials of a country', 'قالت U.S. Army إنها وصلت.'],
  ['breaks a small letter from a capital', 'It has many members.|But few came.'],
  ['breaks a year from a capital', 'It began in 2015.|But it failed.'],
  ['does not break before a small Latin letter', 'The approx. value, i.e. the mean, is low.'],
  ['does not break after an Arabic title', 'قال د. محمد علي إن أ. سعاد وصلت مع م. أحمد.'],
  ['does not break after a chain of titles', 'ألقى أ.د. محمد ورقة.| وألقت أ. م. د. سعاد أخرى.'],
  ['does not break a chain of titles glued to the name', 'ألقى أ.د.محمد ورقة.'],
  ['does not break after a Latin title', 'Dr. Smith met Mr. Jones and Prof. Lee.| They left.'],
  ['does not break after Latin initials', 'Here J. F. Kennedy spoke.'],
  ['does not break after the letter of a part', 'انظر ج. 2 من الكتاب ص. 15 أيضا.'],
  ['does not break inside an agency chain', 'وفق (أ.ف.ب) وصل الوفد.'],
  ['breaks after an era that follows a year', 'وقعت المعاهدة عام 1648 م.| وبعدها بدأ عصر.'],
  ['breaks after a Hijri year', 'ولد سنة 1400 هـ.| وتعلم في مكة.'],
  ['breaks after a year before Christ, and only at its last stop', 'مات عام 300 ق.م.| وخلفه ابنه.'],
  ['breaks after an English hour', 'It opens at 5 p.m.| He left.'],
  ['does not break after a list number', '1. المقدمة طويلة.|\n٢. الخاتمة قصيرة.|\n(3. ملحق.'],
  ['does not break after No. before a number', 'See No. 5 and vol. 2 of Jan. 3.| The answer is no.| Next.'],
  ['does not break inside a quotation that is closed', 'قال «جئت. رأيت. غلبت» ثم صمت.'],
  ['breaks behind a quotation that ends with a stop', 'قال: «انتهى الأمر.»| وخرج من القاعة.'],
  ['does not break a quotation from the comma after it', 'سأل: «هل وصل؟»، ثم صمت.'],
  ['does not break inside curly or straight quotation marks', 'He said “Go. Now.” today, and "Stop. Wait." later.'],
  ['breaks behind a straight quotation mark that closes', 'قال "انتهى الأمر."| وخرج.'],
  ['gives an opening straight quotation mark to the next sentence', 'انتهى.| "وصل الوفد" قال.'],
  ['does not break inside brackets', 'وصل (انظر الفصل الأول. وما بعده) أمس.'],
  ['does not break inside nested pairs', 'قال («نعم. (لا.) ربما. كلا») اليوم.'],
  ['breaks inside a quotation that is never closed', 'قال «جئت.| ورأيت.'],
  ['breaks inside a quotation closed too far away', `قال «جئت.| ${'ثم '.repeat(140)}عدت» أمس.`],
  ['gives right-to-left marks to the sentence they follow', 'وصل الوفد.\u200f| ثم غادر.\u200f'],
  ['does not break at an ellipsis', 'ثم قال... لا أدري… ربما .... نعم.'],
  ['breaks at an ellipsis that asks', 'حقا...؟| نعم…!| انتهى.'],
  ['leaves out what has no letter or digit', '؟؟| وصل الوفد.| |؟'],
  ['leaves out rules of stars, dashes and tatweel', 'ــــ|\n***|\nوصل الوفد|\n- – -'],
  ['keeps a sentence of digits', 'كم عددها؟| 7.'],
];

describe('splitSentences', () => {
  test.each(CASES)('%s', (_, marked) => {
    const expected = marked
      .split('|')
      .map((sentence) => sentence.trim())
      .filter((sentence) => /[[\p{L}\p{N}]--ـ]/v.test(sentence));
    expect(sentencesOf(marked.replaceAll('|', ''))).toEqual(expected);
  });

  test('finds no sentence in an empty text or in white space', () => {
    expect([splitSentences(''), splitSentences(' \n\u00a0')]).toEqual([[], []]);
  });

  test('finds the fifteen sentences of an article whose paragraphs lost their breaks', () => {
    const text = readFileSync(new URL('../../fixtures/texts/nato-against-isis.txt', import.meta.url), 'utf8');
    const edges = sentencesOf(text).map((sentence) => {
      const words = sentence.split(' ');
      return [words[0], words.at(-1)].join(' … ');
    });
    expect(edges).toEqual([
      'الهدف … العالم.',
      'وبينما … الخارج.',
      'وحذّر … الهجمات.',
      'ومثلما … لذلك.',
      'وقد … داعش.',
      'وعلى … دولة.',
      'والدول … المتحدة.',
      'هناك … داعش.',
      'لقد … العام.',
      'ووفقا … 2015.',
      'وعلى … للغرب.',
      'ووفقا … ديارهم.',
      'وفي … الغرب.',
      'لذا، … الإرهابيين.',
      'كما … وأوروبا.',
    ]);
  });

  test('gives trimmed ranges in order that hold every letter and digit', () => {
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('ابد 15.؟!…«»"()\n،\u200faB')), maxLength: 80 });
    fc.assert(
      fc.property(texts, (text) => {
        const ranges = splitSentences(text);
        const rest = ranges.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
        for (const [index, { start, end }] of ranges.entries()) {
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(start, end)).not.toContain('\n');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../src/site/format-date.ts';
import { formatQuantity } from '../../../src/site/format-quantity.ts';
import { selectStrings } from '../../../src/site/strings.ts';
import { writeDigits } from '../../../src/site/write-digits.ts';

const strings = selectStrings('ar', 'arab');

describe('digits of the interface', () => {
  test.each([
    ['18,000–22,000', '١٨٬٠٠٠–٢٢٬٠٠٠'],
    ['2.5%', '٢٫٥٪'],
    ['نحو 2016، ثم 3.', 'نحو ٢٠١٦، ثم ٣.'],
    ['بلا أرقام', 'بلا أرقام'],
  ])('write %j as %j', (latin, arabic) => {
    expect(writeDigits(latin, 'arab')).toBe(arabic);
  });

  test('are those of Persian where they are asked for', () => {
    expect(writeDigits('456', 'arabext')).toBe('۴۵۶');
  });

  test('leave every text alone where they are Latin, and nothing to write the second time elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(writeDigits(text, 'latn')).toBe(text);
        const once = writeDigits(text, 'arab');
        expect(writeDigits(once, 'arab')).toBe(once);
        expect(once).not.toMatch(/\d/);
      }),
    );
  });

  test('stand in counts, sentences, dates and quantities', () => {
    expect(strings.count('count.passages', 12_345)).toBe('١٢٬٣٤٥ فقرة');
    expect(strings.say('passage.number', { ordinal: '12' })).toBe('الفقرة ١٢');
    expect(strings.say('coverage.share', { percent: '94' })).toBe('٩٤٪');
    expect(formatDate('2016-08~', strings)).toEqual({ text: 'نحو أغسطس ٢٠١٦', machine: '2016-08' });
    expect(formatDate('-0043', strings).text).toBe('٤٤ ق.م');
    const quantity = formatQuantity(
      { amount: { kind: 'range', min: 18_000, max: 22_000 }, unit: { ar: 'مقاتل' }, isApproximate: true },
      'ar',
      strings.number,
    );
    expect(quantity).toMatchObject({ before: 'نحو', figure: '١٨٬٠٠٠–٢٢٬٠٠٠', plain: 'نحو ١٨٬٠٠٠–٢٢٬٠٠٠ مقاتل' });
  });

  test('never touch a title that a sentence names', () => {
    expect(strings.say('search.passage-title', { title: 'عام 2016', ordinal: '3' })).toBe('عام 2016، الفقرة ٣');
  });
});

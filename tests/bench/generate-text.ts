// Arabic text like that of newspapers, from a seed: words fall off in frequency as in real texts (Zipf), carry clitics and
// marks, and come with figures, quotations, Latin abbreviations, phrases that return and sentences that nearly repeat.
import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';
import { startRandom } from './random.ts';

/** The article that the vocabulary starts from. */
export const SEED_TEXT = readFileSync(new URL('../fixtures/texts/nato-against-isis.txt', import.meta.url), 'utf8');

/** Particles: the head of the curve, never with clitics. */
const PARTICLES =
  'في من على إلى أن عن مع هذا هذه التي الذي بعد قبل بين كما لا لم قد إن ما كان كانت ذلك حتى منذ خلال عند أو ثم كل غير'.split(
    ' ',
  );

const NOUNS =
  'حكومة وزارة رئيس وزير مجلس لجنة مدينة قرية منطقة محافظة حدود جيش قوات مسلحون مدنيون لاجئون عائلات أطفال نساء مواطنون اقتصاد تجارة نفط غاز كهرباء مياه زراعة محصول سوق أسعار رواتب ضرائب ميزانية مشروع شركة مصنع عمال نقابة إضراب احتجاج مظاهرة انتخابات مرشح حزب برلمان دستور قانون محكمة قاض محام جريمة سجن شرطة تحقيق تقرير دراسة جامعة مدرسة معلم طالب كتاب صحيفة قناة مذيع صحفي لقاء حوار مفاوضات اتفاق هدنة معاهدة قمة مؤتمر وفد سفير سفارة زيارة علاقة أزمة حرب معركة هجوم غارة صاروخ طائرة دبابة سفينة ميناء مطار طريق جسر قطار سيارة حادث حريق زلزال فيضان عاصفة أمطار جفاف صحراء جبل نهر بحر شاطئ جزيرة مستشفى طبيب ممرض مريض دواء لقاح وباء عدوى علاج بحث عالم مختبر تجربة اكتشاف فضاء قمر كوكب شمس طاقة بيئة مناخ غابة حيوان طائر سمكة رياضة مباراة فريق لاعب مدرب ملعب بطولة كأس فوز خسارة هدف مسرح فيلم ممثل مخرج أغنية موسيقى لوحة متحف تاريخ آثار قلعة مسجد كنيسة معبد عيد تقليد لغة شعر رواية شاعر كاتب ناشر قارئ مكتبة بيت بناء مهندس عمارة شارع ساحة حديقة مطعم فندق سائح رحلة سفر جواز تأشيرة عملة دولار مصرف قرض دين فائدة استثمار سهم بورصة ربح نمو بطالة فقر مساعدات منظمة متطوع إغاثة مخيم خيمة طعام خبز قمح أرز لحم فاكهة خضار حليب سكر ملح شاي قهوة'.split(
    ' ',
  );
const ADJECTIVES =
  'كبير صغير جديد قديم طويل قصير قوي ضعيف سريع بطيء غني فقير شمالي جنوبي شرقي غربي محلي دولي إقليمي عسكري سياسي اقتصادي اجتماعي ثقافي رسمي شعبي خاص عام سري علني مشترك مباشر مؤقت دائم خطير مهم صعب سهل واضح غامض نادر شائع سابق لاحق أخير أول وحيد شامل جزئي سنوي شهري يومي'.split(
    ' ',
  );
const VERBS =
  'قال أعلن أكد نفى أوضح أضاف ذكر كشف حذر طالب دعا رفض قبل وافق قرر أمر منع سمح بدأ انتهى استمر توقف زاد انخفض ارتفع تراجع وصل غادر عاد سافر دخل خرج فتح أغلق بنى هدم أنتج صدر استورد باع اشترى دفع خسر ربح قتل أصاب أنقذ ساعد هاجم دافع انسحب سيطر فاوض وقع ألغى أجل عقد حضر شارك غاب كتب نشر قرأ درس علم بحث وجد فقد شهد رأى سمع عرف نسي'.split(
    ' ',
  );
const LATIN = ['NATO', 'UNICEF', 'CNN', 'BBC', 'Reuters', 'Apple', 'Boeing', 'iPhone', 'COVID', 'G20'];
const COUNTED = ['شخصا', 'دولة', 'مدينة', 'جنديا', 'طفلا', 'دولارا', 'كيلومترا', 'يوما', 'طالبا', 'شركة'];

/** Distinct words in the order of their frequency: the same list for every text, so that texts share their words. */
export function buildVocabulary(): readonly string[] {
  const random = startRandom(1);
  const seedWords = SEED_TEXT.match(/[\p{L}\p{M}]+/gu) ?? [];
  const content = [
    ...seedWords.filter((word) => word.length > 3),
    ...[...NOUNS, ...ADJECTIVES].flatMap((word) => [word, `ال${word}`, `وال${word}`, `بال${word}`, `${toStem(word)}ه`]),
    ...NOUNS.flatMap((word) => [`لل${word}`, `و${word}`, `${toStem(word)}هم`, `ل${word}`, `${toStem(word)}ها`]),
    ...ADJECTIVES.flatMap((word) => [`${word}ة`, `ال${word}ة`, `${word}ين`]),
    ...VERBS.flatMap((word) => [
      word,
      `و${word}`,
      `ي${word}`,
      `ت${word}`,
      `${word}وا`,
      `${word}ت`,
      `و${word}ت`,
      `في${word}`,
    ]),
  ];
  const rest = [...new Set(content)].filter((word) => !PARTICLES.includes(word));
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [rest[at], rest[other]] = [rest[other] ?? '', rest[at] ?? ''];
  }
  return [...PARTICLES, ...rest];
}

/** «مدينة» before a pronoun: «مدينتهم». */
function toStem(word: string): string {
  return word.replace(/ة$/, 'ت');
}

/** A generated article: paragraphs of several sentences, parted by a blank line. */
export interface GeneratedText {
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** About so many words. */
export function generateText(seed: number, words: number): GeneratedText {
  const random = startRandom(seed);
  const draw = drawByRank(random, buildVocabulary());
  const phrases = Array.from({ length: 60 }, () => Array.from({ length: 4 + random.below(4) }, draw).join(' '));
  const paragraphs: string[] = [];
  const sentences: string[] = [];
  for (let count = 0; count < words;) {
    const paragraph: string[] = [];
    const size = 1 + random.below(4);
    while (paragraph.length < size) {
      const again = sentences.length > 0 && random.next() < 0.02 ? random.pick(sentences) : undefined;
      const sentence = again === undefined ? toSentence(random, draw, phrases) : touch(random, draw, again);
      paragraph.push(sentence);
      sentences.push(sentence);
      count += sentence.split(' ').length;
    }
    paragraphs.push(paragraph.join(' '));
  }
  return { text: paragraphs.join('\n\n'), paragraphs };
}

/** The word of rank n with a weight of 1 / (n + 2.7), as Mandelbrot has it. */
export function drawByRank(random: Random, vocabulary: readonly string[]): () => string {
  let sum = 0;
  const sums = vocabulary.map((_, rank) => (sum += 1 / (rank + 2.7)));
  return () => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return vocabulary[low] ?? '';
  };
}

function toSentence(random: Random, draw: () => string, phrases: readonly string[]): string {
  const words: string[] = [];
  const length = 8 + random.below(22);
  while (words.length < length) {
    const chance = random.next();
    if (chance < 0.03) words.push(...random.pick(phrases).split(' '));
    else if (chance < 0.06) words.push(toFigure(random), random.pick(COUNTED));
    else if (chance < 0.07) words.push(random.pick(LATIN));
    else if (chance < 0.09) words.push(`«${draw()} ${draw()}»`);
    else if (chance < 0.11) words.push(addMarks(random, draw()));
    else words.push(draw());
    const last = words.at(-1) ?? '';
    if (random.next() < 0.09 && words.length < length - 1 && /\p{L}$/u.test(last)) words[words.length - 1] = `${last}،`;
  }
  return `${words.join(' ')}${random.pick(['.', '.', '.', '.', '؟', '!'])}`;
}

function toFigure(random: Random): string {
  const number = 2 + random.below(998);
  switch (random.below(5)) {
    case 0:
      return `${number % 100}%`;
    case 1:
      return `${number},${String(100 + random.below(900))}`;
    case 2:
      return `${number % 50}.${1 + random.below(9)}`;
    case 3:
      return `${number} ألف`;
    default:
      return String(number);
  }
}

/** A shadda or a vowel on one of the letters. */
function addMarks(random: Random, word: string): string {
  const at = 1 + random.below(Math.max(1, word.length - 1));
  return word.slice(0, at) + random.pick(['\u064e', '\u064f', '\u0650', '\u0651']) + word.slice(at);
}

/** The same sentence with one word or figure changed. */
function touch(random: Random, draw: () => string, sentence: string): string {
  const words = sentence.split(' ');
  return words.with(random.below(words.length - 1), draw()).join(' ');
}

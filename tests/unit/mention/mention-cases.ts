import { buildNameIndex } from '../../../src/mention/build-name-index.ts';
import { findMentions, type MentionOptions } from '../../../src/mention/find-mentions.ts';
import type { Name } from '../../../src/mention/name.ts';

/** A name in the fewest words: the entity, its label, and what its author said about it. */
export const name = (entity: string, text: string, said: Partial<Name> = {}): Name => ({
  entity,
  text,
  lang: 'ar',
  ...said,
});
export const nato = name('nato', 'الناتو');
export const canada = name('canada', 'كندا');
export const turkey = name('turkey', 'Turkey');

/** Each mention as `written words → entities`. */
export const printMentions = (names: readonly Name[], text: string, options?: MentionOptions): string[] =>
  findMentions(text, buildNameIndex(names), options).map(
    ({ start, end, entities }) => `${text.slice(start, end)} → ${entities.join('|')}`,
  );

export type MentionCase = [behaviour: string, names: readonly Name[], text: string, found: string[]];

const ARABIC_WORDS_CASES: readonly MentionCase[] = [
  ['finds a label as a whole word', [nato], 'قال الناتو اليوم', ['الناتو → nato']],
  ['finds a label at both ends of the text', [canada], 'كندا كندا', ['كندا → canada', 'كندا → canada']],
  ['finds a label before and after punctuation', [canada], '«كندا»، (كندا).', ['كندا → canada', 'كندا → canada']],
  ['finds a label after a stop without a space', [nato], 'الهجمات.الناتو', ['الناتو → nato']],
  ['finds nothing inside a longer word', [name('lebanon', 'لبنان')], 'اللبناني اللبنانيين لبنانية', []],
  ['finds nothing at the beginning of a longer word', [name('mali', 'مالي')], 'ماليزيا', []],
  ['never strips bare ال', [name('mali', 'مالي'), name('syria', 'سورية')], 'المالي السورية والسورية', []],
  ['never strips س', [name('x', 'يكتب')], 'سيكتب', []],
  ['strips no pronoun from the end', [canada], 'كنداهم', []],
  ['keeps ى apart from ي', [name('ali', 'علي')], 'على العراق', []],
  ['keeps ي apart from ى', [name('mona', 'منى')], 'مني', []],
  ['keeps ؤ and ئ apart from their bearers', [name('x', 'مومن'), name('y', 'شيون')], 'مؤمن شئون مو\u0654من', []],
  ['finds the letters of an Arabic name beside Latin ones', [nato], 'الناتوNATO', ['الناتو → nato']],
  ['finds a Latin name after an Arabic article', [name('nato', 'NATO')], 'الـNATO', ['NATO → nato']],
  ['finds names with digits', [name('g7', 'مجموعة 7')], 'ومجموعة ٧ وG7', ['ومجموعة ٧ → g7']],
];

const SPELLING_CASES: readonly MentionCase[] = [
  ['sets marks aside', [canada], 'كَنَدَا', ['كَنَدَا → canada']],
  ['sets marks of the label aside', [name('canada', 'كَنَدا')], 'كندا', ['كندا → canada']],
  ['sets tatweel aside', [nato], 'النـــاتو', ['النـــاتو → nato']],
  [
    'sets zero-width and bidi characters inside a word aside',
    [nato],
    'النا\u200Fت\u200Cو',
    ['النا\u200Fت\u200Cو → nato'],
  ],
  [
    'takes all alefs for one',
    [name('eu', 'أوروبا')],
    'اوروبا إوروبا آوروبا ٱوروبا',
    ['اوروبا → eu', 'إوروبا → eu', 'آوروبا → eu', 'ٱوروبا → eu'],
  ],
  ['takes a decomposed hamza for a composed one', [name('eu', 'أوروبا')], 'ا\u0654وروبا', ['ا\u0654وروبا → eu']],
  ['takes ة for ه', [name('syria', 'سورية')], 'سوريه', ['سوريه → syria']],
  ['takes Persian letters for Arabic ones', [name('turkey', 'تركيا')], 'ترکیا', ['ترکیا → turkey']],
  ['takes presentation forms for letters', [name('lahore', 'لاهور')], 'ﻻهور', ['ﻻهور → lahore']],
  [
    'takes digits of three sets for one',
    [name('film', 'خطة 2030')],
    'خطة ٢٠٣٠، خطة ۲۰۳۰',
    ['خطة ٢٠٣٠ → film', 'خطة ۲۰۳۰ → film'],
  ],
  ['keeps other letters of the region apart', [name('x', 'كلف')], 'گلف', []],
];

const PROCLITICS_CASES: readonly MentionCase[] = [
  ['finds a name of two letters in two words only bare', [name('x', 'س ص')], 'وس ص، س ص', ['س ص → x']],
  [
    'switches off each of the letters that are listed together',
    [name('canada', 'كندا', { off: ['وف'] })],
    'وكندا فكندا وبكندا لكندا',
    ['لكندا → canada'],
  ],
  [
    'strips nothing behind the punctuation of a name',
    [name('paper', '«الوطن»')],
    '«والوطن» «الوطن»',
    ['«الوطن» → paper'],
  ],
  ['strips و', [canada], 'بلجيكا، وكندا', ['وكندا → canada']],
  ['strips ف', [canada], 'فكندا', ['فكندا → canada']],
  ['strips ب, ك and ل', [canada], 'بكندا ككندا لكندا', ['بكندا → canada', 'ككندا → canada', 'لكندا → canada']],
  ['strips both', [canada], 'وبكندا فلكندا', ['وبكندا → canada', 'فلكندا → canada']],
  ['strips no two of a kind', [canada], 'وفكندا بلكندا لوكندا', []],
  [
    'strips proclitics before ال',
    [nato],
    'والناتو بالناتو كالناتو وبالناتو',
    ['والناتو → nato', 'بالناتو → nato', 'كالناتو → nato', 'وبالناتو → nato'],
  ],
  ['reads لل as ل and ال', [nato], 'للناتو وللناتو فللناتو', ['للناتو → nato', 'وللناتو → nato', 'فللناتو → nato']],
  ['reads لل as ل and الل', [name('night', 'الليل')], 'لليل', ['لليل → night']],
  ['reads لل as ل before a name in ل', [name('lebanon', 'لبنان')], 'للبنان', ['للبنان → lebanon']],
  ['strips over marks and tatweel', [canada], 'وَبِـكندا', ['وَبِـكندا → canada']],
  ['finds a name of three letters with a proclitic', [name('egypt', 'مصر')], 'ومصر', ['ومصر → egypt']],
  ['finds a name of two letters only bare', [name('x', 'قم')], 'قم وقم بقم', ['قم → x']],
  ['counts the letters of all words of a name', [name('saud', 'آل سعود')], 'وآل سعود', ['وآل سعود → saud']],
  [
    'strips from the first word only',
    [name('alliance', 'حلف الناتو')],
    'لحلف الناتو حلف والناتو',
    ['لحلف الناتو → alliance'],
  ],
  [
    'takes ال of later words as written',
    [name('us', 'الولايات المتحدة')],
    'للولايات المتحدة الولايات متحدة',
    ['للولايات المتحدة → us'],
  ],
  [
    'strips nothing from digits or Latin words',
    [name('x', '2015', {}), turkey],
    'و2015 وTurkey',
    ['2015 → x', 'Turkey → turkey'],
  ],
  [
    'prefers the word as it stands',
    [name('lebanon', 'لبنان'), name('banan', 'بنان')],
    'لبنان وبنان لبنان',
    ['لبنان → lebanon', 'وبنان → banan', 'لبنان → lebanon'],
  ],
  ['prefers stripping less', [name('lamis', 'لميس'), name('mays', 'ميس')], 'ولميس', ['ولميس → lamis']],
  [
    'prefers the letters as written to a restored article',
    [name('lebanon', 'لبنان'), name('fingers', 'البنان')],
    'للبنان',
    ['للبنان → lebanon'],
  ],
  [
    'leaves a proclitic on when it is switched off',
    [name('hid', 'لدان', { off: ['و'] })],
    'ولدان بلدان وبلدان لدان',
    ['بلدان → hid', 'لدان → hid'],
  ],
  [
    'switches a proclitic off in all its company',
    [name('niger', 'النيجر', { off: ['ل'] })],
    'للنيجر وللنيجر والنيجر',
    ['والنيجر → niger'],
  ],
];

const coalition = name('coalition', 'التحالف الدولي');
const NAMES_OF_SEVERAL_WORDS_CASES: readonly MentionCase[] = [
  [
    'wants the punctuation of a label at its own place only',
    [name('party', 'حزب-الله اللبناني')],
    'حزب-الله اللبناني، حزب الله-اللبناني',
    ['حزب-الله اللبناني → party'],
  ],
  ['finds no name over a blank line that holds white space', [name('alliance', 'حلف الناتو')], 'حلف\n \t\nالناتو', []],
  [
    'takes any white space between the words',
    [coalition],
    'التحالف\u00A0الدولي التحالف \n الدولي',
    ['التحالف\u00A0الدولي → coalition', 'التحالف \n الدولي → coalition'],
  ],
  [
    'takes bidi marks between the words',
    [coalition],
    'التحالف\u200F \u200Eالدولي',
    ['التحالف\u200F \u200Eالدولي → coalition'],
  ],
  ['takes no punctuation between the words', [coalition], 'التحالف، الدولي. التحالف-الدولي', []],
  ['runs over no blank line', [coalition], 'التحالف\n\nالدولي', []],
  [
    'takes the label’s own punctuation',
    [name('kbl', 'كوسوفو - صربيا')],
    'كوسوفو - صربيا، كوسوفو – صربيا',
    ['كوسوفو - صربيا → kbl', 'كوسوفو – صربيا → kbl'],
  ],
  [
    'takes white space for the label’s own punctuation',
    [name('juncker', 'جان-كلود')],
    'جان-كلود وجان كلود وجان، كلود',
    ['جان-كلود → juncker', 'وجان كلود → juncker'],
  ],
  [
    'takes quotation marks of any shape',
    [name('op', 'عملية "العزم"')],
    'عملية «العزم» ثم عملية العزم',
    ['عملية «العزم» → op'],
  ],
  ['parts nothing that the label joins', [name('g7', 'G7')], 'G7 G 7', ['G7 → g7']],
  [
    'finds the longest label',
    [nato, name('alliance', 'حلف الناتو'), name('force', 'قوة حلف الناتو')],
    'قوة حلف الناتو وحلف الناتو',
    ['قوة حلف الناتو → force', 'وحلف الناتو → alliance'],
  ],
  [
    'finds no name inside a longer one',
    [name('obama', 'أوباما'), name('admin', 'إدارة أوباما')],
    'لإدارة أوباما وأوباما',
    ['لإدارة أوباما → admin', 'وأوباما → obama'],
  ],
  [
    'prefers a longer name with proclitics to a shorter one without',
    [name('x', 'بحر'), name('y', 'حر طليق')],
    'بحر طليق',
    ['بحر طليق → y'],
  ],
  [
    'falls back to the part that stands there',
    [nato, name('force', 'الناتو الجديد')],
    'الناتو القديم',
    ['الناتو → nato'],
  ],
  [
    'goes from the left when names overlap',
    [name('ab', 'دولة قطر'), name('bc', 'قطر الكبرى اليوم')],
    'دولة قطر الكبرى اليوم',
    ['دولة قطر → ab'],
  ],
  [
    'begins again inside a name that broke off',
    [name('long', 'حلف شمال الأطلسي'), name('north', 'شمال أفريقيا')],
    'حلف شمال أفريقيا',
    ['شمال أفريقيا → north'],
  ],
];

const us = name('us', 'U.S.');
const LATIN_NAMES_CASES: readonly MentionCase[] = [
  ['wants a capital at the beginning', [turkey], 'tUrkey', []],
  ['wants the punctuation around a label', [name('net', '.NET')], 'NET .NET -NET', ['.NET → net']],
  ['finds a label with its punctuation at the very start', [name('net', ' .NET')], '.NET', ['.NET → net']],
  ['sets white space behind the punctuation of a label aside', [name('y', 'Yahoo! ')], 'Yahoo!, Yahoo', ['Yahoo! → y']],
  ['wants a closing bracket behind a last stop', [name('us', '(U.S.)')], '(U.S. troops) (U.S.)', ['(U.S.) → us']],
  [
    'keeps to the case of a Latin word behind an Arabic one with a proclitic',
    [name('nato', 'حلف NATO', { case: 'exact' })],
    'وحلف NATO وحلف nato',
    ['وحلف NATO → nato'],
  ],
  [
    'finds a Latin name before an address of another word',
    [name('nato', 'NATO')],
    'NATO @user NATO _x',
    ['NATO → nato', 'NATO → nato'],
  ],
  [
    'finds an Arabic name before and behind what would continue a Latin one',
    [canada],
    'كندا_كندا كندا.ca كندا@x',
    ['كندا → canada', 'كندا → canada', 'كندا → canada', 'كندا → canada'],
  ],
  ['finds an Arabic name glued to Latin initials', [canada], 'كنداX X.كندا', ['كندا → canada', 'كندا → canada']],
  [
    'tells an initial before an abbreviation from one inside it',
    [us],
    'A U.S. ship, ships.U.S. Army, A.U.S., U.S.A',
    ['U.S. → us', 'U.S. → us'],
  ],
  ['finds an abbreviation glued to an Arabic letter or a digit', [us], 'U.S.و U.S.5', ['U.S. → us', 'U.S. → us']],
  ['finds a name written with its capital', [turkey], 'Turkey and TURKEY', ['Turkey → turkey', 'TURKEY → turkey']],
  ['needs the capital that the name has', [turkey], 'a turkey', []],
  [
    'needs the capital of every word that has one',
    [name('isis', 'Islamic State')],
    'the Islamic State, an Islamic state',
    ['Islamic State → isis'],
  ],
  [
    'needs no capital where the name has none',
    [name('peace', 'peace of Westphalia')],
    'Peace Of Westphalia',
    ['Peace Of Westphalia → peace'],
  ],
  [
    'needs the case of short abbreviations',
    [name('usa', 'US'), name('who', 'WHO')],
    'US us Us, who WHO',
    ['US → usa', 'WHO → who'],
  ],
  ['needs no case of longer abbreviations', [name('unicef', 'UNICEF')], 'Unicef unicef', ['Unicef → unicef']],
  [
    'needs the case that the author asks for',
    [name('apple', 'iPhone', { case: 'exact' })],
    'iPhone IPhone',
    ['iPhone → apple'],
  ],
  [
    'sets accents aside',
    [name('erdogan', 'Erdoğan')],
    'Erdogan Erdog\u0306an',
    ['Erdogan → erdogan', 'Erdog\u0306an → erdogan'],
  ],
  [
    "leaves 's out",
    [turkey],
    "Turkey's, Turkey’s, TURKEY'S",
    ['Turkey → turkey', 'Turkey → turkey', 'TURKEY → turkey'],
  ],
  [
    "leaves 's out after the last of several words",
    [name('us', 'United States')],
    'the United States’s',
    ['United States → us'],
  ],
  ["leaves 's out of abbreviations", [name('nato', 'NATO')], "NATO's Nato's", ['NATO → nato']],
  ["keeps the 's of a name", [name('moody', 'Moody'), name('moodys', "Moody's")], 'Moody’s', ['Moody’s → moodys']],
  ["goes on over no 's", [name('x', 'Turkey army')], "Turkey's army", []],
  ['leaves a plural apostrophe out', [name('us', 'United States')], "the United States' army", ['United States → us']],
  ['takes the last stop of an abbreviation', [us], 'the U.S. army, the U.S.', ['U.S. → us', 'U.S. → us']],
  ['does without the last stop', [us], 'the U.S army', ['U.S → us']],
  ["leaves 's out after the last stop", [us], "the U.S.'s", ['U.S. → us']],
  ['finds no abbreviation inside a longer one', [us], 'U.S.A. and A.U.S.', []],
  ['finds an abbreviation before a sentence without a space', [us], 'the U.S.But', ['U.S. → us']],
  ['needs punctuation that is part of the name', [name('cpp', 'C++')], 'C++ and C', ['C++ → cpp']],
  ['finds names joined by hyphens', [name('nato', 'NATO')], 'NATO-led, non-NATO', ['NATO → nato', 'NATO → nato']],
  ['finds no name in a domain or an address', [name('nato', 'NATO')], 'www.NATO.int NATO@example.org X_NATO', []],
  ['finds a name at a lost space', [name('nato', 'NATO')], 'NATO.But', ['NATO → nato']],
  ['finds nothing inside a longer word', [name('oman', 'Oman')], 'Romans Omani', []],
];

const mali = name('mali', 'مالي', { common: true });
const chad = name('chad', 'Chad', { lang: 'en', common: true });
const COMMON_WORDS_CASES: readonly MentionCase[] = [
  ['finds nothing without a cue', [mali], 'دعم مالي ومالي بشكل مالي', []],
  [
    'finds the name after a preposition',
    [mali],
    'في مالي، ومن مالي، إلى مالي',
    ['مالي → mali', 'مالي → mali', 'مالي → mali'],
  ],
  [
    'finds the name after a noun of state',
    [mali],
    'لدولة مالي وحكومة مالي وشمالي مالي',
    ['مالي → mali', 'مالي → mali', 'مالي → mali'],
  ],
  ['finds the name after a verb of saying', [mali], 'وأعلنت مالي', ['مالي → mali']],
  ['finds nothing when the cue is parted from it', [mali], 'في، مالي في\n\nمالي في دعم مالي', []],
  ['finds nothing with a proclitic', [mali], 'من بمالي', []],
  [
    'finds the name by a cue of its own, with proclitics too',
    [{ ...mali, cues: ['باماكو'] }],
    'دعم لمالي من باماكو',
    ['لمالي → mali'],
  ],
  ['finds an English name after a preposition', [chad], 'Chad is in Chad', ['Chad → chad']],
  [
    'leaves the other names of the entity free',
    [mali, name('mali', 'جمهورية مالي')],
    'جمهورية مالي',
    ['جمهورية مالي → mali'],
  ],
  ['leaves the place to a name that needs no cue', [mali, name('finance', 'مالي')], 'دعم مالي', ['مالي → finance']],
];

/** Two that share a name, each with its cues. */
export const houthiCoalition = name('a', 'التحالف', { cues: ['الحوثيين'] });
export const isisCoalition = name('b', 'التحالف', { cues: ['داعش', 'الحرب على الإرهاب'] });
const NAMES_OF_SEVERAL_ENTITIES_CASES: readonly MentionCase[] = [
  ['lists all of them, sorted', [isisCoalition, houthiCoalition], 'قال التحالف', ['التحالف → a|b']],
  ['says so for the name with proclitics', [houthiCoalition, isisCoalition], 'للتحالف', ['للتحالف → a|b']],
  ['keeps the one whose cue stands in the text', [houthiCoalition, isisCoalition], 'قصف التحالف داعش', ['التحالف → b']],
  [
    'knows a cue with proclitics and of several words',
    [houthiCoalition, isisCoalition],
    'للتحالف والحرب على الإرهاب',
    ['للتحالف → b'],
  ],
  ['keeps all when several have a cue', [houthiCoalition, isisCoalition], 'التحالف وداعش والحوثيين', ['التحالف → a|b']],
  [
    'lists one entity once though it bears the name twice',
    [name('a', 'سورية'), name('a', 'سوريه')],
    'سورية',
    ['سورية → a'],
  ],
  [
    'prefers a name to a demonym',
    [name('turks', 'التركية', { demonym: true }), name('turkish', 'التركية')],
    'التركية',
    ['التركية → turkish'],
  ],
  [
    'tells names apart by their case',
    [name('us', 'US'), name('pronoun', 'us')],
    'US us',
    ['US → pronoun|us', 'us → pronoun'],
  ],
];

const STRANGE_NAMES_CASES: readonly MentionCase[] = [
  [
    'takes words of the language of programs for words',
    [name('p', '__proto__'), name('c', 'constructor')],
    '__proto__ constructor toString',
    ['__proto__ → p', 'constructor → c'],
  ],
  ['finds nothing for a name without letters', [name('x', '…'), name('y', '')], '… text', []],
  ['finds names in other scripts', [name('moscow', 'Москва')], 'Москва, москва', ['Москва → moscow']],
  ['finds nothing in an empty text', [nato], '', []],
  ['finds nothing without names', [], 'الناتو', []],
  [
    'keeps two marks of two names from overlapping',
    [name('y', 'Yahoo!'), name('k', '!Kung')],
    'Yahoo!Kung',
    ['Yahoo! → y'],
  ],
];

/** What is found in which text, by what it shows. */
export const MENTION_CASES = {
  'Arabic words': ARABIC_WORDS_CASES,
  spelling: SPELLING_CASES,
  proclitics: PROCLITICS_CASES,
  'names of several words': NAMES_OF_SEVERAL_WORDS_CASES,
  'Latin names': LATIN_NAMES_CASES,
  'common words': COMMON_WORDS_CASES,
  'names of several entities': NAMES_OF_SEVERAL_ENTITIES_CASES,
  'strange names': STRANGE_NAMES_CASES,
} as const;

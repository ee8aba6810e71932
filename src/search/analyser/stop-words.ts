import { toNormalForm } from './normal-form.ts';

const WORDS = `
ال في من على إلى عن مع هو هي هم هما هن أنا نحن ما ماذا لماذا هل كم من متى أين كيف أن إن أنه أنها إنه إنها أو أم ثم قد لقد لا لم لن
هذا هذه ذلك تلك هؤلاء التي الذي الذين اللذين اللتين اللاتي كان كانت يكون تكون بين كل أي أية إذ إذا حتى كما لكن لكنه بل عند لدى لدي
به بها بهم له لها لهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها عنهم وهو وهي وفي ومن وعلى وإلى وعن ومع
وأن وإن ولا ولم وقد فقد فإن بأن لأن كي لكي منذ خلال بعد قبل حول ليس ليست هناك هنا ذات ذا وكان وكانت ومما مما بما فيما عما وما كذلك
أيضا جدا بعض غير سوى نحو
the a an of in on at to and or is are was were be been what which who whom whose how many much did does do has have had by for from
with as it its this that these those their they he she his her not no but than then there when where why into about over under out
`;

/** Words that carry no subject of their own, in normal form: they hold their place in the index but are not in it. */
const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean).map(toNormalForm));

export function isStopWord(normal: string): boolean {
  return STOP_WORDS.has(normal);
}

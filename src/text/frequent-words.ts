/**
 * Words so frequent in running text that no name may be one of them alone: particles, pronouns and prepositions of
 * Arabic and English. A closed class, so the list is short and does not depend on a corpus.
 */
export const FREQUENT_WORDS: readonly string[] = [
  ...'من في على علي إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن إن أن ان كان كانت هو هي هم كما قد بعد قبل بين كل غير أو ثم حتى عند منذ إذ إذا لكن بل أي ليس مثل حول خلال ضد نحو أمام تحت فوق دون سوى منها فيها عليها إليه به له لها'.split(
    ' ',
  ),
  ...'the of and in to for with on at by from as is are was were be been it its this that these those he she they we you his her their our not no but or if so than then when where who which what all any some more most other into over after before between under about can may will would could should must has have had do does did one two'.split(
    ' ',
  ),
];

/**
 * Roots of which a letter comes and goes: hollow (عاد, يعود, عودة), doubled (حرر, تحرير), with a hamza at the head (أثر, يؤثر,
 * تأثير), defective (دعا, يدعو). Their skeletons are too short to tell one word from another, so their forms are listed.
 */
interface WeakRoot {
  /** Shapes of stems, with the sure letters of the root as groups. */
  readonly shapes: readonly RegExp[];
  /** The forms by their sure letters. */
  readonly list: (a: string, b: string) => readonly string[];
}

/** A letter that neither comes nor goes. */
const SURE = '([^اويء])';

const ROOTS: readonly WeakRoot[] = [
  {
    // A middle و: يعود, عودة, قائد; يخاف, خوف.
    shapes: toShapes(['CوC', '[يتن]CوC', 'CاءC', 'CاC', 'يCاC']),
    list: (a, b) => [`${a}ا${b}`, `${a}و${b}`, `ي${a}و${b}`, `ت${a}و${b}`, `${a}اء${b}`, `ا${a}ا${b}`, `ي${a}ا${b}`],
  },
  // Of its nouns one more: خوف and مخاوف. What has an ا elsewhere is of another verb (قام, مقاومة).
  { shapes: toShapes(['CوC']), list: (a, b) => [`م${a}او${b}`] },
  { shapes: toShapes(['مCاوC']), list: (a, b) => [`${a}و${b}`] },
  {
    // A middle ي: يزيد, زيادة, زائر.
    shapes: toShapes(['CيC', '[يتن]CيC', 'CياC', 'CاءC', 'CاC']),
    list: (a, b) => [`${a}ا${b}`, `${a}ي${b}`, `ي${a}ي${b}`, `ت${a}ي${b}`, `${a}يا${b}`, `${a}اء${b}`],
  },
  ...['و', 'ي'].map((middle): WeakRoot => ({
    // A middle letter that stays behind an ا: قاوم, يقاوم, مقاومة; ساير, مسايرة.
    shapes: toShapes([`Cا${middle}C`, `[يتنم]Cا${middle}C`]),
    list: (a, b) => ['', 'ي', 'ت', 'م'].map((before) => `${before}${a}ا${middle}${b}`),
  })),
  {
    // The last letter twice: يهدد, تهديد, مهدد.
    shapes: toShapes(['CC=', '[يتنم]CC=', 'تCCي=']),
    list: (a, b) => ['', 'ي', 'ت', 'م'].map((before) => `${before}${a}${b}${b}`).concat(`ت${a}${b}ي${b}`),
  },
  {
    // A hamza at the head: أثر, يؤثر, تأثير, مؤثر.
    shapes: toShapes(['[اء]CC', '[يتنم][اء]CC', 'ت[اء]CيC']),
    list: (a, b) => [
      ...['', 'ي', 'م', 'ت'].flatMap((before) => [`${before}ا${a}${b}`, `${before}ء${a}${b}`]),
      `تا${a}ي${b}`,
    ],
  },
  {
    // A last letter that is weak: دعا, يدعو, دعوة; بنى, يبني, بناء.
    shapes: toShapes(['CC[اوي]', '[يتن]CC[اوي]', 'CCاء']),
    list: (a, b) =>
      ['ا', 'و', 'ي', 'اء'].map((end) => a + b + end).concat(['و', 'ي', 'ا'].map((end) => `ي${a}${b}${end}`)),
  },
];

/** Other stems that words of the same weak root may have; none for stems of sure roots. */
export function listWeakForms(stem: string): readonly string[] {
  const forms = ROOTS.flatMap(({ shapes, list }) =>
    shapes.flatMap((shape) => {
      const [, a, b] = shape.exec(stem) ?? [];
      return a === undefined || b === undefined ? [] : list(a, b);
    }),
  );
  return [...new Set(forms)].filter((form) => form !== stem);
}

/** C is a sure letter, = the second of them once more. */
function toShapes(shapes: readonly string[]): readonly RegExp[] {
  return shapes.map((shape) => new RegExp(`^${shape.replaceAll('C', SURE).replace('=', '\\2')}$`, 'u'));
}

/** A small site about a river, in Arabic and English, in which every kind of link occurs. */
export const SMALL_CORPUS: Readonly<Record<string, string>> = {
  'site.yaml': `
title: { ar: أنهار, en: Rivers }
description: { ar: أنهار وما كُتب عنها, en: Rivers and what is written about them }
languages: [ar, en]
url: https://rivers.example/
measures:
  length: { ar: الطول, en: Length }
kinds:
  rivers:
    base: place
    label: { ar: { one: نهر, other: أنهار }, en: { one: River, other: Rivers } }
    properties:
      flows-into: { type: entity(seas), many: true, label: { ar: يصب في, en: Flows into } }
      note: { type: text, many: true, label: { ar: ملاحظة, en: Note } }
  seas:
    base: place
    label: { ar: { one: بحر, other: بحار }, en: { one: Sea, other: Seas } }
  statistics:
    base: statistic
    label: { ar: { one: إحصاء, other: إحصاءات }, en: { one: Statistic, other: Statistics } }
`,
  'articles/journey.mdx': `---
title: { ar: رحلة النهر, en: The journey of the river }
lang: ar
---
ينبع نهر النيل من قلب **إفريقيا** ثم يجري شمالا، وللنيل روافد كثيرة. ويبلغ طول النهر 6650 كيلومترا كما تقول [الخرائط](https://maps.example).

- يصب النيل في البحر المتوسط بعد رحلة طويلة.
- وفي البحر المتوسط تلتقي مياه كثيرة.

> قال الرحالة إن «النيل هبة لا تنتهي» لمن يسكن على ضفافه.
`,
  'articles/survey.mdx': `---
title: { en: A survey }
lang: en
---
The Nile reaches the Mediterranean after 6,650 kilometres. Its *delta & mouth* are wide.

Nobody has measured the Danube here.
`,
  'rivers/nile.mdx': `---
label: { ar: النيل, en: Nile }
aliases: { ar: [نهر النيل], en: [the Nile River] }
claims:
  - id: mouth
    property: flows-into
    value: seas/mediterranean
    evidence:
      - { article: journey, quote: يصب النيل في البحر المتوسط بعد رحلة طويلة }
      - { article: survey, quote: The Nile reaches the Mediterranean after }
  - id: gift
    property: note
    value: { ar: هبة, en: a gift }
    status: contested
    evidence:
      - { article: journey, quote: إن «النيل هبة لا تنتهي» لمن يسكن }
  - id: two-blocks
    property: note
    value: { ar: رحلة, en: a journey }
    evidence:
      - { article: journey, quote: "بعد رحلة طويلة.\\nوفي البحر المتوسط تلتقي" }
---
يصب النيل في البحر المتوسط <Cite claim="mouth" />، وطوله <Stat id="statistics/length-of-nile" />.

<Quote claim="gift" />

{/* lang: en */}

The river flows into <Entity id="seas/mediterranean">that sea</Entity> <Cite claim="mouth" />.
`,
  'rivers/danube.mdx': `---
label: { ar: الدانوب, en: Danube }
---
نهر آخر لا يصب في البحر المتوسط.
`,
  'seas/mediterranean.mdx': `---
label: { ar: البحر المتوسط, en: Mediterranean }
---
يصب فيه النيل.
`,
  'statistics/length-of-nile.mdx': `---
label: { ar: طول النيل, en: Length of the Nile }
value: 6650
unit: { ar: كيلومتر, en: kilometres }
asOf: unknown
measure: length
evidence:
  - { article: journey, quote: ويبلغ طول النهر 6650 كيلومترا كما تقول الخرائط }
---
`,
  'pages/about.mdx': `---
title: عن الموقع
---
موقع عن النيل والبحر المتوسط، انظر [النهر](/rivers/nile/).
`,
  'pages/about.en.mdx': `---
title: About
---
A site about the Nile.
`,
};

/** A small site about harbours in which everything occurs that pictures draw. */
export const PICTURE_CORPUS: Readonly<Record<string, string>> = {
  'site.yaml': `
title: { en: Harbours, ar: موانئ }
description: { en: Harbours, ar: موانئ }
languages: [en, ar]
url: https://harbours.example/
kinds:
  harbours:
    base: place
    label: { en: { one: Harbour, other: Harbours }, ar: { one: ميناء, other: موانئ } }
    properties:
      lies-in: { type: country, label: { en: Lies in, ar: يقع في } }
      position: { type: point, label: { en: Position, ar: الموقع } }
      opened: { type: date, many: true, label: { en: Opened, ar: افتُتح } }
      trades-with: { type: entity(harbours), many: true, label: { en: Trades with, ar: يتاجر مع } }
      note: { type: text, many: true, label: { en: Note, ar: ملاحظة } }
  lands:
    base: place
    label: { en: { one: Land, other: Lands }, ar: { one: بلد, other: بلدان } }
    properties:
      iso: { type: country, label: { en: Code, ar: الرمز } }
`,
  'articles/coast.mdx': `---
title: { en: The coast, ar: الساحل }
lang: en
published: 1900
---
Aden trades with Basra. Basra opened in 1700 and Aden opened about 1850.

Cadiz was a port from 1717 on. Aden saw Cadiz.
`,
  'harbours/aden.mdx': `---
label: { en: Aden, ar: عدن }
lies-in: YE
position: { lat: 12.8, lon: 45 }
claims:
  - { id: trade, property: trades-with, value: harbours/basra, evidence: [{ article: coast, quote: Aden trades with Basra }] }
  - { id: opened, property: opened, value: "1850~", evidence: [{ article: coast, quote: Aden opened about 1850 }] }
  - { id: opened-early, property: opened, value: "1799", status: retracted }
---
`,
  'harbours/basra.mdx': `---
label: { en: Basra, ar: البصرة }
lies-in: IQ
claims:
  - { id: opened, property: opened, value: "1700", evidence: [{ article: coast, quote: Basra opened in 1700 }] }
---
`,
  'harbours/cadiz.mdx': `---
label: { en: Cadiz, ar: قادس }
lies-in: ES
claims:
  - id: port
    property: note
    value: { en: a port, ar: ميناء }
    qualifiers: { from: 1717 }
    evidence: [{ article: coast, quote: Cadiz was a port from 1717 on }]
---
`,
  'lands/spain.mdx': `---
label: { en: Spain, ar: إسبانيا }
iso: ES
---
`,
  'lands/nowhere.mdx': `---
label: { en: Nowhere, ar: اللامكان }
iso: ZZ
---
`,
};

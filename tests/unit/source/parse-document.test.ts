import { describe, expect, test } from 'vitest';
import { toDocumentId } from '../../../src/source/document.ts';
import { findRole, parseDocument } from '../../../src/source/parse-document.ts';
import { findPoint } from '../../../src/source/places.ts';
import { parseSite } from '../../../src/source/parse-site.ts';

const SITE = `
title: Rivers
description: Rivers
languages: [ar, en]
url: https://rivers.example/
kinds:
  rivers:
    base: place
    label: { en: { one: River, other: Rivers } }
    properties:
      length: { type: number, label: { en: Length } }
      mouth: { type: entity, many: true, label: { en: Mouth } }
  constructor:
    base: concept
    label: { en: { one: C, other: Cs } }
`;
const reading = parseSite([{ path: 'site.yaml', text: SITE }]);
if (reading.status === 'refused') throw new Error(reading.diagnostics[0]?.message);
const { site } = reading;

describe('a file is what its path says', () => {
  test.each([
    ['articles/a.mdx', { role: 'article', slug: 'a' }],
    ['rivers/blue-nile.mdx', { role: 'entity', slug: 'blue-nile', kind: { id: 'rivers' } }],
    ['constructor/constructor.mdx', { role: 'entity', slug: 'constructor', kind: { id: 'constructor' } }],
    ['pages/about.mdx', { role: 'page', slug: 'about', lang: 'ar' }],
    ['pages/about.en.mdx', { role: 'page', slug: 'about', lang: 'en' }],
  ])('%s', (path, role) => {
    expect(findRole(path, site)).toMatchObject(role);
  });

  test.each([
    ['a.mdx', 'file-misplaced', 'Move the file into one of them.'],
    ['rivers/deep/a.mdx', 'file-misplaced', 'Move or rename the file.'],
    ['rivers/a.txt', 'file-misplaced', 'Move or rename the file.'],
    ['river/a.mdx', 'kind-unknown', 'Did you mean `rivers/`? If not, declare the kind in site.yaml.'],
    ['toString/a.mdx', 'kind-unknown', 'Move the file, or declare the kind in site.yaml.'],
    ['rivers/A.mdx', 'slug-malformed', 'Rename the file, for example to `a.mdx`.'],
    ['rivers/Río Tinto.mdx', 'slug-malformed', 'Rename the file, for example to `rio-tinto.mdx`.'],
    ['rivers/نهر.mdx', 'slug-malformed', 'Rename the file, for example to `some-name.mdx`.'],
    ['rivers/a.en.mdx', 'slug-malformed', 'Rename the file, for example to `a-en.mdx`.'],
    ['rivers/.mdx', 'slug-malformed', 'Rename the file, for example to `some-name.mdx`.'],
    ['pages/about.ar.mdx', 'slug-malformed', 'Rename the file to `about.mdx`.'],
    ['pages/about.fr.mdx', 'language-unknown', 'Rename the file, or add the language to `languages` in site.yaml.'],
    ['pages/about.en.old.mdx', 'slug-malformed', 'Rename the file, for example to `about-en-old.mdx`.'],
  ])('%s is refused', (path, code, fix) => {
    const role = findRole(path, site);
    expect(role.role === 'refused' && [role.diagnostic.code, role.diagnostic.fix]).toEqual([code, fix]);
  });
});

describe('a document', () => {
  const parse = (path: string, text: string): ReturnType<typeof parseDocument> => parseDocument({ path, text }, site);

  test('is its data with places, and its body as a tree on the lines of the file', () => {
    const { document, tree, diagnostics } = parse(
      'rivers/nile.mdx',
      '---\nlabel: { en: Nile }\nlength: 6650\n---\nWords.\n',
    );
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({
      type: 'entity',
      kind: 'rivers',
      slug: 'nile',
    });
    expect(findPoint(document?.places ?? '', 'length')).toEqual({ line: 3, column: 9 });
    expect(document && toDocumentId(document)).toBe('rivers/nile');
    expect(tree?.children[0]?.position?.start).toMatchObject({ line: 5, column: 1 });
  });

  test('with a claim that is wrong keeps the others, and remembers that the wrong one exists', () => {
    const claims = ['a', 'b', 'c'].map(
      (id, at) =>
        `  - { id: ${id}, property: ${at === 1 ? 'lenght' : 'length'}, value: ${at === 2 ? 'long' : '5'}, status: unsourced }`,
    );
    const { document, diagnostics } = parse(
      'rivers/nile.mdx',
      `---\nlabel: { en: Nile }\nclaims:\n${claims.join('\n')}\n---\n`,
    );
    expect(diagnostics.map(({ code, place }) => [code, place.point?.line])).toEqual([
      ['property-unknown', 5],
      ['field-value', 6],
    ]);
    expect(document?.type === 'entity' && document.claims.map(({ id }) => id)).toEqual(['a']);
    expect(document?.type === 'entity' && document.refusedClaims).toEqual(['b', 'c']);
  });

  test('tells what is wrong in its front matter and in its body at once', () => {
    const { document, tree, diagnostics } = parse('rivers/nile.mdx', '---\nlabl: x\n---\nWords {1}.\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['field-missing', 'field-unknown', 'vocabulary-forbidden']);
    expect([document, tree]).toEqual([undefined, undefined]);
  });

  test('needs a label that some reader of the site can read', () => {
    expect(parse('rivers/nile.mdx', '---\nlabel: { fr: Nil }\n---\n').diagnostics).toMatchObject([
      { code: 'field-missing', place: { point: { line: 2 } } },
    ]);
    expect(parse('rivers/nile.mdx', '---\nlabel: { fr: Nil, en: Nile }\n---\n').diagnostics).toEqual([]);
  });

  test('that is a free page may hold code, and fields of its own', () => {
    const { document, diagnostics } = parse(
      'pages/about.mdx',
      `---\ntitle: T\nlayout: wide\n---\nimport A from './a.astro'\n\n<A x={1} /> {2}\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ type: 'page', lang: 'ar', matter: { title: 'T' } });
  });
});

describe('site.yaml', () => {
  const codes = (text: string): unknown[] => {
    const read = parseSite([{ path: 'site.yaml', text }]);
    return read.status === 'read' ? [] : read.diagnostics.map(({ code, place }) => [code, place.point?.line]);
  };

  test('is read', () => expect(codes(SITE)).toEqual([]));

  test.each([
    ['a kind that the site needs for itself', SITE.replace('  constructor:', '  articles:'), [['name-reserved', 14]]],
    ['a kind that is a language', SITE.replace('  constructor:', '  ar:'), [['name-reserved', 14]]],
    ['a property that is a field', SITE.replace('      length:', '      claims:'), [['name-reserved', 11]]],
    [
      'a property that takes a kind that is not there',
      SITE.replace('type: entity,', 'type: entity(seas),'),
      [['kind-unknown', 12]],
    ],
    [
      'a property that takes toString',
      SITE.replace('type: entity,', 'type: entity(tostring),'),
      [['kind-unknown', 12]],
    ],
    [
      'nothing',
      '',
      [
        ['field-missing', 1],
        ['field-missing', 1],
        ['field-missing', 1],
        ['field-missing', 1],
        ['field-missing', 1],
      ],
    ],
    ['a list', '- a', [['field-value', 1]]],
  ])('%s', (_what, text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });

  test('that is not there is missing', () => {
    expect(parseSite([{ path: 'sites.yaml', text: SITE }])).toMatchObject({
      status: 'refused',
      diagnostics: [{ code: 'site-missing', place: { file: 'site.yaml' } }],
    });
  });
});

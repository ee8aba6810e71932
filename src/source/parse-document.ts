import type { Root } from 'mdast';
import { diagnose, hasErrors, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { findNearest } from '../diagnostic/find-nearest.ts';
import { articleSchema, pageSchema } from '../schema/article-schema.ts';
import { entitySchema, type ClaimMatter } from '../schema/entity-schema.ts';
import { ID } from '../schema/local-text.ts';
import type { Kind, SiteConfig } from '../schema/site-schema.ts';
import { valueSchema } from '../schema/value.ts';
import { checkCharacters, checkEscapedCharacters } from './check-characters.ts';
import { checkComments } from './check-comments.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import type { Document, DocumentClaim, EntityDocument } from './document.ts';
import { packPlaces, type PackedPlaces, type Places } from './places.ts';
import { parseMdx, splitFrontMatter } from './parse-mdx.ts';
import { parseYaml } from './parse-yaml.ts';
import type { SourceFile } from './read-content.ts';
import { findPlace, validate } from './validate.ts';

/** What a content file is, by where it stands. */
export type FileRole =
  | { readonly role: 'article'; readonly slug: string }
  | { readonly role: 'entity'; readonly slug: string; readonly kind: Kind }
  | { readonly role: 'page'; readonly slug: string; readonly lang: string }
  | { readonly role: 'refused'; readonly diagnostic: Diagnostic };

export interface DocumentReading {
  /** Absent when the file could not be understood. */
  readonly document?: Document;
  readonly tree?: Root;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one article, entity or page: front matter to typed data, body to a tree, every problem with its place. */
export function parseDocument(file: SourceFile, site: SiteConfig): DocumentReading {
  const role = findRole(file.path, site);
  if (role.role === 'refused') return { diagnostics: [role.diagnostic] };
  const front = splitFrontMatter(file.text);
  if (front.yaml === undefined) {
    const problem = diagnose(
      'field-missing',
      { file: file.path, point: { line: 1, column: 1 } },
      {
        message: 'The file has no front matter.',
        fix: 'Begin it with a line `---`, the fields, and another line `---`.',
      },
    );
    return { diagnostics: [problem] };
  }
  const yaml = parseYaml(front.yaml, file.path, front.firstLine);
  const reading = parseMdx(front.body, file.path);
  const tree = reading.status === 'read' ? reading.tree : undefined;
  const bodyProblems =
    reading.status === 'refused' ? reading.diagnostics : checkBody(reading.tree, file.path, role, site);
  const matter =
    yaml.diagnostics.length > 0
      ? { diagnostics: yaml.diagnostics }
      : readMatter(file.path, role, yaml.data, yaml.places, site);
  const characters = checkCharacters(file.text, file.path);
  // What YAML writes with an escape, it writes with a backslash.
  const hasEscapes = front.yaml.includes('\\') && !hasErrors(characters);
  const escaped = hasEscapes ? checkEscapedCharacters(yaml.data, file.path, yaml.places) : [];
  const diagnostics = [...matter.diagnostics, ...bodyProblems, ...characters, ...escaped];
  return {
    ...('document' in matter ? { document: matter.document } : {}),
    ...(tree && !hasErrors(bodyProblems) ? { tree } : {}),
    diagnostics,
  };
}

/** Free pages are code: only their comments are looked at. */
function checkBody(tree: Root, path: string, { role }: FileRole, site: SiteConfig): Diagnostic[] {
  return [
    ...(role === 'page' ? [] : checkVocabulary(tree, path)),
    ...checkComments(tree, path, role === 'article' ? undefined : site.languages),
  ];
}

/** Decides by its path what a file of the content folder is. */
export function findRole(path: string, site: SiteConfig): FileRole {
  const [folder = '', name = '', ...deeper] = path.split('/');
  const folders = ['articles', 'pages', ...Object.keys(site.kinds)];
  if (name === '' || deeper.length > 0 || !folders.includes(folder) || !name.endsWith('.mdx')) {
    return { role: 'refused', diagnostic: refusePath(path, folder, name, folders) };
  }
  const [slug = '', lang, ...rest] = name.slice(0, -'.mdx'.length).split('.');
  const isPage = folder === 'pages';
  if (!ID.test(slug) || rest.length > 0 || (lang !== undefined && !isPage)) {
    return {
      role: 'refused',
      diagnostic: diagnose(
        'slug-malformed',
        { file: path },
        {
          message: `A file name becomes an address, so it is made of a–z, 0–9 and single hyphens; found \`${name}\`.`,
          fix: `Rename the file, for example to \`${suggestSlug(name)}.mdx\`.`,
        },
      ),
    };
  }
  if (isPage) {
    const [main = 'en'] = site.languages;
    if (lang === main) {
      return {
        role: 'refused',
        diagnostic: diagnose(
          'slug-malformed',
          { file: path },
          {
            message: `\`${main}\` is the main language of the site; its pages are named without it.`,
            fix: `Rename the file to \`${slug}.mdx\`.`,
          },
        ),
      };
    }
    if (lang === undefined || site.languages.includes(lang)) return { role: 'page', slug, lang: lang ?? main };
    return {
      role: 'refused',
      diagnostic: diagnose(
        'language-unknown',
        { file: path },
        {
          message: `The site has the languages ${site.languages.join(', ')}, not \`${lang}\`.`,
          fix: 'Rename the file, or add the language to `languages` in site.yaml.',
        },
      ),
    };
  }
  if (folder === 'articles') return { role: 'article', slug };
  const kind = Object.hasOwn(site.kinds, folder) ? site.kinds[folder] : undefined;
  return kind
    ? { role: 'entity', slug, kind }
    : { role: 'refused', diagnostic: refusePath(path, folder, name, folders) };
}

/** The name in letters that an address takes, where that leaves enough of it. */
function suggestSlug(name: string): string {
  const plain = name
    .replace(/\.mdx$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  const slug = plain.replaceAll(/[\s._-]+/g, '-').replaceAll(/^-|-$/g, '');
  return ID.test(slug) ? slug : 'some-name';
}

function refusePath(path: string, folder: string, name: string, folders: readonly string[]): Diagnostic {
  const isKnown = folders.includes(folder);
  const nearest = findNearest(folder, folders);
  const where = folders.map((one) => `${one}/`).join(', ');
  return diagnose(
    isKnown || name === '' ? 'file-misplaced' : 'kind-unknown',
    { file: path },
    {
      message: isKnown
        ? 'Only .mdx files directly in this folder are read.'
        : `${name === '' ? '' : `The site has no kind \`${folder}\`. `}Texts stand in one of the folders ${where}.`,
      fix: isKnown
        ? 'Move or rename the file.'
        : name === ''
          ? 'Move the file into one of them.'
          : nearest === undefined
            ? 'Move the file, or declare the kind in site.yaml.'
            : `Did you mean \`${nearest}/\`? If not, declare the kind in site.yaml.`,
    },
  );
}

interface MatterReading {
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
}

function readMatter(
  path: string,
  role: Exclude<FileRole, { role: 'refused' }>,
  data: unknown,
  places: Places,
  site: SiteConfig,
): MatterReading {
  const base = { path, slug: role.slug, places: packPlaces(places) };
  switch (role.role) {
    case 'article': {
      const result = validate(articleSchema, data, { file: path, places });
      return result.status === 'read'
        ? { document: { ...base, type: 'article', matter: result.value }, diagnostics: [] }
        : { diagnostics: result.diagnostics };
    }
    case 'page': {
      const result = validate(pageSchema, data, { file: path, places });
      return result.status === 'read'
        ? { document: { ...base, type: 'page', lang: role.lang, matter: result.value }, diagnostics: [] }
        : { diagnostics: result.diagnostics };
    }
    case 'entity':
      return readEntity(base, role.kind, data, site);
  }
}

function readEntity(
  base: { path: string; slug: string; places: PackedPlaces },
  kind: Kind,
  data: unknown,
  site: SiteConfig,
): MatterReading {
  const result = validate(entitySchema(kind), data, { file: base.path, places: base.places });
  if (result.status === 'refused') return { diagnostics: result.diagnostics };
  const { claims, ...matter } = result.value;
  const diagnostics: Diagnostic[] = [];
  const read: DocumentClaim[] = [];
  const refused: string[] = [];
  claims.forEach((claim, at) => {
    const outcome = readClaim(claim, `claims.${at}`, base, kind);
    if ('claim' in outcome) read.push(outcome.claim);
    else {
      refused.push(claim.id);
      diagnostics.push(...outcome.diagnostics);
    }
  });
  diagnostics.push(...checkLanguages(base, matter, site));
  const document: EntityDocument = {
    ...base,
    type: 'entity',
    kind: kind.id,
    matter,
    claims: read,
    refusedClaims: refused,
  };
  return { document, diagnostics };
}

function readClaim(
  claim: ClaimMatter,
  path: string,
  { path: file, places }: { path: string; places: PackedPlaces },
  kind: Kind,
): { readonly claim: DocumentClaim } | { readonly diagnostics: readonly Diagnostic[] } {
  const property = Object.hasOwn(kind.properties, claim.property) ? kind.properties[claim.property] : undefined;
  if (!property) {
    const known = Object.keys(kind.properties);
    const nearest = findNearest(claim.property, known);
    const problem = diagnose('property-unknown', findPlace({ file, places }, `${path}.property`), {
      message: `The kind \`${kind.id}\` has no property \`${claim.property}\`; it has ${known.join(', ') || 'none'}.`,
      fix:
        nearest === undefined
          ? `Declare it under kinds.${kind.id}.properties in site.yaml.`
          : `Did you mean \`${nearest}\`?`,
    });
    return { diagnostics: [problem] };
  }
  const result = validate(valueSchema(property), claim.value, { file, places, under: `${path}.value` });
  if (result.status === 'refused') return { diagnostics: result.diagnostics };
  return { claim: { ...claim, value: result.value, path } };
}

/** Labels and aliases in languages that the site does not have are allowed: they are names to be found. An entity needs a label that some reader can read. */
function checkLanguages(
  { path, places }: { path: string; places: PackedPlaces },
  matter: EntityDocument['matter'],
  site: SiteConfig,
): Diagnostic[] {
  if (Object.keys(matter.label).some((lang) => site.languages.includes(lang))) return [];
  return [
    diagnose('field-missing', findPlace({ file: path, places }, 'label'), {
      message: `\`label\` has no text in a language of the site (${site.languages.join(', ')}).`,
      fix: `Add it: label: { ${site.languages[0] ?? 'en'}: … }.`,
    }),
  ];
}

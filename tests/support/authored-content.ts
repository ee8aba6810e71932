import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * The content of a site as its authors wrote it, read without any code of the program under test: small enough to be
 * seen to be right, and good for the sites of these tests only.
 */
export interface AuthoredContent {
  readonly kinds: readonly string[];
  readonly articles: readonly AuthoredArticle[];
  readonly entities: readonly AuthoredEntity[];
}

export interface AuthoredArticle {
  readonly slug: string;
  readonly published: string;
  /** Text of each passage, in reading order. */
  readonly passages: readonly string[];
}

export interface AuthoredEntity {
  /** `kind/slug` */
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly claims: readonly AuthoredClaim[];
}

export interface AuthoredClaim {
  /** `value` for the number of a statistic. */
  readonly name: string;
  readonly status: string;
  readonly evidence: readonly { readonly article: string; readonly quote: string }[];
}

interface FrontMatter {
  readonly label: Record<string, string>;
  readonly status?: string;
  readonly evidence?: AuthoredClaim['evidence'];
  readonly claims?: readonly {
    readonly id: string;
    readonly status?: string;
    readonly evidence?: AuthoredClaim['evidence'];
  }[];
}

export function readAuthoredContent(folder: string): AuthoredContent {
  const site = parse(readFileSync(join(folder, 'site.yaml'), 'utf8')) as { kinds: Record<string, unknown> };
  const kinds = Object.keys(site.kinds);
  return {
    kinds,
    articles: listTexts(folder, 'articles').map(({ slug, matter, body }) => ({
      slug,
      published: String((matter as { published?: string | number }).published ?? ''),
      passages: toPassages(body),
    })),
    entities: kinds.flatMap((kind) =>
      listTexts(folder, kind).map(({ slug, matter }) => toEntity(`${kind}/${slug}`, matter as FrontMatter)),
    ),
  };
}

function toEntity(id: string, { label, status, evidence, claims = [] }: FrontMatter): AuthoredEntity {
  const own = evidence === undefined ? [] : [{ name: 'value', status: status ?? 'supported', evidence }];
  return {
    id,
    label,
    claims: [
      ...own,
      ...claims.map((claim) => ({
        name: claim.id,
        status: claim.status ?? 'supported',
        evidence: claim.evidence ?? [],
      })),
    ],
  };
}

function listTexts(
  folder: string,
  under: string,
): { readonly slug: string; readonly matter: unknown; readonly body: string }[] {
  return readdirSync(join(folder, under))
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, under, name), 'utf8');
      const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      return { slug: name.replace(/\.mdx$/, ''), matter: parse(matter) as unknown, body };
    });
}

/** Blocks between empty lines, items of lists one by one, without comments and without marks of Markdown. */
function toPassages(body: string): string[] {
  return body
    .replace(/\{\/\*.*?\*\/\}/g, '')
    .split(/\n\s*\n/)
    .flatMap((block) => (block.trim().startsWith('- ') ? block.trim().split(/\n(?=- )/) : [block.trim()]))
    .map((block) => block.replace(/^(?:- |> )/, '').replace(/\*\*?|`/g, ''))
    .filter((block) => block !== '');
}

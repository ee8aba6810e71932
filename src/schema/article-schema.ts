import * as z from 'zod';
import { nameSettings, type NameSetting } from './entity-schema.ts';
import { LANGUAGE, localText, type LocalText } from './local-text.ts';
import { edtfText } from './value.ts';

const INFERABLE = ['title', 'author', 'publisher', 'published'] as const;

export interface ArticleMatter {
  readonly title: LocalText;
  readonly lang: string;
  readonly author?: LocalText | undefined;
  readonly publisher?: LocalText | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly archived?: string | undefined;
  readonly license?: string | undefined;
  readonly summary?: LocalText | undefined;
  readonly inferred: readonly string[];
  readonly note?: LocalText | undefined;
  readonly names: readonly NameSetting[];
  readonly formerIds: readonly string[];
}

const address = z.url({ protocol: /^https?$/, error: 'Expected an address that begins with https://' });

/** The front matter of an article, the source in which passages stand. */
export const articleSchema: z.ZodType<ArticleMatter> = z.strictObject({
  title: localText,
  /** Language of the text itself. */
  lang: z.string().regex(LANGUAGE, 'Expected a language such as `ar` or `en`'),
  author: localText.optional(),
  publisher: localText.optional(),
  /** When it was published. @example `2016-08~` */
  published: edtfText.optional(),
  url: address.optional(),
  /** Address of an archived copy. */
  archived: address.optional(),
  license: z.string().trim().min(1).optional(),
  summary: localText.optional(),
  /** Fields that the source came without and the editor supplied. */
  inferred: z.array(z.enum(INFERABLE, { error: `Expected one of ${INFERABLE.join(', ')}` })).default([]),
  /** Where the text comes from, and what was done to it. */
  note: localText.optional(),
  /** Names in its text that are settled by hand. */
  names: nameSettings,
  /** Ids it had before (`articles/slug`); their addresses lead here. */
  formerIds: z
    .array(z.string().regex(/^articles\/[a-z0-9-]+$/, 'Expected an article id such as articles/some-article'))
    .default([]),
});

export interface PageMatter {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly names: readonly NameSetting[];
}

/** The front matter of a free page. Unknown fields are the page's own business. */
export const pageSchema: z.ZodType<PageMatter> = z.object({
  title: z.string().trim().min(1),
  summary: z.string().trim().min(1).optional(),
  names: nameSettings,
});

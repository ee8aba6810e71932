import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { check } from '../../../src/cli/commands/check.ts';
import { coverage } from '../../../src/cli/commands/coverage.ts';
import { rename } from '../../../src/cli/commands/rename.ts';
import { parseArguments, type CommandOptions } from '../../../src/cli/parse-arguments.ts';
import type { Project } from '../../../src/cli/project.ts';
import { SMALL_CORPUS } from '../small-corpus.ts';
import { writeContent } from '../temporary-content.ts';

const COMMANDS = { check, coverage, rename };

interface Shell {
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Runs a command; what it printed to either stream, and its exit status. */
  readonly run: (line: string) => Promise<{ readonly status: number; readonly printed: string }>;
}

/** The small corpus on disk, some files replaced, and a shell in front of it. */
function open(over: Readonly<Record<string, string>> = {}): Shell {
  const folder = writeContent({ ...SMALL_CORPUS, ...over });
  onTestFinished(() => folder.remove());
  const project: Project = {
    contentFolder: folder.contentFolder,
    cacheFolder: folder.cacheFolder,
    outputFolder: join(folder.contentFolder, '../dist'),
    zipFile: join(folder.contentFolder, '../dist.zip'),
    shownFolder: 'content/',
  };
  return {
    read: (path) => readFileSync(join(folder.contentFolder, path), 'utf8'),
    write: (path, text) => folder.write(path, text),
    run: async (line) => {
      const words: string[] = [];
      const streams = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, 'write').mockImplementation((text) => words.push(String(text)) > 0),
      );
      try {
        const { command, options } = readLine(line);
        return { status: await COMMANDS[command](project, options), printed: words.join('') };
      } finally {
        for (const stream of streams) stream.mockRestore();
      }
    },
  };
}

function readLine(line: string): { readonly command: keyof typeof COMMANDS; readonly options: CommandOptions } {
  const read = parseArguments(line.split(' '), false);
  if (read.status !== 'command' || !Object.hasOwn(COMMANDS, read.command)) throw new Error(line);
  return { command: read.command as keyof typeof COMMANDS, options: read.options };
}

const NILE = SMALL_CORPUS['rivers/nile.mdx'] ?? '';
const QUOTE = 'يصب النيل في البحر المتوسط بعد رحلة طويلة';

const withQuote = (quote: string): Readonly<Record<string, string>> => ({
  'rivers/nile.mdx': NILE.replace(
    `      - { article: journey, quote: ${QUOTE} }`,
    `      # the mouth\n      - { article: journey,   quote: ${quote} } # as written`,
  ),
});

describe('sanad check', () => {
  test('finds nothing to say of what is well, and writes the passage locks', async () => {
    const shell = open();
    expect(await shell.run('check')).toMatchObject({ status: 0 });
    expect(shell.read('articles/journey.passages.json')).toContain('"passages"');
  });

  test('corrects a quotation in which a word differs, shows both, and leaves comments and layout', async () => {
    const shell = open(withQuote('يصب النيل في البحر الأحمر بعد رحلة طويلة'));
    expect((await shell.run('check')).status).toBe(1);
    const { status, printed } = await shell.run('check --fix');
    expect(status).toBe(0);
    expect(printed).toMatch(
      /content\/rivers\/nile\.mdx:\d+:\d+\n {2}- يصب النيل في البحر الأحمر بعد رحلة طويلة\n {2}\+ يصب النيل في البحر المتوسط بعد رحلة طويلة\n/,
    );
    expect(printed).toContain('Corrected one quotation.');
    expect(shell.read('rivers/nile.mdx')).toBe(withQuote(QUOTE)['rivers/nile.mdx']);
  });

  test('writes the spelling of the source over another one', async () => {
    const shell = open(withQuote('يصبُّ النيل فى البحر المتوسط بعد رحله طويله'));
    expect((await shell.run('check')).printed).toContain('citation-respelled');
    expect((await shell.run('check --fix')).status).toBe(0);
    expect(shell.read('rivers/nile.mdx')).toBe(withQuote(QUOTE)['rivers/nile.mdx']);
    expect((await shell.run('check')).printed).not.toContain('citation-respelled');
  });

  test.each([
    ['that stands nowhere', 'لم يقل أحد هذا الكلام في أي مكان من قبل'],
    ['that stands in two places', '"النيل: البحر المتوسط"'],
    ['of which the source has less', 'يصب النيل في البحر المتوسط بعد رحلة طويلة شاقة متعبة حقا'],
  ])('writes nothing for a quotation %s', async (_, quote) => {
    const shell = open(withQuote(quote));
    const { status, printed } = await shell.run('check --fix');
    expect(status).toBe(1);
    expect(printed).toContain('Nothing can be corrected by itself.');
    expect(shell.read('rivers/nile.mdx')).toBe(withQuote(quote)['rivers/nile.mdx']);
  });

  test('never corrects a file unasked', async () => {
    const shell = open(withQuote('يصب النيل في البحر الأحمر بعد رحلة طويلة'));
    await shell.run('check');
    expect(shell.read('rivers/nile.mdx')).toBe(
      withQuote('يصب النيل في البحر الأحمر بعد رحلة طويلة')['rivers/nile.mdx'],
    );
  });

  test('lists what an edit of an article did to the quotations in it, and the command that accepts it', async () => {
    const shell = open();
    await shell.run('check');
    const article = shell.read('articles/journey.mdx');
    shell.write('articles/journey.mdx', article.replace('بعد رحلة طويلة', 'بعد رحلة طويلة جدا وشاقة'));
    const { status, printed } = await shell.run('check');
    expect(status).toBe(1);
    expect(printed).toContain('Edited articles: 4 quotations, 3 kept');
    expect(printed).toMatch(/changed {4}rivers\/nile#two-blocks {2}articles\/journey#\S+\n/);
    expect(printed).toContain('sanad check --fix');
    expect((await shell.run('check --frozen')).printed).toContain('lock-stale');
  });
});

describe('sanad rename', () => {
  test('moves an entity and every use of it, and what was proved stays proved', async () => {
    const shell = open();
    const { status, printed } = await shell.run('rename seas/mediterranean seas/middle-sea');
    expect(status).toBe(0);
    expect(printed).toContain('content/seas/mediterranean.mdx → content/seas/middle-sea.mdx');
    expect(shell.read('rivers/nile.mdx')).toContain('value: seas/middle-sea');
    expect(shell.read('seas/middle-sea.mdx')).toContain('mediterranean');
    expect((await shell.run('check')).status).toBe(0);
  });

  test.each([
    ['an entity that is not there', 'seas/mediteranean seas/a', 'Did you mean `seas/mediterranean`?'],
    ['what is like nothing there', 'q/q seas/a', 'Write it as kind/slug.'],
    ['to what is no id', 'seas/mediterranean seas/A_b', '`seas/A_b` is not an id.'],
    ['to an id that is taken', 'rivers/nile rivers/danube', 'There is a `rivers/danube` already.'],
    ['into another kind', 'rivers/nile seas/nile', '`rivers/nile` stays a rivers'],
  ])('refuses %s, and changes nothing', async (_, names, reason) => {
    const shell = open();
    const { status, printed } = await shell.run(`rename ${names}`);
    expect(status).toBe(2);
    expect(printed).toContain(reason);
    expect(shell.read('rivers/nile.mdx')).toBe(NILE);
  });
});

describe('sanad coverage', () => {
  const withLeast = (least: string): Readonly<Record<string, string>> => ({
    'site.yaml': `${SMALL_CORPUS['site.yaml'] ?? ''}coverage:\n  # as agreed\n  ${least}\n`,
  });

  test('says how much rests on what, and fails under no threshold', async () => {
    const { status, printed } = await open().run('coverage');
    expect(status).toBe(0);
    expect(printed).toMatch(/claims with evidence +\d+\.\d % +\d+ of \d+/);
    expect(printed).toContain('articles/journey');
  });

  test('fails below a threshold, at its line', async () => {
    const files = withLeast('sentences: 0.99');
    const { status, printed } = await open(files).run('coverage');
    expect(status).toBe(1);
    const line = (files['site.yaml'] ?? '').split('\n').findIndex((one) => one.includes('0.99')) + 1;
    expect(printed).toContain(`content/site.yaml:${line}:14  error  coverage-below`);
  });

  test('gives the same as data', async () => {
    const { status, printed } = await open(withLeast('sentences: 0.99')).run('coverage --format json');
    expect(status).toBe(1);
    const data = JSON.parse(printed.slice(printed.indexOf('{'))) as { readonly below: readonly unknown[] };
    expect(data.below).toHaveLength(1);
  });

  test('tells content that is wrong instead of measuring it', async () => {
    const { status, printed } = await open({ 'rivers/rhine.mdx': '---\nlabel: X\n---\n' }).run('coverage');
    expect(status).toBe(1);
    expect(printed).not.toContain('claims with evidence');
  });
});

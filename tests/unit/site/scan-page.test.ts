import fc from 'fast-check';
import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { describe, expect, test } from 'vitest';
import { scanPage, scanTags } from '../../../src/site/scan-page.ts';

type Seen = readonly [name: string, attributes: Readonly<Record<string, string>>];

function scan(html: string): Seen[] {
  const seen: Seen[] = [];
  scanTags(html, ({ name, attributes }) => seen.push([name, Object.fromEntries(attributes)]));
  return seen;
}

const MODES: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/** The start tags that a parser written by others finds. */
function scanWithParse5(html: string): Seen[] {
  const seen: Seen[] = [];
  const nothing = (): void => undefined;
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs }: Token.TagToken) => {
        seen.push([tagName, Object.fromEntries(attrs.map(({ name, value }) => [name, value]))]);
        const mode = MODES[tagName];
        if (mode === undefined) return;
        tokenizer.state = mode;
        tokenizer.lastStartTagName = tagName;
      },
      onEndTag: nothing,
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return seen;
}

describe('finds the tags that browsers find', () => {
  test.each([
    ['quotation marks of both kinds, and none', `<a href="x" title='a "b"' id=c data-d>`],
    ['signs of tags within quotation marks', `<a title="<b>" href='>'>x</a><i>`],
    ['a quotation mark that is not closed', `<a title="<b>x</b><i>`],
    ['a tag that is not closed', `<p>x<a href="y"`],
    ['spaces and line breaks in a tag', `<a\n  href = "x"\n  id\n=\ny />`],
    ['capitals', `<A HREF="x"><SCRIPT><b></SCRIPT><i>`],
    ['an attribute written twice', `<a id="a" id="b">`],
    ['slashes between attributes', `<a/href="x"/id="y"/>`],
    ['a sign of equality where a name begins', `<a =b id="c">`],
    ['an attribute without a value before the end', `<a id=>x<b id= >`],
    ['comments', `<!-- <a id="x"> --><b><!----><i><!--><u><!---><s><!-- --!><p>`],
    ['a comment that only seems to end', `<!--!><a>--><b>`],
    ['a comment that is not closed', `<b><!-- <a>`],
    ['a document type and an instruction', `<!doctype html><?xml <a> ?><b>`],
    ['closing tags with something in them', `</a title=">"><b></><i></ a><u>`],
    ['scripts, styles and titles', `<script>"<a>"</script><style><b></style><title><i></title><u>`],
    ['the end of another element in a script', `<script></style></scripts></script ><a>`],
    ['a script that is not closed', `<script><a>`],
    ['references of characters', `<a href="?a=1&amp;b=2&#x26;c=&#39;&quot;&nbsp;&lt;">`],
    ['a lone ampersand', `<a href="a & b &x">`],
    ['a less-than sign in a text', `1 < 2 <3 <a>`],
  ])('%s', (_what, html) => {
    expect(scan(html)).toEqual(scanWithParse5(html));
  });

  test('in whatever is made of the pieces of tags', () => {
    const piece = fc.constantFrom(
      ...['<', '>', '/', '=', '"', "'", ' ', '\n', '!', '-', '--', '?', 'a', 'b', 'id', 'href', 'x', '&amp;', '&#39;'],
      ...['<a ', '</a>', '<!--', '-->', '<script>', '</script>', '<title>', '</title>', '<!doctype', 'س', '\u2028'],
    );
    const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        // A script in a comment in a script is the one thing that our own pages cannot hold and that is not followed.
        html.filter((text) => !/<script[\s\S]*<!--/.test(text)),
        (text) => {
          expect(scan(text)).toEqual(scanWithParse5(text));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

test('what stands in a template is no part of the page', () => {
  expect(
    scan('<template id="t"><p id="a"><template><i></template><u></p></template><b id="c">').map(([name]) => name),
  ).toEqual(['template', 'b']);
});

test('tells what the checks of a site ask for', () => {
  const facts = scanPage(`<!doctype html><html><head><title>a</title>
    <meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=/b/">
    <link rel="canonical" href="https://a.example/"><link rel="alternate" hreflang="en" href="https://a.example/en/">
    <link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/atom+xml" href="/feed.xml">
    <script type="application/ld+json">{"a":"</a>"}</script></head>
    <body id="a" data-previews="/previews/" data-shelves="3"><a href="/b/?q=1&amp;r=2#c">b</a><a href="/b/?q=1&amp;r=2#c">b</a>
    <img src="/a.png" srcset="/a.png 1x, /b.png 2x"><label for="d">x</label><input id="d" aria-describedby="e f">
    <dialog data-index="/pagefind/"></dialog></body>`);
  expect(facts).toEqual({
    ids: ['a', 'd'],
    links: ['/a.css', '/feed.xml', '/previews/2.json', '/b/?q=1&r=2#c', '/a.png', '/b.png', '/pagefind/pagefind.js'],
    references: ['d', 'e', 'f'],
    canonical: 'https://a.example/',
    alternates: [{ lang: 'en', href: 'https://a.example/en/' }],
    isHidden: true,
    refreshTo: '/b/',
    data: ['{"a":"</a>"}'],
  });
});

import { describe, expect, test } from 'vitest';
import { resolveAddress, resolveAddresses } from '../../../src/site/resolve-addresses.ts';
import { createUrls } from '../../../src/site/urls.ts';

const urls = createUrls({ languages: ['ar', 'en'], base: '/sub/', siteUrl: 'https://example.org' }, 'en');

describe('addresses in finished HTML', () => {
  test.each([
    ['entity/members/belgium', '/sub/en/members/belgium/'],
    ['claim/members/belgium#strikes', '/sub/en/members/belgium/#strikes'],
    ['article/nato', '/sub/en/articles/nato/'],
    ['passage/nato#p2', '/sub/en/articles/nato/#p2'],
    ['evidence/nato#members.belgium.strikes', '/sub/en/articles/nato/#members.belgium.strikes'],
    ['page/about', '/sub/en/about/'],
    ['kind/members', '/sub/en/members/'],
    ['path/about/', '/sub/en/about/'],
  ])('sanad:%s becomes %s', (address, expected) => {
    expect(resolveAddresses(`<a class="x" href="sanad:${address}">y</a>`, urls)).toBe(
      `<a class="x" href="${expected}">y</a>`,
    );
  });

  test('of pictures are resolved too', () => {
    expect(resolveAddresses('<img src="sanad:asset/maps/a.png" alt="">', urls)).toBe(
      '<img src="/sub/pictures/maps/a.png" alt="">',
    );
  });

  test('that lead elsewhere, and words that only look like addresses, stay as they are', () => {
    const html = '<p>href="sanad:entity/a/b" <a href="https://example.org/?a=1&amp;b=2">sanad:</a></p>';
    expect(resolveAddresses(html, urls)).toBe(html);
  });

  test('of an unknown type are a bug, and said to be one', () => {
    expect(() => resolveAddress('nothing/x', urls)).toThrow('bug');
  });
});

import { expect, test } from 'vitest';
import { locateAddress } from '../../../src/site/locate-address.ts';

const root = { origin: 'https://site.example', base: '/%D8%B9%D8%B1%D8%A8%D9%8A/' };

test.each([
  ['encoded', '/%D8%B9%D8%B1%D8%A8%D9%8A/a%20b/#x'],
  ['as it reads', '/عربي/a b/#x'],
  ['with the origin', 'https://site.example/عربي/a%20b/#x'],
  ['from a page beside it', '../a b/#x'],
])('an address leads to the same file however it is written: %s', (_how, address) => {
  expect(locateAddress(address, 'c/index.html', root)).toEqual({
    status: 'inside',
    file: 'a b/index.html',
    fragment: 'x',
  });
});

test('an address beside the path of the site leads astray', () => {
  expect(locateAddress('/عربية/', 'index.html', root)).toEqual({ status: 'astray' });
  expect(locateAddress('/a/', 'index.html', root)).toEqual({ status: 'astray' });
});

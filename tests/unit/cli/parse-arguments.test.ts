import { describe, expect, test } from 'vitest';
import { COMMANDS, parseArguments, type CommandName, type CommandOptions } from '../../../src/cli/parse-arguments.ts';

const parse = (line: string, isCi = false): ReturnType<typeof parseArguments> =>
  parseArguments(line === '' ? [] : line.split(' '), isCi);

test('a command alone has the defaults', () => {
  expect(parse('build')).toEqual({
    status: 'command',
    command: 'build',
    options: {
      content: 'content',
      out: 'dist',
      base: '/',
      url: undefined,
      format: 'text',
      port: undefined,
      portable: undefined,
      host: '127.0.0.1',
      frozen: false,
      fix: false,
      target: undefined,
      exportFormat: 'jsonld',
      names: [],
    },
  });
});

test.each<[string, Partial<CommandOptions>]>([
  ['build --content a --out b', { content: 'a', out: 'b' }],
  ['build --content=a', { content: 'a' }],
  ['build --base docs', { base: '/docs/' }],
  ['build --base /docs', { base: '/docs/' }],
  ['build --base //a/b//', { base: '/a/b/' }],
  ['build --base /', { base: '/' }],
  ['build --base /عربي/', { base: '/عربي/' }],
  ['build --base /%D8%B9%D8%B1%D8%A8%D9%8A', { base: '/عربي/' }],
  ['build --url https://a.example/b', { url: 'https://a.example/b' }],
  ['build --portable', { portable: '' }],
  ['build --portable --out b', { portable: '', out: 'b' }],
  ['build --portable site.zip --out b', { portable: 'site.zip', out: 'b' }],
  ['build --portable=site.zip', { portable: 'site.zip' }],
  ['check --format github', { format: 'github' }],
  ['check --frozen', { frozen: true }],
  ['check --fix', { fix: true }],
  ['check --host netlify --out site', { target: 'netlify', out: 'site', host: 'netlify' }],
  ['preview --host netlify', { target: undefined, host: 'netlify' }],
  ['export', { exportFormat: 'jsonld', format: 'text' }],
  ['export --format csv', { exportFormat: 'csv', format: 'text' }],
  ['preview --port 0', { port: 0 }],
  ['preview --port 65535 --host ::1', { port: 65535, host: '::1' }],
  ['rename members/a members/b', { names: ['members/a', 'members/b'] }],
  ['rename --content x members/a members/b', { names: ['members/a', 'members/b'], content: 'x' }],
])('%s', (line, options) => {
  expect(parse(line)).toMatchObject({ status: 'command', options });
});

test('in CI locks are frozen without being asked', () => {
  expect(parse('check', true)).toMatchObject({ options: { frozen: true } });
});

test.each(['', 'help', '--help', '-h'])('«sanad %s» lists every command', (line) => {
  const read = parse(line);
  if (read.status !== 'help') throw new Error(read.status);
  for (const name of Object.keys(COMMANDS)) expect(read.text).toContain(`  ${name}`);
});

test.each(Object.keys(COMMANDS) as CommandName[])('«sanad %s --help» lists its options', (name) => {
  const read = parse(`${name} --help`);
  if (read.status !== 'help') throw new Error(read.status);
  expect([...read.text.matchAll(/^ {2}--(\w+)/gm)].map(([, option]) => option)).toEqual(COMMANDS[name].options);
});

test.each(['--version', '-v'])('«sanad %s» asks for the version', (line) => {
  expect(parse(line)).toEqual({ status: 'version' });
});

describe('refused, with a way out', () => {
  test.each([
    ['biuld', /There is no command `biuld`\. Did you mean `build`\?/],
    ['constructor', /There is no command `constructor`\. Known: start, build/],
    ['__proto__', /There is no command `__proto__`\./],
    ['frobnicate', /Known: start, build, check/],
    ['--content a build', /There is no command `--content`/],
    ['build --contnet a', /`sanad build` does not take --contnet\. Did you mean `--content`\?/],
    ['build --contnet=a', /does not take --contnet\. Did you mean `--content`\?/],
    ['check --out a', /`sanad check` does not take --out without --host\. Known: --host cloudflare/],
    ['check --host netlfy', /There is no host `netlfy`\. Did you mean `netlify`\?/],
    ['export --format cvs', /no format `cvs` to export\. Did you mean `csv`\?/],
    ['build --constructor', /does not take --constructor\./],
    ['build -x', /`sanad build` does not take -x\. Known: --content, /],
    ['build --content', /--content/],
    ['build --frozen=yes', /--frozen/],
    ['build extra', /Expected `sanad build`, found `sanad build extra`\./],
    ['rename members/a', /Expected `sanad rename ID NEW-ID`, found `sanad rename members\/a`\./],
    ['check --format xml', /--format takes text, json or github, found `xml`\./],
    ['preview --port eighty', /--port takes a number from 0 to 65535, found `eighty`\./],
    ['preview --port 65536', /found `65536`/],
    ['preview --port=-1', /found `-1`/],
    ['preview --port 1e3', /found `1e3`/],
    ['preview --port=', /found ``/],
    ['build --url a.example', /--url takes an address that begins with https:\/\/, found `a\.example`\./],
    ['build --url javascript:alert(1)', /--url takes/],
    ['build --url https:///x', /--url takes/],
  ])('sanad %s', (line, message) => {
    const read = parse(line);
    expect(read.status).toBe('refused');
    expect(read.status === 'refused' && read.message).toMatch(message);
  });
});

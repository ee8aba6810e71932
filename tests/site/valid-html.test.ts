import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { readPages } from '../support/built-site.ts';
import { SITE_NAMES } from '../support/sites.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Ids that begin with a line are the site's own, so that no claim or passage can have them.
    'valid-id': ['error', { relaxed: true }],
    // Titles are the author's; how much of them is shown is for the browser to say.
    'long-title': 'off',
    // Suggestions below a search box: no <select> can be typed into.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
});

describe.each(SITE_NAMES)('HTML of the site %s', (name) => {
  test('has no error', async () => {
    const problems = await Promise.all(
      readPages(name).pages.map(async ({ path, html }) => {
        const { results } = await validator.validateString(html, path);
        return results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => ({
            rule: `${ruleId}: ${message}`,
            place: `${path}:${line}:${column}`,
          })),
        );
      }),
    );
    const byRule = Map.groupBy(problems.flat(), ({ rule }) => rule);
    expect(
      [...byRule].map(([rule, [first, ...others]]) => `${rule} at ${first?.place ?? ''} and ${others.length} more`),
    ).toEqual([]);
  });
});

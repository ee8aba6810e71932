import type { Feed, FeedEntry } from '../../export/write-atom.ts';
import { toTimestamp } from '../../export/to-iso-date.ts';
import type { PageContext } from '../page-context.ts';

/** A feed is for what is new; all there is stands in the sitemap. */
const MOST_ENTRIES = 100;
const IS_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Articles, newest first, each followed by the entities that rest on it. Its dates are those of the content alone: an
 * article was published when it says so, and an entity changed when the newest article that it cites was published. What
 * has no date is left out.
 */
export function buildFeed(context: PageContext): Feed {
  const { kb, urls, pick, strings, language } = context;
  const site = pick(kb.site.title);
  return {
    url: urls.absolute(urls.feed()),
    home: urls.absolute(urls.home()),
    language,
    title: site.text,
    subtitle: pick(kb.site.description).text,
    entries: listEntries(context, strings.say('navigation.articles')),
  };
}

function listEntries(context: PageContext, articlesName: string): readonly FeedEntry[] {
  const { kb, urls, pick, kindNames } = context;
  const dated = kb
    .articles()
    .flatMap(({ id, matter }) => {
      const date = matter.published === undefined ? undefined : toTimestamp(matter.published);
      return date === undefined ? [] : [{ id, matter, date }];
    })
    .toSorted((a, b) => (a.date === b.date ? Number(a.id > b.id) - Number(a.id < b.id) : a.date < b.date ? 1 : -1));

  const entries: FeedEntry[] = [];
  const seen = new Set<string>();
  for (const { id, matter, date } of dated) {
    if (entries.length >= MOST_ENTRIES) break;
    const title = pick(matter.title);
    entries.push({
      url: urls.absolute(urls.article(id)),
      title: title.text,
      summary: matter.summary && pick(matter.summary).text,
      language: title.lang,
      author: matter.author && pick(matter.author).text,
      category: articlesName,
      // A year or a month is no moment: what is not known to the day is only said to be no older than that.
      published: matter.published !== undefined && IS_DAY.test(matter.published) ? date : undefined,
      updated: date,
    });
    const resting = new Set(kb.evidenceIn(id).map(({ claim }) => claim.slice(0, claim.indexOf('#'))));
    for (const one of [...resting].toSorted()) {
      if (entries.length >= MOST_ENTRIES) break;
      const entity = seen.has(one) ? undefined : kb.entity(one);
      if (entity === undefined) continue;
      seen.add(one);
      const label = pick(entity.label);
      entries.push({
        url: urls.absolute(urls.entity(one)),
        title: label.text,
        summary: entity.summary && pick(entity.summary).text,
        language: label.lang,
        author: undefined,
        category: kindNames(entity.kind).one.text,
        published: undefined,
        updated: date,
      });
    }
  }
  return entries.slice(0, MOST_ENTRIES);
}

import { ROOT_MARK } from '../../search/client/portable/root-mark.ts';
import { RECORD_FOLDER, type IndexRecord, type RecordFile } from '../../search/index-files.ts';
import type { SiteFiles } from './site-files.ts';

/** A data file as a script that sets its text on its own element. */
export function toDataScript(text: string): string {
  return `document.currentScript.sanadText=${JSON.stringify(text)};\n`;
}

/**
 * Marks the addresses of data that is read by scripts, so that they are completed where the site lies. Of records of the
 * search these are in one place; of files that are not known here, every text that is an address of the site is one.
 */
export function rewriteData(path: string, text: string, site: SiteFiles): string {
  if (!path.endsWith('.json')) return text;
  if (!path.includes(`/${RECORD_FOLDER}/`)) return JSON.stringify(rewriteAll(JSON.parse(text), site));
  const records = Object.entries(JSON.parse(text) as RecordFile);
  return JSON.stringify(Object.fromEntries(records.map(([id, record]) => [id, rewriteRecord(record, site)])));
}

function toMarked(address: string, site: SiteFiles): string {
  const found = site.find(address);
  if (found === undefined) return address;
  return `${ROOT_MARK}${found.path.split('/').map(encodeURIComponent).join('/')}${found.suffix}`;
}

function rewriteRecord(record: IndexRecord, site: SiteFiles): IndexRecord {
  const views = Object.entries(record.views).map(([language, view]) => [
    language,
    { ...view, href: toMarked(view.href, site) },
  ]);
  return { ...record, views: Object.fromEntries(views) as IndexRecord['views'] };
}

function rewriteAll(value: unknown, site: SiteFiles): unknown {
  if (typeof value === 'string') return toMarked(value, site);
  if (Array.isArray(value)) return value.map((one) => rewriteAll(one, site));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewriteAll(one, site)]));
}

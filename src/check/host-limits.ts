export const HOSTS = ['cloudflare', 'netlify', 'vercel', 'github', 's3'] as const;
export type Host = (typeof HOSTS)[number];

/** What a host refuses, as far as it says so. What is `undefined` is not limited. Sizes are in bytes. */
export interface HostLimits {
  readonly name: string;
  /** Where the host says it, and when that was read. */
  readonly source: string;
  readonly read: string;
  readonly files?: number;
  readonly fileBytes?: number;
  readonly siteBytes?: number;
  /** Files directly in one folder. */
  readonly folderFiles?: number;
  /** Rules of `_headers`, and characters in one of its lines. */
  readonly headerRules?: number;
  readonly headerLength?: number;
  /** Rules of `_redirects`, and characters in one of its lines. */
  readonly redirects?: number;
  readonly redirectLength?: number;
  /** Redirects, headers and rewrites of `vercel.json` together. */
  readonly routes?: number;
  /** The function that runs before the host looks for a file. */
  readonly functionBytes?: number;
}

const MIB = 1024 * 1024;

/** Limits of the free plans; paid ones are wider. */
export const HOST_LIMITS: Readonly<Record<Host, HostLimits>> = {
  cloudflare: {
    name: 'Cloudflare Pages',
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
    read: '2026-11-22',
    files: 20_000,
    fileBytes: 25 * MIB,
    headerRules: 100,
    headerLength: 2000,
    redirects: 2000,
    redirectLength: 1000,
  },
  netlify: {
    name: 'Netlify',
    source: 'https://answers.netlify.com/t/is-there-a-storage-or-file-count-limit-for-business-plan-hosting/118172',
    read: '2026-11-22',
    folderFiles: 54_000,
  },
  vercel: {
    name: 'Vercel',
    source: 'https://vercel.com/docs/limits',
    read: '2026-11-22',
    siteBytes: 100_000_000,
    routes: 2048,
  },
  github: {
    name: 'GitHub Pages',
    source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
    read: '2026-11-22',
    siteBytes: 1_000_000_000,
  },
  s3: {
    name: 'S3 with CloudFront',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    read: '2026-11-22',
    // One request that puts an object takes no more.
    fileBytes: 5 * 1024 * MIB,
    functionBytes: 10 * 1024,
  },
};

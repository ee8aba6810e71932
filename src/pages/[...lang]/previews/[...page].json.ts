import type { APIRoute, GetStaticPaths } from 'astro';
import { buildPreviewFile, listPreviewed } from '../../../site/models/preview-file.ts';
import { openSite } from '../../../site/open-site.ts';

interface Props {
  readonly lang: string;
  readonly page: string;
}

export const getStaticPaths = (() => {
  const site = openSite();
  return site.languages.flatMap(({ lang, segment }) =>
    listPreviewed(site.in(lang)).map((page) => ({ params: { lang: segment, page }, props: { lang, page } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(JSON.stringify(buildPreviewFile(props.page, openSite().in(props.lang))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

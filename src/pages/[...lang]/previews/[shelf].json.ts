import type { APIRoute, GetStaticPaths } from 'astro';
import { buildPreviewFile } from '../../../site/models/preview-file.ts';
import { openSite } from '../../../site/open-site.ts';

interface Props {
  readonly lang: string;
  readonly shelf: number;
}

export const getStaticPaths = (() => {
  const site = openSite();
  return site.languages.flatMap(({ lang, segment }) =>
    Array.from({ length: site.kb.shelves }, (_, shelf) => ({
      params: { lang: segment, shelf: String(shelf) },
      props: { lang, shelf },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(JSON.stringify(buildPreviewFile(props.shelf, openSite().in(props.lang))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

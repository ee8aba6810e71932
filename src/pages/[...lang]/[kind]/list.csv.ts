import type { APIRoute } from 'astro';
import { buildPlainTable } from '../../../site/models/kind-list.ts';
import { listKindRoutes, openSite, type KindRoute } from '../../../site/open-site.ts';
import { writeCsv } from '../../../site/write-csv.ts';

export const getStaticPaths = listKindRoutes;

export const GET: APIRoute<KindRoute> = ({ props: { lang, kind } }) =>
  new Response(writeCsv(buildPlainTable(kind, openSite().in(lang))), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });

import type { APIRoute } from 'astro';
import { buildMachineList } from '../../../site/models/kind-list.ts';
import { listKindRoutes, openSite, type KindRoute } from '../../../site/open-site.ts';

export const getStaticPaths = listKindRoutes;

export const GET: APIRoute<KindRoute> = ({ props: { lang, kind } }) =>
  new Response(JSON.stringify(buildMachineList(kind, openSite().in(lang))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

/** The same thing elsewhere. */
export interface SameAs {
  readonly name: string;
  readonly id: string;
  readonly href: string | undefined;
}

/** Addresses of the same thing elsewhere, by the name under which authors write the id. */
const AUTHORITIES: Readonly<Record<string, { readonly name: string; readonly toHref: (id: string) => string }>> = {
  wikidata: { name: 'Wikidata', toHref: (id) => `https://www.wikidata.org/wiki/${encodeURIComponent(id)}` },
  geonames: { name: 'GeoNames', toHref: (id) => `https://www.geonames.org/${encodeURIComponent(id)}` },
  viaf: { name: 'VIAF', toHref: (id) => `https://viaf.org/viaf/${encodeURIComponent(id)}` },
  isni: { name: 'ISNI', toHref: (id) => `https://isni.org/isni/${encodeURIComponent(id.replaceAll(' ', ''))}` },
  orcid: { name: 'ORCID', toHref: (id) => `https://orcid.org/${encodeURIComponent(id)}` },
  gnd: { name: 'GND', toHref: (id) => `https://d-nb.info/gnd/${encodeURIComponent(id)}` },
  loc: { name: 'Library of Congress', toHref: (id) => `https://id.loc.gov/authorities/${encodeURIComponent(id)}` },
  doi: { name: 'DOI', toHref: (id) => `https://doi.org/${id.split('/').map(encodeURIComponent).join('/')}` },
};

/** Where an id that an author wrote leads: to an address as it is, to an authority we know, or nowhere. */
export function findSameAs(name: string, id: string): SameAs {
  if (/^https?:\/\//.test(id)) return { name, id, href: id };
  const authority = Object.hasOwn(AUTHORITIES, name) ? AUTHORITIES[name] : undefined;
  return { name: authority?.name ?? name, id, href: authority?.toHref(id) };
}

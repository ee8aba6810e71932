/** A node of JSON-LD. What is `undefined` is not written. */
export interface JsonLd {
  readonly [key: string]: JsonLdValue | undefined;
}

export type JsonLdValue = string | number | boolean | JsonLd | readonly JsonLdValue[];

/** The vocabulary that all our data is in. An address by which it is known; nobody has to fetch it. */
export const SCHEMA_ORG = 'https://schema.org';

/** Characters that could end a `<script>`, open a comment in it, or end a line in old scripts. */
const DANGEROUS = /[<>&\u2028\u2029]/g;

/**
 * JSON-LD as text that may stand in `<script type="application/ld+json">`: a block of data, which browsers never run. Text
 * from content cannot end the block, because it holds no `<`.
 */
export function writeJsonLd(node: JsonLd): string {
  return JSON.stringify(node).replace(DANGEROUS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** One value as itself, several as a list, none as nothing: what consumers of schema.org expect. */
export function toOneOrMany<T extends JsonLdValue>(values: readonly T[]): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}

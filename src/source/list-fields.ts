import type * as z from 'zod';

/** Names of the fields that may stand at a path of the data a schema reads; none where it expects no fields of its own. */
export function listFields(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [head, ...rest] = path;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return listFields(def.innerType, path);
    case 'pipe':
      return listFields(def.in, path);
    case 'union':
      return [...new Set(def.options.flatMap((option) => listFields(option, path)))];
    case 'array':
      return head === undefined ? [] : listFields(def.element, rest);
    case 'record':
      return head === undefined ? [] : listFields(def.valueType, rest);
    case 'object': {
      const name = String(head);
      if (head === undefined) return Object.keys(def.shape);
      const field = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
      return field === undefined ? [] : listFields(field, rest);
    }
    default:
      return [];
  }
}

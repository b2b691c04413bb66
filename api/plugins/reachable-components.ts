const prefix = '#/components/schemas/';

/**
 * Drops the components that the paths do not lead to. Zod's registry is one per process: schemas that name themselves
 * elsewhere, such as those of rule pages, would stand in the description of the API too.
 */
export function dropUnreachable(paths: unknown, schemas: Record<string, unknown>): void {
  const reached = new Set<string>();
  const open = namesIn(paths);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...namesIn(schemas[name]));
  }
  for (const name of Object.keys(schemas)) if (!reached.has(name)) Reflect.deleteProperty(schemas, name);
}

/** Names of components that a part of the document refers to. */
function namesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(prefix)
      ? [value.slice(prefix.length).split('/')[0] ?? '']
      : namesIn(value),
  );
}

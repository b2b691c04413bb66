import type { Reading } from '../explain/condition.js';
import type { Path } from './paths.js';

/** A path that nothing reaches, on one line: `G12 effect 2  never met where: "the order names privilege" must be yes`. */
export function pathLine({ page, of, met, because }: Path, reading: Reading): string {
  const effect = /^then\.(\d+)\.when$/.exec(of)?.[1];
  const place = effect === undefined ? page : `${page} effect ${Number(effect) + 1}`;
  const all = because.map(({ leaf, holds }) => (holds ? leaf : { not: leaf }));
  return `${place}  never ${met ? 'met' : 'fails'} where: ${reading.condition({ all })}`;
}

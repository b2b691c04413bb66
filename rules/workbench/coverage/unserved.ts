import type { Result } from '../../engine/index.js';
import type { Catalogue } from '../../engine/rule-set/rule-set.js';

/** An item that no route serves, nothing blocks and no question concerns, and of which every reason is only the default. */
export function isUnserved(result: Result, item: string, { byFamily }: Catalogue): boolean {
  const concerns = ({ items }: { items: readonly string[] }): boolean => items.includes(item);
  const isDefault = ({ route, reason }: { route: string; reason: string }): boolean => {
    const entry = byFamily.get(route);
    return entry !== undefined && (entry.dormantBecause ?? entry.shutBecause) === reason;
  };
  return (
    !result.steps.some(concerns) &&
    !result.blockers.some(concerns) &&
    !result.asks.some(concerns) &&
    result.alternates.filter(concerns).every(isDefault)
  );
}

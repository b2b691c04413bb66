import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import type { NoticeTerms } from '../../contracts/notices.js';
import { valueOn, type RuleSet } from './rule-set/rule-set.js';

const ladder = z.array(z.enum(roles)).min(1);
const minutes = z.number().int().min(1);

/**
 * Policy of the office about telling people, as the parameters say on a day (C.3, C.16).
 * @throws Error naming the parameter that is missing or says nothing usable
 */
export function noticeTermsOn({ parameters }: RuleSet, day: string): NoticeTerms {
  const read = <T>(id: string, shape: z.ZodType<T>): T => {
    const declared = parameters.get(id);
    const value = shape.safeParse(declared && valueOn(declared, day));
    if (!value.success) throw new Error(`The parameter ${id} says nothing usable on ${day}.`);
    return value.data;
  };
  const to = read('notice.climb', ladder);
  return {
    climb: {
      ROUTINE: { to, everyMinutes: read('notice.climbEvery', minutes) },
      URGENT: { to, everyMinutes: read('notice.climbEveryUrgent', minutes) },
      EMERGENCY: {
        to: read('notice.emergencyClimb', ladder),
        everyMinutes: read('notice.emergencyClimbEvery', minutes),
      },
    },
    jitterMinutes: read('notice.jitter', z.number().int().min(0).max(120)),
    digestHour: read('notice.digestHour', z.number().int().min(0).max(23)),
  };
}

import { z } from 'zod';
import { bearings } from '../../rules/workbench/explain/route.js';

const rule = z.object({
  id: z.string(),
  title: z.string(),
  means: z.string().describe('The rule in a sentence, made from its conditions and effects.'),
  because: z.string(),
  kind: z.enum(['law', 'third-party', 'policy']),
  status: z.enum(['confirmed', 'unconfirmed']),
  inForce: z.object({ from: z.string(), until: z.string().optional() }),
  reads: z
    .array(
      z.object({
        fact: z.string(),
        named: z.string(),
        from: z.string(),
        madeBy: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  parameters: z.array(z.string()).readonly(),
  law: z
    .array(z.object({ cited: z.string(), says: z.string().nullable(), verifiedOn: z.string().nullable() }))
    .readonly(),
  readBy: z.array(z.string()).readonly(),
});
const route = z.object({
  route: z.string(),
  named: z.string(),
  status: z.string(),
  otherwise: z.string().describe('Why it is shut where no page speaks.'),
  pages: z
    .array(z.object({ bearing: z.enum(bearings), page: z.string(), because: z.string() }))
    .readonly()
    .describe(
      'In the order in which they are evaluated; what removes beats what shuts, what shuts beats what opens.',
    ),
});

/** A rule, or a route where the id names one. */
export const explained = z
  .object({ rule: rule.nullable(), route: route.nullable() })
  .meta({ id: 'RuleExplained' });

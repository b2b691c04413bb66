import { z } from 'zod';
import { roles } from '../../contracts/codes.js';
import { mark } from './mark.js';

const instant = z.string();

/** What a signer said about one paragraph of the version that he or she returned. */
export const returnComment = z
  .object({
    documentId: z.string(),
    version: z.int(),
    paragraph: z.string(),
    says: z.string(),
    byPerson: z.string(),
    onBehalfOf: z.string().nullable(),
    role: z.enum(roles),
    at: instant,
  })
  .meta({ id: 'ReturnComment' });

export const paragraphsView = z
  .object({
    mark,
    documentId: z.string(),
    version: z.int(),
    digest: z.string(),
    returned: z
      .object({ documentId: z.string(), version: z.int(), at: instant.nullable() })
      .nullable()
      .describe('The version that was returned last before this one, which it is compared with.'),
    restsOnOther: z
      .boolean()
      .describe(
        'It also rests on another part of the case than the version returned: items, basis, blockers, rules.',
      ),
    paragraphs: z
      .array(
        z.object({
          paragraph: z.string().describe('Form and number: what a comment names.'),
          title: z.string(),
          text: z
            .string()
            .nullable()
            .describe('`null`: it stood in the version returned and stands no more.'),
          change: z
            .enum(['SAME', 'CHANGED', 'ADDED', 'REMOVED'])
            .nullable()
            .describe('Since the version returned; `null` where none was.'),
          parts: z
            .array(z.object({ is: z.enum(['SAME', 'ADDED', 'REMOVED']), text: z.string() }))
            .readonly()
            .describe('Of a changed paragraph, word by word, in order.'),
          comments: z.array(returnComment).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Paragraphs' });

import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';

/** Validates with zod and keeps its error whole, so that a fault's place is an exact JSON pointer. */
export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const result = schema.safeParse(data);
    return result.success ? { value: result.data } : { error: result.error };
  };

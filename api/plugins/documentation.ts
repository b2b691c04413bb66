import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import type { SwaggerTransformObject } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { App, AppDeps } from '../deps.js';
import { dropUnreachable } from './reachable-components.js';

/** Security headers, OpenAPI 3.1 at /openapi.json, the same for readers at /docs. */
export async function describe(app: App, { version, mode }: AppDeps): Promise<void> {
  await app.register(helmet, {
    hsts: mode === 'site',
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': mode === 'site' ? [] : null } },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rogatory', version, description: guide },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: described,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
}

/** The document with the components that its paths lead to, and no others. */
const described: SwaggerTransformObject = (document) => {
  const whole = jsonSchemaTransformObject(document);
  if ('components' in whole && whole.components?.schemas)
    dropUnreachable(whole.paths, whole.components.schemas);
  return whole;
};

const guide = `Finds the lawful route to electronic evidence held abroad, says why, and runs it.

Every POST carries \`Idempotency-Key\`; a repeated request is answered with the first answer. A change of a case or a plan carries
\`If-Match\` with the ETag that was read. Lists are read by cursor. Marked material opens only with
\`Access-Reason\`: why you open it, in your own words, percent-encoded UTF-8. A refusal is \`application/problem+json\`: its \`type\` is an
address here that says what the code means, its \`errors\` name the place of each fault as a JSON pointer.`;

import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { App, AppDeps } from './deps.js';
import { serverLimits } from './door.js';
import { signCursors } from './paging.js';
import { authenticate } from './plugins/authentication.js';
import { answerBrokenRequest } from './plugins/broken-requests.js';
import { requireConditions } from './plugins/conditions.js';
import { stopThreads } from '../rules/engine/index.js';
import { describe } from './plugins/documentation.js';
import { answerErrors, asRogatoryError, refuse } from './plugins/errors.js';
import { bodyLimitBytes, readJson } from './plugins/json-body.js';
import { limitRequests } from './plugins/limits.js';
import { observe } from './plugins/observation.js';
import { openToOrigins } from './plugins/origins.js';
import { shedLoad } from './plugins/pressure.js';
import { traceRequests } from './plugins/tracing.js';
import { refuseSlowBodies } from './plugins/slow-bodies.js';
import { recordReads } from './plugins/reads.js';
import { keepRefusals } from './plugins/refusals.js';
import { validate } from './plugins/validation.js';
import { absenceRoutes } from './routes/absences.js';
import { alertRoutes } from './routes/alerts.js';
import { approvalRoutes } from './routes/approvals.js';
import { auditRoutes } from './routes/audit.js';
import { calendarFeedRoutes, calendarRoutes } from './routes/calendar.js';
import { caseRoutes } from './routes/cases.js';
import { certificateRoutes } from './routes/certificates.js';
import { conflictRoutes } from './routes/conflicts.js';
import { correspondenceRoutes } from './routes/correspondence.js';
import { decisionRoutes } from './routes/decisions.js';
import { delegationRoutes } from './routes/delegations.js';
import { determinationRoutes } from './routes/determinations.js';
import { documentRoutes } from './routes/documents.js';
import { emergencyRoutes } from './routes/emergencies.js';
import { erasureRoutes } from './routes/erasures.js';
import { evidenceRoutes } from './routes/evidence.js';
import { factRoutes } from './routes/facts.js';
import { gapRoutes } from './routes/gaps.js';
import { handOverRoutes } from './routes/hand-over.js';
import { openRoutes } from './routes/health.js';
import { formRoutes } from './routes/forms.js';
import { mailboxRoutes } from './routes/mailbox.js';
import { heldStartRoutes } from './routes/held-start.js';
import { holdRoutes } from './routes/holds.js';
import { inFlightRoutes } from './routes/in-flight.js';
import { markRoutes } from './routes/marks.js';
import { noticeRoutes } from './routes/notices.js';
import { overrideRoutes } from './routes/overrides.js';
import { officeChangeRoutes } from './routes/office-changes.js';
import { peopleChangeRoutes } from './routes/people-changes.js';
import { peopleRoutes } from './routes/people.js';
import { identifierRoutes } from './routes/identifiers.js';
import { phoneRoutes } from './routes/phone.js';
import { planRoutes } from './routes/plans.js';
import { clockTurnRoutes } from './routes/clock-turns.js';
import { clockRoutes } from './routes/clocks.js';
import { recordRoutes } from './routes/timeline.js';
import { refusalRoutes } from './routes/refusals.js';
import { rotaRoutes } from './routes/rota.js';
import { waitNoticeRoutes } from './routes/wait-notices.js';
import { sessionRoutes } from './routes/session.js';
import { sessionsRoutes } from './routes/sessions.js';
import { registerProposalRoutes } from './routes/register-proposals.js';
import { replyRoutes } from './routes/replies.js';
import { routeRoutes } from './routes/routes.js';
import { releaseStepRoutes } from './routes/release-steps.js';
import { releaseWorkListRoutes } from './routes/release-work-list.js';
import { releaseRoutes } from './routes/releases.js';
import { ruleCheckRoutes } from './routes/rules-check.js';
import { ruleImpactRoutes } from './routes/rules-impact.js';
import { ruleRoutes } from './routes/rules.js';
import { webhookRoutes } from './routes/webhooks.js';

/**
 * The HTTP API, ready to listen or to inject into. It reads and writes the store and tells workflows through `deps.engine`;
 * it calls no activity and constructs nothing it is not given.
 */
export async function buildApp(deps: AppDeps): Promise<App> {
  const app: App = Fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : {}),
    bodyLimit: bodyLimitBytes,
    ...serverLimits,
    trustProxy: deps.door.trustedProxies.length > 0 ? [...deps.door.trustedProxies] : false,
    clientErrorHandler: answerBrokenRequest,
    genReqId: () => randomUUID(),
    disableRequestLogging: true,
    frameworkErrors: (error, request, reply) => void refuse(reply, asRogatoryError(error, request)),
  }).withTypeProvider<ZodTypeProvider>();
  app.decorate('endpoints', []);
  app.setValidatorCompiler(validate);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('person', null);
  readJson(app);
  answerErrors(app);
  traceRequests(app);
  observe(app, deps);
  openToOrigins(app, deps.door);
  refuseSlowBodies(app, deps.door);
  signCursors(app, deps.door);
  await limitRequests(app, deps.door);
  await describe(app, deps);
  app.addHook('onClose', () => stopThreads());
  await app.register(cookie);
  await app.register(openRoutes(deps));
  await app.register(calendarFeedRoutes(deps), { prefix: '/v1' });
  if (deps.identity) await app.register(sessionRoutes(deps, deps.identity), { prefix: '/v1' });
  await app.register(v1(deps), { prefix: '/v1' });
  return app;
}

/** Everything that needs a person. */
const v1 = (deps: AppDeps) => async (app: App) => {
  await shedLoad(app, deps.door);
  authenticate(app, deps);
  requireConditions(app);
  app.addHook('preHandler', async ({ routeOptions }) => {
    // A release that cannot be read must still be taken back.
    if (!routeOptions.url?.startsWith('/v1/releases')) await deps.rules.refresh();
  });
  keepRefusals(app, deps);
  recordReads(app, deps);
  await app.register(peopleRoutes(deps));
  await app.register(peopleChangeRoutes(deps));
  await app.register(officeChangeRoutes(deps));
  await app.register(handOverRoutes(deps));
  await app.register(sessionsRoutes(deps));
  await app.register(absenceRoutes(deps));
  await app.register(delegationRoutes(deps));
  await app.register(rotaRoutes(deps));
  await app.register(waitNoticeRoutes(deps));
  await app.register(ruleCheckRoutes(deps));
  await app.register(ruleImpactRoutes(deps));
  await app.register(ruleRoutes(deps));
  await app.register(releaseRoutes(deps));
  await app.register(releaseStepRoutes(deps));
  await app.register(releaseWorkListRoutes(deps));
  await app.register(registerProposalRoutes(deps));
  await app.register(caseRoutes(deps));
  await app.register(emergencyRoutes(deps));
  await app.register(formRoutes(deps));
  await app.register(factRoutes(deps));
  await app.register(identifierRoutes(deps));
  await app.register(decisionRoutes(deps));
  await app.register(overrideRoutes(deps));
  await app.register(determinationRoutes(deps));
  await app.register(certificateRoutes(deps));
  await app.register(planRoutes(deps));
  await app.register(routeRoutes(deps));
  await app.register(inFlightRoutes(deps));
  await app.register(holdRoutes(deps));
  await app.register(heldStartRoutes(deps));
  await app.register(approvalRoutes(deps));
  await app.register(phoneRoutes(deps));
  await app.register(documentRoutes(deps));
  await app.register(correspondenceRoutes(deps));
  await app.register(replyRoutes(deps));
  await app.register(gapRoutes(deps));
  await app.register(evidenceRoutes(deps));
  await app.register(erasureRoutes(deps));
  await app.register(clockRoutes(deps));
  await app.register(clockTurnRoutes(deps));
  await app.register(recordRoutes(deps));
  await app.register(auditRoutes(deps));
  await app.register(conflictRoutes(deps));
  await app.register(refusalRoutes(deps));
  await app.register(markRoutes(deps));
  await app.register(alertRoutes(deps));
  await app.register(webhookRoutes(deps));
  await app.register(noticeRoutes(deps));
  await app.register(mailboxRoutes(deps));
  await app.register(calendarRoutes(deps));
};

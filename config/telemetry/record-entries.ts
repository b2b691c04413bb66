import { trace } from '@opentelemetry/api';
import { SeverityNumber, type Logger } from '@opentelemetry/api-logs';

/** What is passed on of an entry of the record. */
export type Recorded = {
  sequence: number;
  at: string;
  verb: string;
  caseId: string | null;
  subject: { kind: string };
  hash: string;
};

/**
 * Passes on that an entry was written, under its number and its leaf hash: whoever collects them has, outside the database,
 * what an entry that is changed later no longer fits. Who did it, why and on what stands in the record alone.
 */
export const exportingEntries =
  (logger: Logger) =>
  (entries: readonly Recorded[]): void => {
    if (entries.length > 0)
      trace.getActiveSpan()?.setAttribute(
        'rogatory.audit.verbs',
        entries.map(({ verb }) => verb),
      );
    for (const { sequence, at, verb, caseId, subject, hash } of entries)
      logger.emit({
        timestamp: new Date(at),
        severityNumber: SeverityNumber.INFO,
        severityText: 'info',
        eventName: 'rogatory.audit.entry',
        body: verb,
        attributes: {
          'rogatory.audit.sequence': sequence,
          'rogatory.audit.verb': verb,
          'rogatory.audit.hash': hash,
          'rogatory.subject.kind': subject.kind,
          ...(caseId !== null && { 'rogatory.case.id': caseId }),
        },
      });
  };

// Printed from /openapi.json by `npx tsx scripts/print-client.ts`; a test holds it against the API.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the system is well, and whether it is in training */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process runs; if not, start it again */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Live"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process can serve; if not, send it nobody for now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ready"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem’s type means */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProblemPage"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/absences/{absenceId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody is back, or will not be away after all */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    absenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            absenceId: string;
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            absenceId: string;
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts to the overseer, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description `open`: nobody has acknowledged it. */
                    state?: "open" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Alert"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{alertId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge an alert, with what came of it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    alertId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgedAt: string;
                            alertId: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgedAt: string;
                            alertId: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for your signature, without what you drafted */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Approval"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One step of an approval */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stepId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Approval"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{stepId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign, return or reject exactly the document that was read
         * @description Writes a one-time ticket and hands its id to the workflow, which redeems it. The decision counts when `engine.state` is `DELIVERED`.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    stepId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApprovalDecisionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            decision: "approve" | "return" | "reject";
                            digest: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            stepId: string;
                            ticketId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            decision: "approve" | "return" | "reject";
                            digest: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            stepId: string;
                            ticketId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{stepId}/phone-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the code that the signer reads over the phone */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    stepId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhoneApprovalToEnterInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            digest: string;
                            engine: components["schemas"]["EngineNote"];
                            stepId: string;
                            ticketId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            digest: string;
                            engine: components["schemas"]["EngineNote"];
                            stepId: string;
                            ticketId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{stepId}/phone-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a one-time code, to approve exactly this document of an emergency by phone */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    stepId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PhoneCodeToIssueInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Read it to the officer over the recorded line. It counts once, for this document. */
                            code: string;
                            engine: components["schemas"]["EngineNote"];
                            expiresAt: string;
                            /** @description What the officer reads to you must be the same. */
                            shortDigest: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Read it to the officer over the recorded line. It counts once, for this document. */
                            code: string;
                            engine: components["schemas"]["EngineNote"];
                            expiresAt: string;
                            /** @description What the officer reads to you must be the same. */
                            shortDigest: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{stepId}/phone-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand in person behind what you approved by phone */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    stepId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            ticketId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            ticketId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole record, oldest first, as it stood when the first page was read */
        get: {
            parameters: {
                query?: {
                    caseId?: string;
                    cursor?: string;
                    /** @description Inclusive. */
                    from?: string;
                    limit?: number;
                    /** @description Id of the natural person who acted. */
                    person?: string;
                    subjectId?: string;
                    subjectKind?: string;
                    /** @description Exclusive. */
                    to?: string;
                    verb?: "CASE_OPENED" | "CASE_READ" | "MEMBER_ADDED" | "CONFLICT_DECLARED" | "CONFLICT_ENDED" | "SENSITIVE_MARKED" | "SENSITIVE_UNMARKED" | "SENSITIVE_READ" | "ALERT_RAISED" | "ALERT_ACKNOWLEDGED" | "FACTS_RECORDED" | "DECISION_RECORDED" | "DECISION_SECONDED" | "OVERRIDE_RECORDED" | "OVERRIDE_SECONDED" | "DETERMINATION_MADE" | "DETERMINATION_PROPOSED" | "RULE_SET_KEPT" | "RELEASE_PROPOSED" | "RELEASE_CHECKED" | "RELEASE_APPROVED" | "RELEASE_PUBLISHED" | "RELEASE_WITHDRAWN" | "RELEASE_ROLLBACK_ASKED" | "RELEASE_ROLLBACK_REFUSED" | "RELEASE_ROLLED_BACK" | "REGISTER_PROPOSAL_DECIDED" | "CERTIFICATE_ISSUED" | "PLAN_CHOSEN" | "PLAN_STARTED" | "PLAN_ADOPTED" | "ROUTE_STARTED" | "ROUTE_MOVED" | "DOCUMENT_RENDERED" | "DOCUMENT_READ" | "APPROVAL_ASKED" | "APPROVAL_DECIDED" | "APPROVAL_REFUSED" | "APPROVAL_VOIDED" | "TICKET_ISSUED" | "PHONE_CODE_ISSUED" | "APPROVED_BY_PHONE" | "PHONE_APPROVAL_CONFIRMED" | "HANDED_OVER" | "HAND_OVER_REFUSED" | "DISPATCH_RECORDED" | "ENTERED_LATER" | "ENTERED_LATER_CONFIRMED" | "REPLY_RECORDED" | "REPLY_SET_ASIDE" | "SET_ASIDE_DECIDED" | "GAP_CLOSED" | "EVIDENCE_UPLOADED" | "EVIDENCE_RECEIVED" | "EVIDENCE_OPENED" | "EVIDENCE_MISMATCH" | "WITHDRAWAL_RECORDED" | "REMINDER_SENT" | "ESCALATED" | "NOTICE_ACKNOWLEDGED" | "CLOCK_STARTED" | "CLOCK_ENDED" | "CLOCK_PAUSED" | "CLOCK_RESUMED" | "INCIDENT_OPENED" | "HOLD_PLACED" | "HOLD_RELEASE_SIGNED" | "HOLD_LIFTED" | "START_HELD" | "START_RELEASED" | "EX_POST_REVIEW_SIGNED" | "EX_POST_REVIEWED" | "IDENTIFIER_MET" | "ERASURE_ASKED" | "CASE_ERASED" | "KEYS_ROTATED" | "PERSON_SEEDED" | "PERSON_CHANGE_PROPOSED" | "PERSON_CHANGE_SETTLED" | "OFFICE_CHANGE_PROPOSED" | "OFFICE_CHANGE_SETTLED" | "PERSON_LEFT" | "IDENTITY_LINKED" | "MACHINE_REGISTERED" | "SIGNED_IN" | "SESSION_ENDED" | "ABSENCE_RECORDED" | "ABSENCE_ENDED" | "DELEGATION_REGISTERED" | "DELEGATION_ENDED" | "DUTY_ROSTERED" | "DUTY_ENDED" | "MAILBOX_SET" | "CALENDAR_FEED_MADE" | "CALENDAR_FEED_ENDED" | "WORK_PASSED_ON" | "WAIT_UNOWNED" | "WAIT_OWNED" | "ACCESS_REFUSED" | "AUDIT_READ" | "AUDIT_EXPORTED" | "WEBHOOK_REGISTERED" | "WEBHOOK_ENDED" | "WEBHOOK_REPLAYED" | "WEBHOOK_FAILING";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["AuditEntry"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed root of the record: keep it, and hold us to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditCheckpoint"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record as a file: JSON lines that can be verified, or CSV to look at */
        get: {
            parameters: {
                query: {
                    caseId?: string;
                    format: "jsonl" | "csv";
                    /** @description Inclusive. */
                    from?: string;
                    /** @description Id of the natural person who acted. */
                    person?: string;
                    subjectId?: string;
                    subjectKind?: string;
                    /** @description Exclusive. */
                    to?: string;
                    verb?: "CASE_OPENED" | "CASE_READ" | "MEMBER_ADDED" | "CONFLICT_DECLARED" | "CONFLICT_ENDED" | "SENSITIVE_MARKED" | "SENSITIVE_UNMARKED" | "SENSITIVE_READ" | "ALERT_RAISED" | "ALERT_ACKNOWLEDGED" | "FACTS_RECORDED" | "DECISION_RECORDED" | "DECISION_SECONDED" | "OVERRIDE_RECORDED" | "OVERRIDE_SECONDED" | "DETERMINATION_MADE" | "DETERMINATION_PROPOSED" | "RULE_SET_KEPT" | "RELEASE_PROPOSED" | "RELEASE_CHECKED" | "RELEASE_APPROVED" | "RELEASE_PUBLISHED" | "RELEASE_WITHDRAWN" | "RELEASE_ROLLBACK_ASKED" | "RELEASE_ROLLBACK_REFUSED" | "RELEASE_ROLLED_BACK" | "REGISTER_PROPOSAL_DECIDED" | "CERTIFICATE_ISSUED" | "PLAN_CHOSEN" | "PLAN_STARTED" | "PLAN_ADOPTED" | "ROUTE_STARTED" | "ROUTE_MOVED" | "DOCUMENT_RENDERED" | "DOCUMENT_READ" | "APPROVAL_ASKED" | "APPROVAL_DECIDED" | "APPROVAL_REFUSED" | "APPROVAL_VOIDED" | "TICKET_ISSUED" | "PHONE_CODE_ISSUED" | "APPROVED_BY_PHONE" | "PHONE_APPROVAL_CONFIRMED" | "HANDED_OVER" | "HAND_OVER_REFUSED" | "DISPATCH_RECORDED" | "ENTERED_LATER" | "ENTERED_LATER_CONFIRMED" | "REPLY_RECORDED" | "REPLY_SET_ASIDE" | "SET_ASIDE_DECIDED" | "GAP_CLOSED" | "EVIDENCE_UPLOADED" | "EVIDENCE_RECEIVED" | "EVIDENCE_OPENED" | "EVIDENCE_MISMATCH" | "WITHDRAWAL_RECORDED" | "REMINDER_SENT" | "ESCALATED" | "NOTICE_ACKNOWLEDGED" | "CLOCK_STARTED" | "CLOCK_ENDED" | "CLOCK_PAUSED" | "CLOCK_RESUMED" | "INCIDENT_OPENED" | "HOLD_PLACED" | "HOLD_RELEASE_SIGNED" | "HOLD_LIFTED" | "START_HELD" | "START_RELEASED" | "EX_POST_REVIEW_SIGNED" | "EX_POST_REVIEWED" | "IDENTIFIER_MET" | "ERASURE_ASKED" | "CASE_ERASED" | "KEYS_ROTATED" | "PERSON_SEEDED" | "PERSON_CHANGE_PROPOSED" | "PERSON_CHANGE_SETTLED" | "OFFICE_CHANGE_PROPOSED" | "OFFICE_CHANGE_SETTLED" | "PERSON_LEFT" | "IDENTITY_LINKED" | "MACHINE_REGISTERED" | "SIGNED_IN" | "SESSION_ENDED" | "ABSENCE_RECORDED" | "ABSENCE_ENDED" | "DELEGATION_REGISTERED" | "DELEGATION_ENDED" | "DUTY_ROSTERED" | "DUTY_ENDED" | "MAILBOX_SET" | "CALENDAR_FEED_MADE" | "CALENDAR_FEED_ENDED" | "WORK_PASSED_ON" | "WAIT_UNOWNED" | "WAIT_OWNED" | "ACCESS_REFUSED" | "AUDIT_READ" | "AUDIT_EXPORTED" | "WEBHOOK_REGISTERED" | "WEBHOOK_ENDED" | "WEBHOOK_REPLAYED" | "WEBHOOK_FAILING";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, from the first entry to the one that records this export. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": string;
                        "text/csv": string;
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/proofs/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the record of one size is the beginning of a later one (RFC 6962) */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditConsistency"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/proofs/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that an entry is in the record of this size (RFC 6962) */
        get: {
            parameters: {
                query: {
                    sequence: number;
                    size: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditInclusion"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a secret address of your deadlines for a calendar program; the one before ends */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @description Shown once. Whoever has it reads your deadlines: give it to your calendar only. */
                            url: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @description Shown once. Whoever has it reads your deadlines: give it to your calendar only. */
                            url: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deadlines of the person who made this address, and nothing of what they are about */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The deadlines, as text/calendar. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the secret address of your deadlines */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases you may see, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Case"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a case */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CaseToOpenInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly items: string[];
                            readonly members: {
                                /** @enum {string} */
                                access: "OWNER" | "MEMBER";
                                personId: string;
                            }[];
                            openedAt: string;
                            openedBy: string;
                            reference: string;
                            requestingState: string;
                            /** @enum {string} */
                            state: "OPEN" | "CLOSED";
                            title: string | null;
                            unitId: string;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly items: string[];
                            readonly members: {
                                /** @enum {string} */
                                access: "OWNER" | "MEMBER";
                                personId: string;
                            }[];
                            openedAt: string;
                            openedBy: string;
                            reference: string;
                            requestingState: string;
                            /** @enum {string} */
                            state: "OPEN" | "CLOSED";
                            title: string | null;
                            unitId: string;
                            version: number;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Case"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every clock of the case, running or stopped, with its derivation day by day */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Clock"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/clocks/if-sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be due if everything that waits left at an instant; tomorrow at this time unless said */
        get: {
            parameters: {
                query?: {
                    at?: string;
                };
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            readonly rows: components["schemas"]["ClockIfSent"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record another person’s conflict of interest */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConflictToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            conflictId: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            conflictId: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due in the case, nearest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Deadline"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions of a case, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Decision"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record a decision with its document */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            decidedOn: string;
                            documentRef: string;
                            documentSha256: string | null;
                            effective: boolean;
                            engine: components["schemas"]["EngineNote"];
                            fact: string;
                            id: string;
                            item: string | null;
                            kind: string;
                            proposal: components["schemas"]["Proposal"];
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            secondRoles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | null;
                            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            decidedOn: string;
                            documentRef: string;
                            documentSha256: string | null;
                            effective: boolean;
                            engine: components["schemas"]["EngineNote"];
                            fact: string;
                            id: string;
                            item: string | null;
                            kind: string;
                            proposal: components["schemas"]["Proposal"];
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            secondRoles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | null;
                            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/determinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Determinations of a case, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["DeterminationLine"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Run the rules on the case */
        post: {
            parameters: {
                query?: {
                    /** @description In a case of more than 20 items: those whose conditions stand in `explanation`, separated by commas, at most 20. Without it the first 20. */
                    items?: string;
                    /** @description Language of `text`. Without it the text as it was stored; translations are drafts and say so. */
                    lang?: "en" | "ru" | "kk" | "ky" | "tg" | "tk" | "uz";
                };
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeterminationToMakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeterminationRecord"];
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            caseId: string;
                            caseVersion: number;
                            cause: string;
                            determination: components["schemas"]["Determination"];
                            engine: components["schemas"]["EngineNote"];
                            /** @description Items whose conditions stand in `determination.explanation`: all of them, or 20 at a time in a large case. */
                            readonly explainedItems: string[];
                            /** @description `null` for a dry run: nothing was stored. */
                            id: string | null;
                            /** @description Every route of the catalogue side by side. */
                            readonly routes: components["schemas"]["RouteView"][];
                            /** @description What the officer reads. */
                            text: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            caseId: string;
                            caseVersion: number;
                            cause: string;
                            determination: components["schemas"]["Determination"];
                            engine: components["schemas"]["EngineNote"];
                            /** @description Items whose conditions stand in `determination.explanation`: all of them, or 20 at a time in a large case. */
                            readonly explainedItems: string[];
                            /** @description `null` for a dry run: nothing was stored. */
                            id: string | null;
                            /** @description Every route of the catalogue side by side. */
                            readonly routes: components["schemas"]["RouteView"][];
                            /** @description What the officer reads. */
                            text: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Erasures asked for, and what is left of an erased case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Erasure"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask that a case be erased */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ErasureToAskInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asked: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            caseId: string;
                            done: {
                                at: string;
                                personId: string;
                                proof: {
                                    dataKeyId: string;
                                    ringKeyId: string;
                                    wrappedSha256: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                /** @description SHA-256 over the proof (RFC 8785); stands in the audit trail. */
                                proofDigest: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            endedOn: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            ground: "RETENTION_ENDED" | "NOT_RELEVANT" | "SENDING_STATE" | "ORDERED";
                            id: string;
                            reason: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asked: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            caseId: string;
                            done: {
                                at: string;
                                personId: string;
                                proof: {
                                    dataKeyId: string;
                                    ringKeyId: string;
                                    wrappedSha256: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                /** @description SHA-256 over the proof (RFC 8785); stands in the audit trail. */
                                proofDigest: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            endedOn: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            ground: "RETENTION_ENDED" | "NOT_RELEVANT" | "SENDING_STATE" | "ORDERED";
                            id: string;
                            reason: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/erasure/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand behind an erasure: the key of the case is destroyed, for good */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ErasureToSecondInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asked: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            caseId: string;
                            done: {
                                at: string;
                                personId: string;
                                proof: {
                                    dataKeyId: string;
                                    ringKeyId: string;
                                    wrappedSha256: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                /** @description SHA-256 over the proof (RFC 8785); stands in the audit trail. */
                                proofDigest: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            endedOn: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            ground: "RETENTION_ENDED" | "NOT_RELEVANT" | "SENDING_STATE" | "ORDERED";
                            id: string;
                            reason: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asked: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            caseId: string;
                            done: {
                                at: string;
                                personId: string;
                                proof: {
                                    dataKeyId: string;
                                    ringKeyId: string;
                                    wrappedSha256: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                /** @description SHA-256 over the proof (RFC 8785); stands in the audit trail. */
                                proofDigest: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            endedOn: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            ground: "RETENTION_ENDED" | "NOT_RELEVANT" | "SENDING_STATE" | "ORDERED";
                            id: string;
                            reason: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest answer to every question */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["FactVersion"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Answer questions
         * @description All answers of one request are recorded together or not at all.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                    /** @description The ETag that was read. */
                    "if-match": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FactAnswersInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly askedElsewhere: {
                                item: string | null;
                                /** @description Place in the list of identifiers that was recorded, from 0. */
                                position: number;
                                says: string;
                            }[];
                            caseVersion: number;
                            engine: components["schemas"]["EngineNote"];
                            proposal: components["schemas"]["Proposal"];
                            readonly versions: components["schemas"]["FactVersion"][];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly askedElsewhere: {
                                item: string | null;
                                /** @description Place in the list of identifiers that was recorded, from 0. */
                                position: number;
                                says: string;
                            }[];
                            caseVersion: number;
                            engine: components["schemas"]["EngineNote"];
                            proposal: components["schemas"]["Proposal"];
                            readonly versions: components["schemas"]["FactVersion"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/facts/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of every answer, oldest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    fact?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["FactVersionLine"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds of a case, with who has signed their release */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Hold"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Stop a case, or one of its routes, before anything more leaves */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HoldToPlaceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            holdId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            holdId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add items to a case */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                    /** @description The ETag that was read. */
                    "if-match": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: {
                            id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly items: string[];
                            readonly members: {
                                /** @enum {string} */
                                access: "OWNER" | "MEMBER";
                                personId: string;
                            }[];
                            openedAt: string;
                            openedBy: string;
                            reference: string;
                            requestingState: string;
                            /** @enum {string} */
                            state: "OPEN" | "CLOSED";
                            title: string | null;
                            unitId: string;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly items: string[];
                            readonly members: {
                                /** @enum {string} */
                                access: "OWNER" | "MEMBER";
                                personId: string;
                            }[];
                            openedAt: string;
                            openedBy: string;
                            reference: string;
                            requestingState: string;
                            /** @enum {string} */
                            state: "OPEN" | "CLOSED";
                            title: string | null;
                            unitId: string;
                            version: number;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/items/{itemId}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Identifiers of an item: what cannot be seen, punycode, times in UTC, check digits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                    itemId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IdentifiersOfItem"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/items/{itemId}/identifiers/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read typed identifiers a second time
         * @description Another person sends `readDigest` of what was read; anybody of the case may send `identifiers` typed again. The reading stands for exactly these identifiers and falls with the next version of them.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                    /** @description The ETag that was read. */
                    "if-match": string;
                };
                path: {
                    caseId: string;
                    itemId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecondReadingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseVersion: number;
                            engine: components["schemas"]["EngineNote"];
                            proposal: components["schemas"]["Proposal"];
                            version: components["schemas"]["FactVersion"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseVersion: number;
                            engine: components["schemas"]["EngineNote"];
                            proposal: components["schemas"]["Proposal"];
                            version: components["schemas"]["FactVersion"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Marks of a case and its files, with those that were taken off */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Mark"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Mark a file or the case: from then on it opens only to who says why */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MarkToSetInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            engine: components["schemas"]["EngineNote"];
                            markId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            engine: components["schemas"]["EngineNote"];
                            markId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let another person see and work on the case */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        personId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly items: string[];
                            readonly members: {
                                /** @enum {string} */
                                access: "OWNER" | "MEMBER";
                                personId: string;
                            }[];
                            openedAt: string;
                            openedBy: string;
                            reference: string;
                            requestingState: string;
                            /** @enum {string} */
                            state: "OPEN" | "CLOSED";
                            title: string | null;
                            unitId: string;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly items: string[];
                            readonly members: {
                                /** @enum {string} */
                                access: "OWNER" | "MEMBER";
                                personId: string;
                            }[];
                            openedAt: string;
                            openedBy: string;
                            reference: string;
                            requestingState: string;
                            /** @enum {string} */
                            state: "OPEN" | "CLOSED";
                            title: string | null;
                            unitId: string;
                            version: number;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Overrides of a case, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Override"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Set a page of policy aside for a case, until a day */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OverrideToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            engine: components["schemas"]["EngineNote"];
                            expiresOn: string;
                            id: string;
                            page: string;
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            engine: components["schemas"]["EngineNote"];
                            expiresOn: string;
                            id: string;
                            page: string;
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans of a case: running, drafts, proposals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Plan"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Choose lots of a determination */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanChoiceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            baseDigest: string | null;
                            caseId: string;
                            determinationId: string;
                            difference: components["schemas"]["PlanDifference"];
                            digest: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly lots: components["schemas"]["Lot"][];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @enum {string} */
                            state: "DRAFT" | "ACTIVE" | "PROPOSED" | "SUPERSEDED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            baseDigest: string | null;
                            caseId: string;
                            determinationId: string;
                            difference: components["schemas"]["PlanDifference"];
                            digest: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            readonly lots: components["schemas"]["Lot"][];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @enum {string} */
                            state: "DRAFT" | "ACTIVE" | "PROPOSED" | "SUPERSEDED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who read the case, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["ReadOfCase"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare a conflict of interest of your own: you see nothing of the case from then on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecusalToDeclareInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            conflictId: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            conflictId: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Routes of a case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Route"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/routes/in-flight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a request that was sent on paper; its clocks run from the day it left
         * @description The route begins at the wait for an answer. Deadlines that have passed say so at once; of the steps of a ladder that lie in the past only the last is told. No approval is made up: the record says that it was sent outside, by whom it was entered and who confirmed it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InFlightToEnterInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            readonly clocks: {
                                endsAt: string;
                                /** @description It had ended already when the request was entered. */
                                past: boolean;
                                provisional: boolean;
                                title: string;
                            }[];
                            /** @description Whether the rules plan the same request. */
                            determined: boolean;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            next: string;
                            planId: string;
                            routeId: string;
                            sentAt: string;
                            workflowId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            readonly clocks: {
                                endsAt: string;
                                /** @description It had ended already when the request was entered. */
                                past: boolean;
                                provisional: boolean;
                                title: string;
                            }[];
                            /** @description Whether the rules plan the same request. */
                            determined: boolean;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            next: string;
                            planId: string;
                            routeId: string;
                            sentAt: string;
                            workflowId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the case, oldest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    caseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["AuditEntry"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Routes that exist */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["CatalogueRoute"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open conflicts of interest in the cases you see, and what waits because of them */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Conflict"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conflicts/{conflictId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a conflict of interest that there is not, or not any more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    conflictId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflictId: string;
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            conflictId: string;
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due in the cases you may see, nearest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Deadline"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions/{decisionId}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm another person’s decision; only then it is a fact */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    decisionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionToSecondInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            decidedOn: string;
                            documentRef: string;
                            documentSha256: string | null;
                            effective: boolean;
                            engine: components["schemas"]["EngineNote"];
                            fact: string;
                            id: string;
                            item: string | null;
                            kind: string;
                            proposal: components["schemas"]["Proposal"];
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            secondRoles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | null;
                            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            decidedOn: string;
                            documentRef: string;
                            documentSha256: string | null;
                            effective: boolean;
                            engine: components["schemas"]["EngineNote"];
                            fact: string;
                            id: string;
                            item: string | null;
                            kind: string;
                            proposal: components["schemas"]["Proposal"];
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                            secondRoles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | null;
                            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delegations that you gave or took, now and to come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Delegation"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Let another person stand in for you, or for somebody of your unit
         * @description Who stands in sends `Acting-For`; both names stand under what is done so.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DelegationToGiveInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Only for these cases; `null` for all. */
                            cases: string[] | null;
                            engine: components["schemas"]["EngineNote"];
                            fromAt: string;
                            fromPerson: string;
                            id: string;
                            reason: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            toPerson: string;
                            untilAt: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Only for these cases; `null` for all. */
                            cases: string[] | null;
                            engine: components["schemas"]["EngineNote"];
                            fromAt: string;
                            fromPerson: string;
                            id: string;
                            reason: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            toPerson: string;
                            untilAt: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{delegationId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a delegation before its time: giver, taker, or a supervisor of the unit */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    delegationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            delegationId: string;
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            delegationId: string;
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/determinations/{determinationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One determination, whole */
        get: {
            parameters: {
                query?: {
                    /** @description In a case of more than 20 items: those whose conditions stand in `explanation`, separated by commas, at most 20. Without it the first 20. */
                    items?: string;
                    /** @description Language of `text`. Without it the text as it was stored; translations are drafts and say so. */
                    lang?: "en" | "ru" | "kk" | "ky" | "tg" | "tk" | "uz";
                };
                header?: never;
                path: {
                    determinationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeterminationRecord"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/determinations/{determinationId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is needed to compute a determination again, offline */
        get: {
            parameters: {
                query?: {
                    /** @description `reference` leaves the content of the rule set out; it is at /v1/rule-sets/{digest}. */
                    ruleSet?: "inline" | "reference";
                };
                header?: never;
                path: {
                    determinationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Certificate"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a draft; its ETag is the digest that an approval binds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    documentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{documentId}/files/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF of one form */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    documentId: string;
                    form: "D-01" | "D-02" | "D-03" | "D-04" | "D-05" | "D-06" | "D-07";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file as it was hashed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{documentId}/paragraphs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft by paragraph, with what changed since it was returned and what was said of each */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    documentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Paragraphs"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emergencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell of a danger to life, and start all that the law opens against it
         * @description One request, one transaction: the case is opened, what was told is recorded, the rules are asked and, where the emergency route is open, the whole plan is started. Nothing is started where it is not; the answer says why and what to do instead.
         *
         *     Needed of the case:
         *     - `threat.toLife`: Say whether death or serious bodily harm is imminent: IMMINENT, POTENTIAL or NONE.
         *     - `threat.nature`: Say what the danger is.
         *     - `threat.toWhom`: Say who is in danger.
         *     - `threat.ageGroup`: Say of which age group this person is, as far as you know.
         *     - `threat.whyImminent`: Say when and where the harm is expected, and why it is imminent.
         *     - `threat.knownSince`: Say since when the danger is known.
         *     - `threat.source`: Say where the information comes from.
         *     - `threat.reliability`: Say how reliable this source is, and what confirms it.
         *     - `threat.dataCanAvert`: Say whether the data can avert the harm: true or false.
         *     - `threat.howDataAvert`: Say how the data will avert the harm. Without this link there is no emergency request.
         *     - `threat.whyNormalTooSlow`: Say why the ordinary way is too slow.
         *     - `threat.contentIndispensable` (where `dataCategory` is CONTENT): Say why content is indispensable, or ask for less.
         *     - `requestingAuthority.dutyPhone`: Give the number on which the provider can call back at once, staffed now.
         *     - `requestingAuthority.type`: Say which kind of authority asks.
         *     - `requestingAuthority.name`: Give the name of the authority that asks.
         *     - `requestingAuthority.email`: Give the official mail address of the authority.
         *     - `requestingAuthority.officerBadge`: Give your badge number.
         *     - `requestingAuthority.supervisorContact`: Give name and number of the supervisor on duty.
         *     - `requestingAuthority.senderVerified`: Say whether the sender is verified (official mail domain, portal account or call-back number).
         *     - `proceedings.stage`: Say where the proceedings stand; NO_CRIMINAL_CASE where there are none.
         *     - `proceedings.purpose`: Say what the data are for; LIFE_PROTECTION where it is only to save a life.
         *     - `proceedings.confidentialityRequired`: Say whether the user must not be told: true or false.
         *     - `proceedings.confidentialityReason` (where `proceedings.confidentialityRequired` is true): Say why the user must not be told.
         *     - `offence.category`: Say which kind of matter it is; OTHER where there is no offence.
         *     - `offence.speechBased`: Say whether what would be punished is an expression: true or false.
         *
         *     Needed of each item:
         *     - `dataCategory`: Say which data are wanted: the least that can avert the harm.
         *     - `identifiers`: Give the identifiers exactly as they were seen.
         *     - `identifierQuality`: Say whether the identifiers name exactly one account: EXACT, AMBIGUOUS or INSUFFICIENT.
         *     - `provider.service`: Name the service that holds the data.
         *     - `relevance`: Say why this piece of data is needed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EmergencyToOpenInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly askedElsewhere: {
                                item: string | null;
                                /** @description Place in the list of identifiers that was recorded, from 0. */
                                position: number;
                                says: string;
                            }[];
                            caseId: string;
                            determinationId: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            notOpened: components["schemas"]["EmergencyNotOpened"] | null;
                            planId: string | null;
                            reference: string;
                            /** @enum {string} */
                            state: "STARTED" | "NOT_OPENED";
                            /** @description The determination in words. */
                            text: string;
                            readonly waiting: components["schemas"]["EmergencyWaiting"][];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly askedElsewhere: {
                                item: string | null;
                                /** @description Place in the list of identifiers that was recorded, from 0. */
                                position: number;
                                says: string;
                            }[];
                            caseId: string;
                            determinationId: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            notOpened: components["schemas"]["EmergencyNotOpened"] | null;
                            planId: string | null;
                            reference: string;
                            /** @enum {string} */
                            state: "STARTED" | "NOT_OPENED";
                            /** @description The determination in words. */
                            text: string;
                            readonly waiting: components["schemas"]["EmergencyWaiting"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One upload: digests, state, who received it; never the file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    evidenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Evidence"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{evidenceId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, once two persons have received it: to keep and to compare, never shown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    evidenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The bytes as they came in; Content-Digest is that of the receipt. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{evidenceId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the receipt: first the custodian, then the witness, another person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    evidenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            begunAt: string;
                            caseId: string;
                            endedAt: string | null;
                            engine: components["schemas"]["EngineNote"];
                            fileName: string;
                            id: string;
                            /** @description How it arrived. */
                            means: string | null;
                            readonly receipts: {
                                at: string;
                                byPerson: string;
                                /** @enum {string} */
                                capacity: "CUSTODIAN" | "WITNESS";
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            }[];
                            routeId: string;
                            /** @description The first arrival of the same bytes: that one is received. */
                            sameAs: string | null;
                            senderSha256: string;
                            sha256: string | null;
                            size: number | null;
                            state: string;
                            why: string | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            begunAt: string;
                            caseId: string;
                            endedAt: string | null;
                            engine: components["schemas"]["EngineNote"];
                            fileName: string;
                            id: string;
                            /** @description How it arrived. */
                            means: string | null;
                            readonly receipts: {
                                at: string;
                                byPerson: string;
                                /** @enum {string} */
                                capacity: "CUSTODIAN" | "WITNESS";
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            }[];
                            routeId: string;
                            /** @description The first arrival of the same bytes: that one is received. */
                            sameAs: string | null;
                            senderSha256: string;
                            sha256: string | null;
                            size: number | null;
                            state: string;
                            why: string | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions: what they ask, who answers them, what is assumed while nobody has */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["DictionaryFact"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms/D-05/blank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Blank of the emergency request with the call list of the office, as PDF */
        get: {
            parameters: {
                query?: {
                    lang?: "en" | "ru";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The blank. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gaps/{gapId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a gap: it came after all, another route asks for it, or the office does without */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    gapId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GapToEndInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            gapId: string;
                            /** @enum {string} */
                            how: "CAME" | "ELSEWHERE" | "GIVEN_UP";
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            gapId: string;
                            /** @enum {string} */
                            how: "CAME" | "ELSEWHERE" | "GIVEN_UP";
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the start is held, and how many requests are open */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            held: components["schemas"]["HeldStart"] | null;
                            openRoutes: number;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-start/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a held start go on, after comparing what is on file with the letters that really left */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartToReleaseInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            foundAt: string;
                            id: string;
                            /** @description The number that the workflow engine carried. */
                            inEngine: number | null;
                            /** @description The number that the store carried; null where it carried none. */
                            inStore: number | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            foundAt: string;
                            id: string;
                            /** @description The number that the workflow engine carried. */
                            inEngine: number | null;
                            /** @description The number that the store carried; null where it carried none. */
                            inStore: number | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-start/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open requests of the cases you may see: what is on file beside what the engine says */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["RouteCompared"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{holdId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the release of a hold; a rights hold is lifted by legal adviser and head of office together */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    holdId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HoldToReleaseInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            holdId: string;
                            lifted: boolean;
                            /** @description Who still has to sign. */
                            readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            holdId: string;
                            lifted: boolean;
                            /** @description Who still has to sign. */
                            readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/machines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Machines that are or were let in, and what each may ask for */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Machine"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/unsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that did not leave, to people of your unit; of every unit for an administrator */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["UnsentMail"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marks/{markId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a mark off */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    markId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            markId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            markId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description `open`: nobody has taken note of it. */
                    state?: "open" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Notice"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notices/{noticeId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take note of something you were told; it climbs no further */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    noticeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            noticeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            acknowledgedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            noticeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of units and machines, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description `open`: nobody has settled it. */
                    state?: "open" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["OfficeChange"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Propose a new unit or machine, or another name, unit, actions or end of one
         * @description Nothing changes before another administrator, or the head of office, confirms it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OfficeChangeToProposeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            kind: "unit" | "machine";
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            kind: "unit" | "machine";
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office-changes/{officeChangeId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a change of a unit or a machine that another person proposed: it is so from now on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    officeChangeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonChangeToSettleInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            kind: "unit" | "machine";
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            kind: "unit" | "machine";
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/office-changes/{officeChangeId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a change of a unit or a machine, or take back one that you proposed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    officeChangeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonChangeToSettleInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            kind: "unit" | "machine";
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            kind: "unit" | "machine";
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overrides/{overrideId}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand behind another person’s override; only then it counts */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    overrideId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OverrideToSecondInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            engine: components["schemas"]["EngineNote"];
                            expiresOn: string;
                            id: string;
                            page: string;
                            proposal: components["schemas"]["Proposal"];
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            caseId: string;
                            engine: components["schemas"]["EngineNote"];
                            expiresOn: string;
                            id: string;
                            page: string;
                            proposal: components["schemas"]["Proposal"];
                            reason: string;
                            recorded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            };
                            seconded: {
                                at: string;
                                personId: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            } | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an operator has stopped */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Pause"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Stop a channel, a family of routes, or everything */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PauseToPlaceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            pauseId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            pauseId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pauses/{pauseId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a pause; what it held is tried again within a minute */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    pauseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PauseToEndInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            pauseId: string;
                            woken: number;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            pauseId: string;
                            woken: number;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of your unit; of every unit for who answers for people */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    role?: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                    unitId?: string;
                    /** @description `all`: also who has left. */
                    who?: "here" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["PersonInDirectory"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of persons, newest first, each beside what is so now */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description `open`: nobody has settled it. */
                    state?: "open" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["PersonChange"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Propose a new person, or another unit, name, roles or account for one
         * @description Nothing changes before another administrator, or the head of office, confirms it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonChangeToProposeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            personId: string;
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            personId: string;
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people-changes/{changeId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a change that another person proposed: it is so from now on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    changeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonChangeToSettleInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            personId: string;
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            personId: string;
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people-changes/{changeId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a change, or take back one that you proposed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    changeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PersonChangeToSettleInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            personId: string;
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeId: string;
                            engine: components["schemas"]["EngineNote"];
                            personId: string;
                            /** @enum {string} */
                            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person, when he or she is away, and who stands in for whom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PersonFile"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you, or somebody of your unit, will be away; why is not asked */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AbsenceToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            fromAt: string;
                            id: string;
                            personId: string;
                            untilAt: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            fromAt: string;
                            id: string;
                            personId: string;
                            untilAt: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person leaves: from now on he or she signs in nowhere, and nobody stands in for him or her
         * @description Who still holds work hands it over first, or leaves with the hand-over.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DepartureInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            leftAt: string;
                            personId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            leftAt: string;
                            personId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand over what lies with a person: cases, requests and duty, in one act
         * @description The successor signs nothing of what he or she takes over. See GET /v1/people/{personId}/work first.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkToHandOverInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly cases: {
                                caseId: string;
                                /** @description Requests the successor answers for, and signs none of. */
                                readonly drafts: string[];
                                /** @description The successor owns it now. */
                                owner: boolean;
                            }[];
                            engine: components["schemas"]["EngineNote"];
                            left: boolean;
                            personId: string;
                            /** @description Duty that the successor does now. */
                            readonly shifts: string[];
                            successorId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly cases: {
                                caseId: string;
                                /** @description Requests the successor answers for, and signs none of. */
                                readonly drafts: string[];
                                /** @description The successor owns it now. */
                                owner: boolean;
                            }[];
                            engine: components["schemas"]["EngineNote"];
                            left: boolean;
                            personId: string;
                            /** @description Duty that the successor does now. */
                            readonly shifts: string[];
                            successorId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End every session of a person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignOutInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Number of sessions that were ended. */
                            ended: number;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Number of sessions that were ended. */
                            ended: number;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies with a person, and whether a successor could take it; changes nothing */
        get: {
            parameters: {
                query?: {
                    successorId?: string;
                };
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkOfPerson"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** You, with your unit and roles */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How you are written to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Mailbox"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Say how you are written to */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Where you are written to; `null`: nowhere, and mail waits. */
                        address: string | null;
                        /** @description One mail a day instead of one for each routine reminder; what presses comes at once all the same. */
                        digest: boolean;
                        /** @enum {string} */
                        language: "en" | "ru";
                        /** @description IANA name of the clock you live by; `null`: that of the State of your unit. */
                        zone: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Where you are written to; `null`: nowhere, and mail waits. */
                            address: string | null;
                            /** @description One mail a day instead of one for each routine reminder; what presses comes at once all the same. */
                            digest: boolean;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            language: "en" | "ru";
                            /** @description IANA name of the clock you live by; `null`: that of the State of your unit. */
                            zone: string | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Where you are written to; `null`: nowhere, and mail waits. */
                            address: string | null;
                            /** @description One mail a day instead of one for each routine reminder; what presses comes at once all the same. */
                            digest: boolean;
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            language: "en" | "ru";
                            /** @description IANA name of the clock you live by; `null`: that of the State of your unit. */
                            zone: string | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Session"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/me/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Number of sessions that were ended. */
                            ended: number;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Number of sessions that were ended. */
                            ended: number;
                            engine: components["schemas"]["EngineNote"];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plan, and how it differs from the running one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    planId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a proposed plan in the place of the running one */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                    /** @description The ETag that was read. */
                    "if-match": string;
                };
                path: {
                    planId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanAdoptionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            plan: components["schemas"]["Plan"];
                            readonly routes: {
                                lotKey: string;
                                routeId: string;
                                workflowId: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            plan: components["schemas"]["Plan"];
                            readonly routes: {
                                lotKey: string;
                                routeId: string;
                                workflowId: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the routes of a plan */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                    /** @description The ETag that was read. */
                    "if-match": string;
                };
                path: {
                    planId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            plan: components["schemas"]["Plan"];
                            readonly routes: {
                                lotKey: string;
                                routeId: string;
                                workflowId: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            plan: components["schemas"]["Plan"];
                            readonly routes: {
                                lotKey: string;
                                routeId: string;
                                workflowId: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refusals/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why you were refused, and who can help; your own refusals only */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    reference: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Refusal"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registers/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was observed of addressees since it was last decided on, and what was decided; no case is named */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly decided: components["schemas"]["RegisterDecision"][];
                            readonly rows: components["schemas"]["RegisterProposal"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registers/proposals/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a proposal as a line for the next release of the registers, or reject it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegisterProposalToDecideInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decisionId: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @description The line that a release would put into the register. */
                            line: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decisionId: string;
                            engine: components["schemas"]["EngineNote"];
                            /** @description The line that a release would put into the register. */
                            line: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Releases of the rules, newest first, each with every step of it */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Release"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Propose a whole folder of rules in the place of those that are published
         * @description Nothing changes before it is checked, approved by a second adviser, and published.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseToProposeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One release: who did what to it and why, its figures, and its signed note */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Release"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a checked release, as another legal adviser than who proposed it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseStepToTakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a release and try every worked case in it; any fault refuses the step */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseStepToTakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every file of a release as it was proposed, to be compared and tried */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReleaseFolder"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish an approved release: its digest is signed, and it is in force from its day on */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseToPublishInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to take the release that was published last back, to the one before it */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseStepToTakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/rollback/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a release back, as another person than who asked for it: the one before is in force */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseStepToTakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/rollback/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a release stay that was asked to be taken back */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseStepToTakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a release up before it is published */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseStepToTakeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
                            baseId: string | null;
                            byPerson: string;
                            /** @description SHA-256 of the packed folder. */
                            contentDigest: string;
                            /**
                             * Format: date
                             * @description First day of force as proposed; a publication may name a later one.
                             */
                            effectFrom: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            onBehalfOf: string | null;
                            reason: string;
                            registersDigest: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            ruleSetDigest: string;
                            /** @enum {string} */
                            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
                            readonly steps: {
                                at: string;
                                byPerson: string;
                                effectFrom: string | null;
                                figures: components["schemas"]["ReleaseFigures"] | null;
                                /** @description Signed note of the publication (C2SP signed-note). */
                                note: string | null;
                                onBehalfOf: string | null;
                                reason: string;
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                                /** @enum {string} */
                                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
                            }[];
                            title: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{releaseId}/work-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open cases one may see whose determination the release changes, with the first rule; a running case keeps its plan until a person adopts another */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    releaseId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReleaseWorkList"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replies/{replyId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on an answer that was set aside: open its route again, or leave it where it lies */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    replyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetAsideToDecideInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            replyId: string;
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            replyId: string;
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replies/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers that wait for a supervisor: they came late, or may have come before */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["ReplyThatWaits"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rota/{shiftId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a person off the rota */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    shiftId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            shiftId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            shiftId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One route, with what was drafted, sent, answered and received */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RouteFile"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/clocks/{clockId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a period of the office stand still until a day */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    clockId: string;
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClockToPauseInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/clocks/{clockId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a period of the office go on with the time it had left */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    clockId: string;
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClockToResumeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that the request was sent; only then its clocks start */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DispatchToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file as it came, streamed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Needed. RFC 9530: sha-256=:<base64>: of the whole file, as the sender gave it. */
                    "content-digest"?: string;
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                    /** @description The sender’s file name, percent-encoded UTF-8: a label, never a path. */
                    "x-file-name"?: string;
                    /** @description How it arrived, percent-encoded UTF-8: portal, mail, courier. */
                    "x-means"?: string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            begunAt: string;
                            caseId: string;
                            endedAt: string | null;
                            engine: components["schemas"]["EngineNote"];
                            fileName: string;
                            id: string;
                            /** @description How it arrived. */
                            means: string | null;
                            readonly receipts: {
                                at: string;
                                byPerson: string;
                                /** @enum {string} */
                                capacity: "CUSTODIAN" | "WITNESS";
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            }[];
                            routeId: string;
                            /** @description The first arrival of the same bytes: that one is received. */
                            sameAs: string | null;
                            senderSha256: string;
                            sha256: string | null;
                            size: number | null;
                            state: string;
                            why: string | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            begunAt: string;
                            caseId: string;
                            endedAt: string | null;
                            engine: components["schemas"]["EngineNote"];
                            fileName: string;
                            id: string;
                            /** @description How it arrived. */
                            means: string | null;
                            readonly receipts: {
                                at: string;
                                byPerson: string;
                                /** @enum {string} */
                                capacity: "CUSTODIAN" | "WITNESS";
                                /** @enum {string} */
                                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            }[];
                            routeId: string;
                            /** @description The first arrival of the same bytes: that one is received. */
                            sameAs: string | null;
                            senderSha256: string;
                            sha256: string | null;
                            size: number | null;
                            state: string;
                            why: string | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/in-flight/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stand behind a request that another person entered later, its scan in hand */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an answer; one that comes late or twice is set aside, and nothing is lost */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplyToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            routeId: string;
                            /** @description Why it did not go on to its route; `null` when it did. */
                            setAside: components["schemas"]["Aside"] | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            routeId: string;
                            /** @description Why it did not go on to its route; `null` when it did. */
                            setAside: components["schemas"]["Aside"] | null;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that a clarification was answered, or what was decided when nobody answered */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReportToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign the review after an emergency; it counts with the second of two persons, one of them a legal adviser */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReviewToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routes/{routeId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the request */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    routeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WithdrawalToRecordInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            conversion?: components["schemas"]["Conversion"];
                            engine: components["schemas"]["EngineNote"];
                            id: string;
                            /** @enum {string} */
                            mark?: "TRAINING - NOT A REQUEST";
                            /** @description After a signature of a review. */
                            review?: {
                                /** @description Once two have signed: validated only where both say so. */
                                counts: ("VALIDATED" | "NOT_VALIDATED") | null;
                                /** @description Who has to be the second; empty: whoever may review. */
                                readonly waitsFor: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                            };
                            routeId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rule-sets/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule set as it was, by its digest: the body is the text whose SHA-256 the digest is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    digest: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Canonical JSON (RFC 8785). */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleSetContent"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules, by id */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            digest: string;
                            /** @description The release in force; `null`: none was published, and the rules are the files of the installation. */
                            releaseId: string | null;
                            readonly rows: components["schemas"]["RuleLine"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One rule, with its reference and conditions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ruleId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleInForce"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{ruleId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a rule means in a sentence, what it reads, its figures of today and its law; or what bears on a route */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "ru" | "kk" | "ky" | "tg" | "tk" | "uz";
                };
                header?: never;
                path: {
                    ruleId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleExplained"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with the rules in force: unused words, law that has ended, readings that are old */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of the rule set that was checked, or that the pages were held against. */
                            digest: string;
                            readonly findings: components["schemas"]["RuleFinding"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** What would be wrong with these pages in the place of those in force; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pages: {
                            file: string;
                            text: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Of the rule set that was checked, or that the pages were held against. */
                            digest: string;
                            readonly findings: components["schemas"]["RuleFinding"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which of the cases one may see these pages would change in the place of those in force, and how; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Day whose law is asked for; without it, today.
                         */
                        on?: string;
                        pages: {
                            file: string;
                            text: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleImpact"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out here */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionsEnded"];
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of the office, open and closed */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["Unit"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{unitId}/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers for a role in a unit at an instant, now unless said, and why it is this person */
        get: {
            parameters: {
                query: {
                    at?: string;
                    role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                };
                header?: never;
                path: {
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["OnDuty"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/units/{unitId}/rota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Duty of a unit between two instants; the week from now on unless said */
        get: {
            parameters: {
                query?: {
                    fromAt?: string;
                    untilAt?: string;
                };
                header?: never;
                path: {
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["DutyShift"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Put a person on the rota */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    unitId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DutyToRosterInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            fromAt: string;
                            id: string;
                            personId: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            unitId: string;
                            untilAt: string;
                            zone: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            fromAt: string;
                            id: string;
                            personId: string;
                            /** @enum {string} */
                            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                            unitId: string;
                            untilAt: string;
                            zone: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wait-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a person who is not there, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description `open`: it still waits for nobody. */
                    state?: "open" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            readonly rows: components["schemas"]["WaitNotice"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems that are told of the cases of your unit, and how far they were */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Webhook"][];
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Tell another system of the events of your unit; the secret is shown this once */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookToRegisterInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @description Checks the signatures (Standard Webhooks). It is not shown again. */
                            secret: string;
                            /** @description Events after this one are sent. */
                            toldUpTo: number;
                            webhookId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            /** @description Checks the signatures (Standard Webhooks). It is not shown again. */
                            secret: string;
                            /** @description Events after this one are sent. */
                            toldUpTo: number;
                            webhookId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a system nothing more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookToEndInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            webhookId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            endedAt: string;
                            engine: components["schemas"]["EngineNote"];
                            webhookId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again, from an event on; what was taken comes a second time with the same id */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Of your own, 8 to 128 printable characters. The same key answers with the first answer. */
                    "idempotency-key": string;
                };
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookToReplayInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            from: number;
                            webhookId: string;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            engine: components["schemas"]["EngineNote"];
                            from: number;
                            webhookId: string;
                        };
                    };
                };
                /** @description A refusal (RFC 9457). */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Absence: {
            fromAt: string;
            id: string;
            personId: string;
            untilAt: string;
        };
        AbsenceToRecordInput: {
            /** Format: date-time */
            fromAt: string;
            /** Format: date-time */
            untilAt: string;
        };
        Alert: {
            acknowledgedAt: string | null;
            at: string;
            /** @description Who acknowledged it. */
            byPerson: string | null;
            caseId: string;
            id: string;
            /** @enum {string} */
            kind: "EMERGENCY_UNREVIEWED" | "HOLD_RELEASED" | "POLICY_OVERRIDDEN" | "PRESERVATION_EXPIRED" | "SEALED_OPENED" | "ONE_PERSON_TWO_ROLES" | "APPROVED_AT_ONCE" | "MANY_ACCOUNTS" | "EVENTS_NOT_TAKEN" | "ENGINE_DIFFERS";
            /** @description What came of it. */
            reason: string | null;
            says: string;
            subjectId: string;
            subjectKind: string;
        };
        Approval: {
            addressee: string;
            caseId: string;
            caseReference: string;
            digest: string;
            documentId: string | null;
            documentVersion: number | null;
            dueAt: string;
            family: string;
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            measure: string;
            opensAt: string;
            readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            route: string;
            routeId: string;
            /** @enum {string} */
            state: "OPEN" | "APPROVED" | "RETURNED" | "REJECTED" | "CLOSED";
            step: string;
            stepId: string;
        };
        ApprovalDecisionInput: {
            /** @description What is to change, by paragraph; only with `return`. */
            comments?: {
                /** @description As the paragraphs of the document name it, e.g. D-01/4. */
                paragraph: string;
                says: string;
            }[];
            /** @enum {string} */
            decision: "approve" | "return" | "reject";
            digest: string;
            reason?: string;
        };
        Aside: {
            /** @description The answer that it seems to be. */
            sameAs: string | null;
            /** @enum {string} */
            why: "LATE" | "SAME_CONTENT" | "SAME_REFERENCE";
        };
        AuditCheckpoint: {
            /** @description Public keys that signed it: name+hash+base64. */
            readonly keys: string[];
            madeAt: string;
            /** @description Signed note (C2SP signed-note, tlog-checkpoint) with origin, size and root. */
            note: string;
            /** @description SHA-256, lower-case hex. */
            root: string;
            size: number;
            /** @description The newest root that an authority has time-stamped, and when: behind while the authority is down. */
            stampedUpTo: {
                at: string;
                size: number;
            } | null;
            /** @description Time-stamp token over the note (RFC 3161), base64. */
            timeStamp: string | null;
            /** @enum {string} */
            why: "HOURLY" | "SIGN_OFF" | "ASKED";
        };
        AuditConsistency: {
            from: number;
            /** @description SHA-256, lower-case hex. */
            fromRoot: string;
            /** @description Hashes from the bottom up, as RFC 6962 orders them. */
            readonly proof: string[];
            to: number;
            /** @description SHA-256, lower-case hex. */
            toRoot: string;
        };
        AuditEntry: {
            actor: {
                /** @description The claim that showed a second factor. */
                factor?: string;
                /** @constant */
                kind: "person";
                /** @description In whose name, under a delegation. */
                onBehalfOf?: string;
                personId: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            } | {
                /** @constant */
                kind: "machine";
                serviceId: string;
            } | {
                component: string;
                /** @constant */
                kind: "system";
            } | {
                /** @constant */
                kind: "unidentified";
                seenAs: string;
            };
            at: string;
            /** @description Canonical JSON (RFC 8785), as it was hashed. */
            body: string;
            caseId: string | null;
            /** @description Leaf of the Merkle tree (RFC 6962) over the canonical JSON of all the rest. */
            hash: string;
            newDigest: string | null;
            oldDigest: string | null;
            reason: string | null;
            sequence: number;
            subject: {
                id: string;
                kind: string;
            };
            /** @enum {string} */
            verb: "CASE_OPENED" | "CASE_READ" | "MEMBER_ADDED" | "CONFLICT_DECLARED" | "CONFLICT_ENDED" | "SENSITIVE_MARKED" | "SENSITIVE_UNMARKED" | "SENSITIVE_READ" | "ALERT_RAISED" | "ALERT_ACKNOWLEDGED" | "FACTS_RECORDED" | "DECISION_RECORDED" | "DECISION_SECONDED" | "OVERRIDE_RECORDED" | "OVERRIDE_SECONDED" | "DETERMINATION_MADE" | "DETERMINATION_PROPOSED" | "RULE_SET_KEPT" | "RELEASE_PROPOSED" | "RELEASE_CHECKED" | "RELEASE_APPROVED" | "RELEASE_PUBLISHED" | "RELEASE_WITHDRAWN" | "RELEASE_ROLLBACK_ASKED" | "RELEASE_ROLLBACK_REFUSED" | "RELEASE_ROLLED_BACK" | "REGISTER_PROPOSAL_DECIDED" | "CERTIFICATE_ISSUED" | "PLAN_CHOSEN" | "PLAN_STARTED" | "PLAN_ADOPTED" | "ROUTE_STARTED" | "ROUTE_MOVED" | "DOCUMENT_RENDERED" | "DOCUMENT_READ" | "APPROVAL_ASKED" | "APPROVAL_DECIDED" | "APPROVAL_REFUSED" | "APPROVAL_VOIDED" | "TICKET_ISSUED" | "PHONE_CODE_ISSUED" | "APPROVED_BY_PHONE" | "PHONE_APPROVAL_CONFIRMED" | "HANDED_OVER" | "HAND_OVER_REFUSED" | "DISPATCH_RECORDED" | "ENTERED_LATER" | "ENTERED_LATER_CONFIRMED" | "REPLY_RECORDED" | "REPLY_SET_ASIDE" | "SET_ASIDE_DECIDED" | "GAP_CLOSED" | "EVIDENCE_UPLOADED" | "EVIDENCE_RECEIVED" | "EVIDENCE_OPENED" | "EVIDENCE_MISMATCH" | "WITHDRAWAL_RECORDED" | "REMINDER_SENT" | "ESCALATED" | "NOTICE_ACKNOWLEDGED" | "CLOCK_STARTED" | "CLOCK_ENDED" | "CLOCK_PAUSED" | "CLOCK_RESUMED" | "INCIDENT_OPENED" | "HOLD_PLACED" | "HOLD_RELEASE_SIGNED" | "HOLD_LIFTED" | "START_HELD" | "START_RELEASED" | "EX_POST_REVIEW_SIGNED" | "EX_POST_REVIEWED" | "IDENTIFIER_MET" | "ERASURE_ASKED" | "CASE_ERASED" | "KEYS_ROTATED" | "PERSON_SEEDED" | "PERSON_CHANGE_PROPOSED" | "PERSON_CHANGE_SETTLED" | "OFFICE_CHANGE_PROPOSED" | "OFFICE_CHANGE_SETTLED" | "PERSON_LEFT" | "IDENTITY_LINKED" | "MACHINE_REGISTERED" | "SIGNED_IN" | "SESSION_ENDED" | "ABSENCE_RECORDED" | "ABSENCE_ENDED" | "DELEGATION_REGISTERED" | "DELEGATION_ENDED" | "DUTY_ROSTERED" | "DUTY_ENDED" | "MAILBOX_SET" | "CALENDAR_FEED_MADE" | "CALENDAR_FEED_ENDED" | "WORK_PASSED_ON" | "WAIT_UNOWNED" | "WAIT_OWNED" | "ACCESS_REFUSED" | "AUDIT_READ" | "AUDIT_EXPORTED" | "WEBHOOK_REGISTERED" | "WEBHOOK_ENDED" | "WEBHOOK_REPLAYED" | "WEBHOOK_FAILING";
        };
        AuditInclusion: {
            /** @description SHA-256, lower-case hex. */
            hash: string;
            /** @description Hashes from the bottom up, as RFC 6962 orders them. */
            readonly proof: string[];
            /** @description SHA-256, lower-case hex. */
            root: string;
            sequence: number;
            size: number;
        };
        Blocker: {
            code: string;
            cure: {
                readonly by: string[];
                fact: string;
                is: components["schemas"]["FactValue"];
            };
            readonly items: string[];
            /** @enum {string} */
            kind: "law" | "third-party" | "policy";
            rule: string;
            scope: string;
            /** @enum {string} */
            stage: "remove" | "dispatch";
        };
        Case: {
            id: string;
            readonly items: string[];
            readonly members: {
                /** @enum {string} */
                access: "OWNER" | "MEMBER";
                personId: string;
            }[];
            openedAt: string;
            openedBy: string;
            reference: string;
            requestingState: string;
            /** @enum {string} */
            state: "OPEN" | "CLOSED";
            title: string | null;
            unitId: string;
            version: number;
        };
        CaseToOpenInput: {
            /** @default [] */
            items?: {
                id: string;
            }[];
            /** @description File number of the office. */
            reference: string;
            requestingState: string;
            title?: string;
        };
        CatalogueRoute: {
            /** @enum {string} */
            family: "OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2";
            lifeCycle: string;
            readonly needsToDispatch: string[];
            /** @enum {string} */
            status: "complete" | "partial" | "dormant";
            title: string;
            usableInCourt: string;
            userMayBeTold: string;
            readonly variants: string[];
        };
        Certificate: {
            determination: {
                at: string;
                caseId: string;
                caseVersion: number;
                cause: string;
                id: string;
            };
            /** @constant */
            form: "rogatory-certificate/1";
            frame: {
                asOf: string;
                case: {
                    [key: string]: string | number | boolean | null | string[];
                };
                items: {
                    facts: {
                        [key: string]: string | number | boolean | null | string[];
                    };
                    id: string;
                }[];
                sources: {
                    [key: string]: {
                        [key: string]: {
                            at?: string;
                            /** @enum {string} */
                            kind: "person" | "decision" | "register" | "derived" | "scenario";
                            ref: string;
                        };
                    };
                };
            } & {
                [key: string]: unknown;
            };
            issuedAt: string;
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            parts: {
                [key: string]: string;
            };
            program: {
                name: string;
                version: string;
            };
            result: {
                [key: string]: unknown;
            };
            ruleSet: {
                address: string;
                content?: unknown;
                digest: string;
            };
            salt: string;
            seal: string;
            text: string;
            traceDigest: string;
        };
        Change: {
            readonly closes: components["schemas"]["RouteId"][];
            readonly facts: {
                readonly by: string[];
                fact: string;
                is: components["schemas"]["FactValue"];
                question: string;
                stands: components["schemas"]["FactValue"];
                subject: string;
            }[];
            readonly frees: components["schemas"]["RouteId"][];
            /** @enum {string} */
            kind: "LEARN" | "ACT" | "STATE";
            readonly opens: components["schemas"]["RouteId"][];
        };
        Clock: {
            amount: number;
            /** @description Versions of the calendars, each after its State. */
            readonly calendars: string[];
            /** @description Day by day; empty for minutes and hours. */
            readonly days: {
                counts: number | null;
                date: string;
                why: string | null;
            }[];
            endsAt: string;
            from: string;
            id: string;
            /** @description The end on the clock of our office, with offset and zone. */
            local: string;
            /** @enum {string} */
            nature: "law" | "office" | "provider";
            /** @description A day that was counted rests on an estimate of the calendar. */
            provisional: boolean;
            reference: string;
            routeId: string;
            rule: string;
            startedAt: string;
            /** @enum {string} */
            startedBy: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
            stoppedAt: string | null;
            stopWhy: string | null;
            title: string;
            /** @description Who is told, and when. */
            readonly told: {
                at: string;
                tell: string;
                /** @enum {string} */
                what: "remind" | "escalate" | "call";
            }[];
            /** @enum {string} */
            unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
        };
        ClockIfSent: {
            addressee: string;
            amount: number;
            /** @description Versions of the calendars, each after its State. */
            readonly calendars: string[];
            /** @description Day by day; empty for minutes and hours. */
            readonly days: {
                counts: number | null;
                date: string;
                why: string | null;
            }[];
            endsAt: string;
            from: string;
            /** @description The end on the clock of our office, with offset and zone. */
            local: string;
            /** @enum {string} */
            nature: "law" | "office" | "provider";
            /** @description A day that was counted rests on an estimate of the calendar. */
            provisional: boolean;
            reference: string;
            route: string;
            routeId: string;
            rule: string;
            /**
             * @description PRESERVED: if the addressee preserved at that very moment, which is the latest safe reading.
             * @enum {string}
             */
            startsWith: "DISPATCHED" | "PRESERVED";
            title: string;
            /** @enum {string} */
            unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
        };
        ClockToPauseInput: {
            /** @description Who looks after it meanwhile; you, unless said. */
            ownerId?: string;
            reason: string;
            /**
             * Format: date-time
             * @description When it goes on by itself, with the time it had left.
             */
            until: string;
        };
        ClockToResumeInput: {
            reason: string;
        };
        Conflict: {
            at: string;
            byPerson: string;
            caseId: string;
            id: string;
            /** @description The person owns the case: name a successor. */
            needsOwner: boolean;
            /** @description Open steps that nobody but this person could sign. */
            readonly nobodyCanSign: string[];
            personId: string;
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
        };
        ConflictToRecordInput: {
            personId: string;
            reason: string;
            /** @description Officer of the unit who takes over what the person owns. */
            successorId?: string;
        };
        Conversion: {
            /** @description Routes that may follow, by the page of its life cycle. */
            readonly may: ("OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2")[];
            /** @description Those that the running plan has already. */
            readonly planned: ("OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2")[];
            proposal: components["schemas"]["Proposal"];
            /**
             * @description Why the route did not give what was asked.
             * @enum {string}
             */
            reason: "WRONG_IDENTIFIER" | "WRONG_ENTITY" | "TOO_BROAD" | "LEGAL_PROCESS_NEEDED" | "FORMAL_CHANNEL_NEEDED" | "NO_DATA" | "NO_POWER" | "CUSTODIAN_UNKNOWN" | "NO_DUAL_CRIMINALITY" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "RIGHTS_CONCERN" | "CONFLICT_OF_LAW" | "NO_REASON_GIVEN" | "NO_ANSWER";
            /** @description Those that the rules keep shut for these items, and why. */
            readonly shut: {
                reason: string;
                route: string;
            }[];
        };
        Deadline: {
            at: string;
            caseId: string;
            caseReference: string;
            id: string;
            /** @enum {string} */
            kind: "CLOCK" | "APPROVAL";
            /** @enum {string} */
            nature: "law" | "office" | "provider";
            provisional: boolean;
            reference: string | null;
            route: string;
            routeId: string;
            title: string;
        };
        Decision: {
            caseId: string;
            decidedOn: string;
            documentRef: string;
            documentSha256: string | null;
            effective: boolean;
            fact: string;
            id: string;
            item: string | null;
            kind: string;
            reason: string;
            recorded: {
                at: string;
                personId: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            };
            seconded: {
                at: string;
                personId: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            } | null;
            secondRoles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | null;
            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
        };
        DecisionToRecordInput: {
            /** Format: date */
            decidedOn: string;
            document: {
                /** @description Number of the order, form or letter. */
                ref: string;
                sha256?: string;
            };
            /** @description Only where several facts are decisions of this kind. */
            fact?: string;
            item?: string;
            /** @description A kind of decision of the dictionary: GET /v1/facts. */
            kind: string;
            reason: string;
            value: unknown;
        };
        DecisionToSecondInput: {
            reason?: string;
        };
        Delegation: {
            /** @description Only for these cases; `null` for all. */
            cases: string[] | null;
            fromAt: string;
            fromPerson: string;
            id: string;
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            toPerson: string;
            untilAt: string;
        };
        DelegationLine: {
            fromAt: string;
            fromPerson: string;
            id: string;
            /** @description Only for some cases. */
            limited: boolean;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            toPerson: string;
            untilAt: string;
        };
        DelegationToGiveInput: {
            /** @description Only for these cases. */
            cases?: string[];
            /** Format: date-time */
            fromAt: string;
            /** @description You, unless said. */
            fromPerson?: string;
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            toPerson: string;
            /** Format: date-time */
            untilAt: string;
        };
        DepartureInput: {
            reason: string;
        };
        Determination: {
            readonly alternates: {
                readonly items: string[];
                reason: string;
                readonly reasons: string[];
                route: string;
            }[];
            readonly asks: {
                code: string;
                readonly facts: string[];
                readonly items: string[];
                rule: string;
            }[];
            asOf: string;
            readonly blockers: components["schemas"]["Blocker"][];
            digest: string;
            /** @description Set when the second evaluator came to another outcome: the stricter plan stands. */
            disputed: {
                differs: string;
                readonly other: string[];
            } | null;
            engine: {
                name: string;
                version: string;
            };
            readonly explanation: components["schemas"]["RuleOutcome"][];
            readonly firedRules: string[];
            readonly legalBasis: string[];
            readonly lots: components["schemas"]["Lot"][];
            readonly missingFacts: string[];
            /** @description Two answers that decide together what neither decides alone. */
            readonly openPairs?: {
                readonly answers: {
                    fact: string;
                    is: components["schemas"]["FactValue"];
                    question: string;
                    subject: string;
                }[];
                readonly mayChange: string[];
            }[];
            readonly openQuestions: {
                fact: string;
                readonly mayChange: string[];
                question: string;
                subject: string;
            }[];
            openQuestionsExhaustive?: boolean;
            /** @description Pages of policy that were set aside, and what the rules propose without that. */
            overridden?: {
                readonly overrides: components["schemas"]["OverrideThatCounted"][];
                without: {
                    readonly blockers: components["schemas"]["Blocker"][];
                    readonly firedRules: string[];
                    readonly missingFacts: string[];
                    readonly plan: components["schemas"]["RouteId"][];
                    readonly safeguards: string[];
                };
            };
            readonly plan: components["schemas"]["RouteId"][];
            ruleSetDigest: string;
            readonly safeguards: string[];
            /** @description What would open a better route: what can be learnt, what somebody can do, what only a State can change. */
            smallestChange?: components["schemas"]["SmallestChange"];
            readonly steps: components["schemas"]["Step"][];
            readonly unconfirmedRules: string[];
        };
        DeterminationLine: {
            asOf: string;
            at: string;
            caseId: string;
            caseVersion: number;
            cause: string;
            digest: string;
            id: string;
            ruleSetDigest: string;
        };
        DeterminationRecord: {
            at: string;
            caseId: string;
            caseVersion: number;
            cause: string;
            determination: components["schemas"]["Determination"];
            /** @description Items whose conditions stand in `determination.explanation`: all of them, or 20 at a time in a large case. */
            readonly explainedItems: string[];
            /** @description `null` for a dry run: nothing was stored. */
            id: string | null;
            /** @description Every route of the catalogue side by side. */
            readonly routes: components["schemas"]["RouteView"][];
            /** @description What the officer reads. */
            text: string;
        };
        DeterminationToMakeInput: {
            /**
             * Format: date
             * @description By the law in force on this day; only with `dryRun`.
             */
            at?: string;
            /**
             * @description Nothing is stored and nothing starts.
             * @default false
             */
            dryRun?: boolean;
            /**
             * Format: date
             * @description With the facts and register entries known by the end of this day in UTC; only with `dryRun`.
             */
            known?: string;
        };
        DictionaryFact: {
            decision: {
                by: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                kind: string;
                second: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | null;
            } | null;
            id: string;
            question: string;
            /** @enum {string} */
            scope: "case" | "item";
            setBy: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[] | ("register" | "system");
            type: string;
            unit: string | null;
            values: string[] | null;
            /** @description What is assumed while nobody has answered; `refuse`: no determination without it. */
            whenUnknown: components["schemas"]["FactValue"] | {
                /** @constant */
                refuse: true;
            };
        };
        DispatchToRecordInput: {
            /** @description Portal, mail, courier, line. */
            means: string;
            /** @description Receipt, tracking or register number. */
            reference: string;
            /**
             * Format: date-time
             * @description When it was really sent.
             */
            sentAt: string;
        };
        Document: {
            caseId: string;
            /** @description SHA-256 over all forms of the draft: what an approval binds. */
            digest: string;
            readonly files: {
                form: string;
                mediaType: string;
                sha256: string;
                size: number;
            }[];
            id: string;
            language: string;
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            planId: string;
            renderedAt: string;
            routeId: string;
            version: number;
        };
        DutyShift: {
            fromAt: string;
            id: string;
            personId: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            unitId: string;
            untilAt: string;
            zone: string;
        };
        DutyToRosterInput: {
            /** Format: date-time */
            fromAt: string;
            personId: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            /** Format: date-time */
            untilAt: string;
            zone: string;
        };
        EmergencyNotOpened: {
            /** @description Questions whose answer could open more. */
            readonly answers: {
                fact: string;
                question: string;
                subject: string;
            }[];
            /** @description Routes that are open: choose them by POST /v1/cases/{caseId}/plans. None was started. */
            readonly instead: {
                addressee: string;
                key: string;
                /** @enum {string} */
                measure: "CAPTURE" | "HAND_OVER" | "PRODUCE" | "IDENTIFY" | "INQUIRE" | "RDAP_LOOKUP" | "TRACE_LEDGER" | "PRESERVE" | "RENEW" | "EXTEND" | "PARTIAL_DISCLOSE" | "DISCLOSE" | "EMERGENCY_DISCLOSE" | "SUPPORT" | "NOTIFY" | "TRACE_OR_POSTPONE" | "RESTRAIN";
                route: components["schemas"]["RouteId"];
                says: string;
            }[];
            readonly reasons: {
                readonly items: string[];
                reason: string;
                route: string;
                says: string;
            }[];
        };
        EmergencyToOpenInput: {
            /** @description Answers about the case, by fact of the dictionary. */
            facts: {
                [key: string]: unknown;
            };
            /** @description Only where the request left on paper while the system was down: with its true times. */
            happenedAt?: {
                approval: {
                    /** Format: date-time */
                    at: string;
                    /** @description Id of the person who approved it. */
                    by: string;
                    /** @description Number that was called, or of the recorded line. */
                    number: string;
                };
                means: string;
                /** @description Why it was sent outside, and is entered only now. */
                reason: string;
                /** @description Number under which it left. */
                reference: string;
                /** @description Upload the scan to the route afterwards: POST /v1/routes/{routeId}/evidence. */
                scanSha256: string;
                /** Format: date-time */
                sentAt: string;
            };
            items: {
                /** @description Answers about the item, by fact. */
                facts: {
                    [key: string]: unknown;
                };
                id: string;
            }[];
            /** @description File number of the office. */
            reference: string;
            requestingState: string;
            /** @description Document or person all these answers rest on. */
            source: string;
            title?: string;
        };
        EmergencyWaiting: {
            addressee: string;
            /** @description Calls that the dispatch starts, counted from it. */
            readonly afterSending: {
                after: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
                };
                /** @enum {string} */
                tell: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                title: string;
                /** @enum {string} */
                what: "remind" | "escalate" | "call";
            }[];
            /** @description What has to be cured before a signature is asked for. */
            readonly heldBy: {
                code: string;
                cure: {
                    readonly by: string[];
                    fact: string;
                    is: components["schemas"]["FactValue"];
                };
                says: string;
            }[];
            /** @enum {string} */
            measure: "CAPTURE" | "HAND_OVER" | "PRODUCE" | "IDENTIFY" | "INQUIRE" | "RDAP_LOOKUP" | "TRACE_LEDGER" | "PRESERVE" | "RENEW" | "EXTEND" | "PARTIAL_DISCLOSE" | "DISCLOSE" | "EMERGENCY_DISCLOSE" | "SUPPORT" | "NOTIFY" | "TRACE_OR_POSTPONE" | "RESTRAIN";
            route: components["schemas"]["RouteId"];
            routeId: string;
            readonly signatures: {
                readonly calls: {
                    at: string;
                    /** @enum {string} */
                    tell: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                    /** @enum {string} */
                    what: "remind" | "escalate" | "call";
                }[];
                /** @description If the signature is asked for at once. */
                dueAt: string;
                readonly people: {
                    insteadOf: string | null;
                    label: string;
                    personId: string;
                    /** @enum {string} */
                    role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                    /** @enum {string} */
                    why: "ON_DUTY" | "STANDS_IN" | "HOLDS_THE_ROLE";
                }[];
                readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                step: string;
                within: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
                };
            }[];
            /** @enum {string} */
            urgency: "ROUTINE" | "URGENT" | "EMERGENCY";
        };
        EngineNote: {
            readonly outcomes: unknown[];
            says?: string;
            /** @enum {string} */
            state: "NOTHING_TO_TELL" | "DELIVERED" | "WAITING";
        };
        EnteredLater: {
            /** @description As it was told; no signature of this system. */
            approval: {
                at: string;
                byPerson: string;
                number: string;
            } | null;
            at: string;
            byPerson: string;
            confirmed: {
                at: string;
                byPerson: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            } | null;
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            scanSha256: string;
            sentAt: string;
        };
        Erasure: {
            asked: {
                at: string;
                personId: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            };
            caseId: string;
            done: {
                at: string;
                personId: string;
                proof: {
                    dataKeyId: string;
                    ringKeyId: string;
                    wrappedSha256: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description SHA-256 over the proof (RFC 8785); stands in the audit trail. */
                proofDigest: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            } | null;
            endedOn: string;
            /** @enum {string} */
            ground: "RETENTION_ENDED" | "NOT_RELEVANT" | "SENDING_STATE" | "ORDERED";
            id: string;
            reason: string;
        };
        ErasureToAskInput: {
            /**
             * Format: date
             * @description Day on which retention, remedy periods and conditions of the sending State had ended.
             */
            endedOn: string;
            /** @enum {string} */
            ground: "RETENTION_ENDED" | "NOT_RELEVANT" | "SENDING_STATE" | "ORDERED";
            /** @description Stays for ever, so it names nobody. */
            reason: string;
        };
        ErasureToSecondInput: {
            erasureId: string;
        };
        Evidence: {
            begunAt: string;
            caseId: string;
            endedAt: string | null;
            fileName: string;
            id: string;
            /** @description How it arrived. */
            means: string | null;
            readonly receipts: {
                at: string;
                byPerson: string;
                /** @enum {string} */
                capacity: "CUSTODIAN" | "WITNESS";
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            }[];
            routeId: string;
            /** @description The first arrival of the same bytes: that one is received. */
            sameAs: string | null;
            senderSha256: string;
            sha256: string | null;
            size: number | null;
            state: string;
            why: string | null;
        };
        Explained: {
            else?: string;
            holds: boolean;
            /** @constant */
            kind: "group";
            readonly parts: components["schemas"]["Explained"][];
            /** @enum {string} */
            reading: "true" | "false" | "unknown";
            /** @enum {string} */
            word: "all" | "any" | "not";
        } | {
            /** @enum {string} */
            basis: "known" | "assumed" | "derived";
            else?: string;
            expected: components["schemas"]["FactValue"];
            fact: string;
            holds: boolean;
            /** @constant */
            kind: "leaf";
            /** @enum {string} */
            reading: "true" | "false" | "unknown";
            seen: components["schemas"]["FactValue"];
            source?: components["schemas"]["FactSource"];
            word: string;
        };
        FactAnswerInput: {
            fact: string;
            item?: string;
            /** @default true */
            known?: boolean;
            source: string;
            value?: unknown;
        };
        FactAnswersInput: {
            answers: components["schemas"]["FactAnswerInput"][];
        };
        FactSource: {
            at?: string;
            /** @enum {string} */
            kind: "person" | "decision" | "register" | "derived" | "scenario";
            ref: string;
        };
        FactValue: string | number | boolean | null | string[];
        FactVersion: {
            at: string;
            by: string;
            decisionId: string | null;
            fact: string;
            id: string;
            item: string | null;
            known: boolean;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR" | "SYSTEM";
            source: string;
            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
        };
        FactVersionLine: {
            at: string;
            by: string;
            caseVersion: number;
            decisionId: string | null;
            fact: string;
            id: string;
            item: string | null;
            known: boolean;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR" | "SYSTEM";
            source: string;
            value: components["schemas"]["FactValue"] | components["schemas"]["Identifier"][] | components["schemas"]["TimeWindow"];
        };
        FailingCondition: {
            /** @enum {string} */
            basis: "known" | "assumed" | "derived";
            citation: string;
            /** @enum {string} */
            effect: "not-met" | "shuts";
            expected: components["schemas"]["FactValue"];
            fact: string;
            /** @description Facts of other conditions of the page that fail as well. */
            readonly further: string[];
            negated: boolean;
            page: string | null;
            reason: string | null;
            rule: string | null;
            seen: components["schemas"]["FactValue"];
            /** @enum {string} */
            status: "confirmed" | "unconfirmed";
            readonly subjects: string[];
            title: string;
            /** @description Ways to mend it, each with all that must be so; one suffices. */
            readonly ways: {
                /** @enum {string} */
                basis: "known" | "assumed" | "derived";
                expected: components["schemas"]["FactValue"];
                fact: string;
                negated: boolean;
                seen: components["schemas"]["FactValue"];
                word: string;
            }[][];
            word: string;
        };
        Gap: {
            at: string;
            ended: {
                at: string;
                byPerson: string;
                /** @enum {string} */
                how: "CAME" | "ELSEWHERE" | "GIVEN_UP";
                otherRouteId: string | null;
                reason: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            } | null;
            id: string;
            item: string;
            lacks: components["schemas"]["Lacking"];
            /** @description The answer that brought it, or said anew what is missing. */
            laterReply: string | null;
            replyId: string;
        };
        GapToEndInput: {
            /**
             * @description CAME: it is in after all. ELSEWHERE: another route asks. GIVEN_UP: not needed.
             * @enum {string}
             */
            how: "CAME" | "ELSEWHERE" | "GIVEN_UP";
            /** @description The route that asks for it; only with ELSEWHERE. */
            otherRouteId?: string;
            reason: string;
        };
        Health: {
            /** @description Mails that are not sent yet. */
            mail: {
                oldest: string | null;
                waiting: number;
            };
            /** @enum {string} */
            mode: "embedded" | "site";
            notice: string | null;
            relay: {
                oldest: string | null;
                waiting: number;
            };
            ruleSetDigest: string;
            /** @description Id of the release in force, or that none is. */
            rulesFrom: string;
            /** @constant */
            status: "ok";
            /** @enum {string} */
            store: "pglite" | "postgres";
            version: string;
        };
        HeldStart: {
            foundAt: string;
            id: string;
            /** @description The number that the workflow engine carried. */
            inEngine: number | null;
            /** @description The number that the store carried; null where it carried none. */
            inStore: number | null;
        };
        Hold: {
            caseId: string;
            id: string;
            /** @enum {string} */
            kind: "RIGHTS" | "LEGAL" | "OPERATOR";
            liftedAt: string | null;
            /** @description Who signs the release: all of these roles, or any one of those. */
            needs: {
                readonly all?: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                readonly any?: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            };
            placedAt: string;
            reason: string;
            readonly released: {
                at: string;
                byPerson: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            }[];
            routeId: string | null;
        };
        HoldToPlaceInput: {
            /** @enum {string} */
            kind: "RIGHTS" | "LEGAL";
            reason: string;
            routeId?: string;
        };
        HoldToReleaseInput: {
            reason: string;
        };
        Identifier: {
            chain?: string;
            destination?: string;
            port?: number;
            timestamp?: string;
            timezone?: string;
            txid?: string;
            /** @enum {string} */
            type: "ACCOUNT_ID" | "USERNAME" | "EMAIL" | "PHONE" | "IP" | "URL" | "DOMAIN" | "SERVER" | "DEVICE" | "PAYMENT" | "WALLET" | "MESSAGE_ID" | "GROUP_ID" | "HOST";
            typed?: boolean;
            value: string;
        };
        IdentifierInput: {
            chain?: string;
            destination?: string;
            port?: number;
            timestamp?: string;
            timezone?: string;
            txid?: string;
            /** @enum {string} */
            type: "ACCOUNT_ID" | "USERNAME" | "EMAIL" | "PHONE" | "IP" | "URL" | "DOMAIN" | "SERVER" | "DEVICE" | "PAYMENT" | "WALLET" | "MESSAGE_ID" | "GROUP_ID" | "HOST";
            typed?: boolean;
            value: string;
        };
        IdentifierReading: {
            /** @description Spelling in ASCII (punycode), where it has one of its own. */
            ascii: string | null;
            identifier: components["schemas"]["Identifier"];
            readonly notes: string[];
            /**
             * @description Checked by its own check digits, by its form, not at all; UNCHECKED: on file before it was checked.
             * @enum {string}
             */
            proof: "CHECKSUM" | "FORM" | "NONE" | "UNCHECKED";
            /** @description Hidden characters and letters that pass for others stand as [U+....]. */
            shown: string;
            time: {
                /** @description On the clock of the zone, with the offset that held there then. */
                local: string;
                /** @description As it was typed or received; never changed. */
                received: string;
                utc: string;
                zone: string;
            } | null;
        };
        IdentifiersOfItem: {
            /** @description SHA-256 over the identifiers; a second reading names it as `readDigest`. */
            digest: string;
            readonly identifiers: components["schemas"]["IdentifierReading"][];
            item: string;
            recordedBy: string;
            /** @enum {string} */
            secondReading: "NOT_NEEDED" | "AWAITED" | "DONE";
        };
        InFlightToEnterInput: {
            addressee: string;
            approval?: {
                /** Format: date-time */
                at: string;
                /** @description Id of the person who approved it. */
                by: string;
                /** @description Number that was called, or of the recorded line. */
                number: string;
            };
            items: string[];
            means: string;
            /** @enum {string} */
            measure: "CAPTURE" | "HAND_OVER" | "PRODUCE" | "IDENTIFY" | "INQUIRE" | "RDAP_LOOKUP" | "TRACE_LEDGER" | "PRESERVE" | "RENEW" | "EXTEND" | "PARTIAL_DISCLOSE" | "DISCLOSE" | "EMERGENCY_DISCLOSE" | "SUPPORT" | "NOTIFY" | "TRACE_OR_POSTPONE" | "RESTRAIN";
            /** @description Why it was sent outside, and is entered only now. */
            reason: string;
            /** @description Number under which it left. */
            reference: string;
            /** @description A route of the catalogue, with its variant: MLA:BUDAPEST, P2P:G7_24_7. */
            route: string;
            /** @description Upload the scan to the route afterwards: POST /v1/routes/{routeId}/evidence. */
            scanSha256: string;
            /** Format: date-time */
            sentAt: string;
        };
        Lacking: {
            /** @constant */
            kind: "WHOLE";
        } | {
            /** Format: date */
            from: string;
            /** @constant */
            kind: "PERIOD";
            /** Format: date */
            until: string;
        } | {
            /** @constant */
            kind: "DATA";
            /** @description The kind of data, as it was asked for. */
            which: string;
        };
        LackingInput: {
            /** @constant */
            kind: "WHOLE";
        } | {
            /** Format: date */
            from: string;
            /** @constant */
            kind: "PERIOD";
            /** Format: date */
            until: string;
        } | {
            /** @constant */
            kind: "DATA";
            /** @description The kind of data, as it was asked for. */
            which: string;
        };
        Live: {
            /** @constant */
            live: true;
        };
        Lot: {
            addressee: string;
            readonly after: {
                atMostDays: number | null;
                route: string;
                waitsFor: string;
            }[];
            /** @description The request that this one takes over from, and why. */
            ancestor?: {
                addressee: string;
                /** @enum {string} */
                reason: "WRONG_IDENTIFIER" | "WRONG_ENTITY" | "TOO_BROAD" | "LEGAL_PROCESS_NEEDED" | "FORMAL_CHANNEL_NEEDED" | "NO_DATA" | "NO_POWER" | "CUSTODIAN_UNKNOWN" | "NO_DUAL_CRIMINALITY" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "RIGHTS_CONCERN" | "CONFLICT_OF_LAW" | "NO_REASON_GIVEN" | "NO_ANSWER";
                route: components["schemas"]["RouteId"];
                routeId: string;
            };
            readonly basis: string[];
            readonly categories: ("PUBLIC" | "DOMAIN_REGISTRATION" | "SUBSCRIBER" | "ACCESS_LOG" | "FINANCIAL_KYC" | "TRAFFIC" | "LOCATION" | "CONTENT" | "REALTIME_TRAFFIC" | "REALTIME_CONTENT" | "ASSET")[];
            readonly dispatchBlockers: components["schemas"]["Blocker"][];
            readonly duties: {
                rule: string;
                what: string;
                who: string;
                within: string | null;
            }[];
            /** @enum {string} */
            family: "OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2";
            /** @description Sent outside Rogatory before it was entered. */
            inFlight?: {
                digest: string;
                dispatchId: string;
                sentAt: string;
            };
            readonly items: string[];
            key: string;
            /** @enum {string} */
            measure: "CAPTURE" | "HAND_OVER" | "PRODUCE" | "IDENTIFY" | "INQUIRE" | "RDAP_LOOKUP" | "TRACE_LEDGER" | "PRESERVE" | "RENEW" | "EXTEND" | "PARTIAL_DISCLOSE" | "DISCLOSE" | "EMERGENCY_DISCLOSE" | "SUPPORT" | "NOTIFY" | "TRACE_OR_POSTPONE" | "RESTRAIN";
            order: number;
            route: components["schemas"]["RouteId"];
            readonly safeguards: string[];
            terms: components["schemas"]["RouteTerms"];
        };
        Machine: {
            readonly actions: string[];
            active: boolean;
            id: string;
            label: string;
            unitId: string;
        };
        Mailbox: {
            /** @description Where you are written to; `null`: nowhere, and mail waits. */
            address: string | null;
            /** @description One mail a day instead of one for each routine reminder; what presses comes at once all the same. */
            digest: boolean;
            /** @enum {string} */
            language: "en" | "ru";
            /** @description IANA name of the clock you live by; `null`: that of the State of your unit. */
            zone: string | null;
        };
        Mark: {
            at: string;
            byPerson: string;
            caseId: string;
            endedAt: string | null;
            evidenceId: string | null;
            id: string;
            /** @enum {string} */
            kind: "SEALED" | "PRIVILEGED" | "SOURCE_IDENTITY" | "CONTENT";
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
        };
        MarkToSetInput: {
            /** @description One file; without it the whole case is marked. */
            evidenceId?: string;
            /** @enum {string} */
            kind: "SEALED" | "PRIVILEGED" | "SOURCE_IDENTITY" | "CONTENT";
            reason: string;
        };
        MissingPartInput: {
            item: string;
            lacks: components["schemas"]["LackingInput"];
        };
        Notice: {
            caseReference: string;
            /** @description When the next person is told, unless somebody takes note. */
            climbsAt: string | null;
            dueAt: string;
            id: string;
            /**
             * @description As what you were told.
             * @enum {string}
             */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            routeId: string;
            settledAt: string | null;
            /** @description `ACTED`: somebody signed, replied or reported, which takes note of it too. */
            settledHow: ("ACKNOWLEDGED" | "ACTED") | null;
            toldAt: string;
            /** @enum {string} */
            what: "remind" | "escalate" | "call";
            /**
             * @description Why it was you.
             * @enum {string}
             */
            why: "ON_DUTY" | "STANDS_IN" | "HOLDS_THE_ROLE";
        };
        OfficeChange: {
            change: {
                readonly actions?: string[];
                /** @description `true` closes it, `false` opens it again. */
                closed?: boolean;
                /** @description Account at the identity provider: the claims `iss` and `sub`. */
                identity?: {
                    /** Format: uri */
                    issuer: string;
                    subject: string;
                };
                label?: string;
                /** @description State in which a new unit works. */
                state?: string;
                unitId?: string;
            };
            id: string;
            /** @enum {string} */
            kind: "unit" | "machine";
            proposedAt: string;
            proposedBy: string;
            reason: string;
            settledAt: string | null;
            settledBy: string | null;
            /** @enum {string} */
            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
            subjectId: string;
        };
        OfficeChangeToProposeInput: {
            change: {
                /** @description `true` closes it, `false` opens it again. */
                closed?: boolean;
                label?: string;
                /** @description State in which a new unit works. */
                state?: string;
            };
            id: string;
            /** @constant */
            kind: "unit";
            reason: string;
        } | {
            change: {
                /** @description All that it may ask for from then on. */
                readonly actions?: ("rules.read" | "audit.verify")[];
                /** @description `true` closes it, `false` opens it again. */
                closed?: boolean;
                /** @description Account at the identity provider: the claims `iss` and `sub`. */
                identity?: {
                    /** Format: uri */
                    issuer: string;
                    subject: string;
                };
                label?: string;
                unitId?: string;
            };
            id: string;
            /** @constant */
            kind: "machine";
            reason: string;
        };
        OnDuty: {
            /** @description Who is away. */
            insteadOf: string | null;
            personId: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            /** @enum {string} */
            why: "ON_DUTY" | "STANDS_IN" | "HOLDS_THE_ROLE";
        };
        Override: {
            caseId: string;
            expiresOn: string;
            id: string;
            page: string;
            reason: string;
            recorded: {
                at: string;
                personId: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            };
            seconded: {
                at: string;
                personId: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            } | null;
        };
        OverrideThatCounted: {
            by: string;
            decidedOn: string;
            expiresOn: string;
            id: string;
            page: string;
            reason: string;
            second: string;
        };
        OverrideToRecordInput: {
            /**
             * Format: date
             * @description Last day on which the page is set aside.
             */
            expiresOn: string;
            /** @description A page of kind policy: GET /v1/rules. */
            page: string;
            reason: string;
        };
        OverrideToSecondInput: {
            reason?: string;
        };
        Paragraphs: {
            digest: string;
            documentId: string;
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            readonly paragraphs: {
                /** @description Since the version returned; `null` where none was. */
                change: ("SAME" | "CHANGED" | "ADDED" | "REMOVED") | null;
                readonly comments: components["schemas"]["ReturnComment"][];
                /** @description Form and number: what a comment names. */
                paragraph: string;
                /** @description Of a changed paragraph, word by word, in order. */
                readonly parts: {
                    /** @enum {string} */
                    is: "SAME" | "ADDED" | "REMOVED";
                    text: string;
                }[];
                /** @description `null`: it stood in the version returned and stands no more. */
                text: string | null;
                title: string;
            }[];
            /** @description It also rests on another part of the case than the version returned: items, basis, blockers, rules. */
            restsOnOther: boolean;
            /** @description The version that was returned last before this one, which it is compared with. */
            returned: {
                at: string | null;
                documentId: string;
                version: number;
            } | null;
            version: number;
        };
        Pause: {
            at: string;
            byPerson: string;
            channel: string;
            id: string;
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
        };
        PauseToEndInput: {
            reason: string;
        };
        PauseToPlaceInput: {
            /** @description P2P:INTERPOL, MLA, or EVERYTHING. */
            channel: string;
            /** @description Without content of a case: everybody reads it. */
            reason: string;
        };
        Period: {
            amount: number;
            /** @enum {string} */
            unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
        };
        Person: {
            id: string;
            label: string;
            readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            state: string;
            unitId: string;
        };
        PersonChange: {
            change: {
                /** @description Account at the identity provider: the claims `iss` and `sub`. */
                identity?: {
                    /** Format: uri */
                    issuer: string;
                    subject: string;
                };
                label?: string;
                /** @description All roles from then on. */
                readonly roles?: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                unitId?: string;
            };
            id: string;
            /** @description What is so now; `null`: not here yet. */
            now: components["schemas"]["Person"] | null;
            personId: string;
            proposedAt: string;
            proposedBy: string;
            reason: string;
            settledAt: string | null;
            settledBy: string | null;
            /** @enum {string} */
            state: "PROPOSED" | "CONFIRMED" | "REFUSED";
        };
        PersonChangeToProposeInput: {
            /** @description Account at the identity provider: the claims `iss` and `sub`. */
            identity?: {
                /** Format: uri */
                issuer: string;
                subject: string;
            };
            label?: string;
            personId: string;
            reason: string;
            /** @description All roles from then on. */
            readonly roles?: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            unitId?: string;
        };
        PersonChangeToSettleInput: {
            reason: string;
        };
        PersonFile: {
            /** @description Now and to come. */
            readonly absences: components["schemas"]["Absence"][];
            /** @description Works here. Who left stays on record. */
            active: boolean;
            /** @description Given and taken, now and to come. */
            readonly delegations: components["schemas"]["DelegationLine"][];
            id: string;
            label: string;
            readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            state: string;
            unitId: string;
        };
        PersonInDirectory: {
            /** @description Works here. Who left stays on record. */
            active: boolean;
            id: string;
            label: string;
            readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            state: string;
            unitId: string;
        };
        PhoneApprovalToEnterInput: {
            code: string;
            digest: string;
            /** @description Number that was called, or of the recorded line. */
            line: string;
        };
        PhoneCodeToIssueInput: {
            digest: string;
        };
        Plan: {
            baseDigest: string | null;
            caseId: string;
            determinationId: string;
            difference: components["schemas"]["PlanDifference"];
            digest: string;
            id: string;
            readonly lots: components["schemas"]["Lot"][];
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            /** @enum {string} */
            state: "DRAFT" | "ACTIVE" | "PROPOSED" | "SUPERSEDED";
        };
        PlanAdoptionInput: {
            /** @description Digest of the running plan that was compared. */
            basePlanDigest: string;
            reason: string;
        };
        PlanChoiceInput: {
            determinationId: string;
            lots: "ALL" | string[];
        };
        PlanDifference: {
            readonly kept: {
                lotKey: string;
                routeId: string;
            }[];
            readonly redrafted: {
                approvalsVoid: boolean;
                lotKey: string;
                routeId: string;
            }[];
            readonly started: string[];
            readonly withdrawalProposed: {
                lotKey: string;
                routeId: string;
            }[];
        };
        Problem: {
            code: string;
            detail: string;
            errors?: {
                detail: string;
                pointer: string;
            }[];
            /** @description Ask GET /v1/refusals/{reference} why and who can help. */
            reference?: string;
            status: number;
            title: string;
            type: string;
        };
        ProblemPage: {
            code: string;
            says: string;
            status: number;
            title: string;
        };
        Proposal: {
            baseDigest?: string | null;
            difference?: components["schemas"]["PlanDifference"];
            planDigest?: string;
            planId?: string;
            says?: string;
            /** @enum {string} */
            state: "NO_PLAN_RUNS" | "NOTHING_CHANGES" | "PROPOSED" | "NOT_DETERMINED";
        };
        ReadOfCase: {
            action: string;
            address: string;
            at: string;
            id: string;
            personId: string;
            reason: string | null;
            thing: string | null;
        };
        Ready: {
            /** @enum {string} */
            engine: "answers" | "silent" | "not asked";
            ready: boolean;
            /** @enum {string} */
            store: "answers" | "silent";
        };
        RecusalToDeclareInput: {
            reason: string;
            /** @description Officer of the unit who takes over what the person owns. */
            successorId?: string;
        };
        Refusal: {
            action: string;
            address: string;
            at: string;
            code: string;
            /** @description Each line of the matrix that could have allowed it, and what you lacked of it. */
            readonly lines: {
                because: string;
                readonly lacks: {
                    /** @description Who can bring it about. */
                    cure: string;
                    /** @description What would have been needed. */
                    says: string;
                    what: string;
                }[];
                readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
            }[];
            method: string;
            reference: string;
            title: string;
        };
        RegisterDecision: {
            addressee: string;
            at: string;
            byPerson: string;
            /** @enum {string} */
            choice: "ACCEPTED" | "REJECTED";
            id: string;
            /** @description The line that a release would put into the register. */
            line: string;
            reason: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            route: string;
            upTo: string;
        };
        RegisterProposal: {
            addressee: string;
            answers: {
                /** @description From sending to the answer. */
                days: {
                    from: number;
                    to: number;
                } | null;
                times: number;
            };
            /** @description The line that a release would put into the register. */
            line: string;
            readonly refusals: {
                /** @enum {string} */
                reason: "WRONG_IDENTIFIER" | "WRONG_ENTITY" | "TOO_BROAD" | "LEGAL_PROCESS_NEEDED" | "FORMAL_CHANNEL_NEEDED" | "NO_DATA" | "NO_POWER" | "CUSTODIAN_UNKNOWN" | "NO_DUAL_CRIMINALITY" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "RIGHTS_CONCERN" | "CONFLICT_OF_LAW" | "NO_REASON_GIVEN" | "NO_ANSWER";
                times: number;
            }[];
            route: string;
            since: string;
            /** @description To be named in the decision: how far the proposal was read. */
            upTo: string;
        };
        RegisterProposalToDecideInput: {
            addressee: string;
            /** @enum {string} */
            choice: "ACCEPTED" | "REJECTED";
            /** @description It names no case and no person. */
            reason: string;
            route: string;
            /** Format: date-time */
            upTo: string;
        };
        Release: {
            at: string;
            /** @description The release in whose place it was proposed; `null`: the files of the installation. */
            baseId: string | null;
            byPerson: string;
            /** @description SHA-256 of the packed folder. */
            contentDigest: string;
            /**
             * Format: date
             * @description First day of force as proposed; a publication may name a later one.
             */
            effectFrom: string;
            id: string;
            onBehalfOf: string | null;
            reason: string;
            registersDigest: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            ruleSetDigest: string;
            /** @enum {string} */
            state: "DRAFT" | "CHECKED" | "APPROVED" | "PUBLISHED" | "ROLLBACK_ASKED" | "ROLLED_BACK" | "WITHDRAWN";
            readonly steps: {
                at: string;
                byPerson: string;
                effectFrom: string | null;
                figures: components["schemas"]["ReleaseFigures"] | null;
                /** @description Signed note of the publication (C2SP signed-note). */
                note: string | null;
                onBehalfOf: string | null;
                reason: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                /** @enum {string} */
                step: "CHECKED" | "APPROVED" | "PUBLISHED" | "WITHDRAWN" | "ROLLBACK_ASKED" | "ROLLBACK_REFUSED" | "ROLLED_BACK";
            }[];
            title: string;
        };
        ReleaseFigures: {
            casesFailed: number;
            casesPassed: number;
            errors: number;
            pages: number;
            providers: number;
            states: number;
            warnings: number;
        };
        ReleaseFolder: {
            digest: string;
            files: {
                [key: string]: string;
            };
            /** @constant */
            form: 1;
        };
        ReleaseStepToTakeInput: {
            reason: string;
        };
        ReleaseToProposeInput: {
            /**
             * Format: date
             * @description First day of force.
             */
            effectFrom: string;
            /** @description Every file of the folder of rules, by its path. */
            files: {
                [key: string]: string;
            };
            reason: string;
            title: string;
        };
        ReleaseToPublishInput: {
            /**
             * Format: date
             * @description A later first day than the one that was approved.
             */
            effectFrom?: string;
            reason: string;
        };
        ReleaseWorkList: {
            /**
             * Format: date
             * @description The first day of the release, or today where that is over.
             */
            day: string;
            open: components["schemas"]["RuleImpactCounts"];
            readonly rows: {
                met: {
                    /** @constant */
                    kind: "no-baseline";
                    says: string;
                } | {
                    readonly blockers: string[];
                    firstRule: string | null;
                    readonly gains: string[];
                    /** @enum {string} */
                    kind: "changed-plan" | "new-blocker" | "changed-deadline" | "changed-otherwise";
                    readonly loses: string[];
                } | {
                    /** @constant */
                    kind: "unchanged";
                };
                reference: string;
            }[];
        };
        ReplyArrival: {
            byPerson: string;
            means: string | null;
            receivedAt: string;
            replyId: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
        };
        ReplySetAside: {
            at: string;
            byPerson: string;
            decided: ("REOPEN" | "REJECT" | "SAME" | "OTHER") | null;
            decidedAt: string | null;
            decidedBy: string | null;
            /** @enum {string} */
            outcome: "ACKNOWLEDGED" | "PRESERVED" | "ANSWERED" | "PARTIAL" | "CLARIFICATION" | "REFUSED" | "WITHHELD" | "NOTHING_FURTHER" | "NOTICE_ANNOUNCED" | "WARNING_29_6" | "POSTPONED" | "CONDITIONS" | "NEEDS_MLA" | "OBJECTION" | "NOT_EXECUTED";
            receivedAt: string;
            replyId: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            /** @description The answer that it seems to be. */
            sameAs: string | null;
            /** @enum {string} */
            why: "LATE" | "SAME_CONTENT" | "SAME_REFERENCE";
        };
        ReplyThatWaits: {
            at: string;
            byPerson: string;
            caseId: string;
            caseReference: string;
            decided: ("REOPEN" | "REJECT" | "SAME" | "OTHER") | null;
            decidedAt: string | null;
            decidedBy: string | null;
            /** @enum {string} */
            outcome: "ACKNOWLEDGED" | "PRESERVED" | "ANSWERED" | "PARTIAL" | "CLARIFICATION" | "REFUSED" | "WITHHELD" | "NOTHING_FURTHER" | "NOTICE_ANNOUNCED" | "WARNING_29_6" | "POSTPONED" | "CONDITIONS" | "NEEDS_MLA" | "OBJECTION" | "NOT_EXECUTED";
            receivedAt: string;
            replyId: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            route: string;
            routeId: string;
            /** @description The answer that it seems to be. */
            sameAs: string | null;
            /** @enum {string} */
            state: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
            /** @enum {string} */
            why: "LATE" | "SAME_CONTENT" | "SAME_REFERENCE";
        };
        ReplyToRecordInput: {
            /** @description Items that are in with it, whole. After a part, an answer names each item whose gap it closes. */
            came?: string[];
            /** @description Of the letter or file itself: the same one that comes by another way is then known. */
            contentSha256?: string;
            /** @description How it arrived: portal, mail, courier. */
            means?: string;
            /** @description Of a part: what it lacks. Each item stands here or under `came`. */
            missing?: components["schemas"]["MissingPartInput"][];
            /**
             * Format: date-time
             * @description When the provider will tell the user, as it announced.
             */
            noticeAt?: string;
            /** @enum {string} */
            outcome: "ACKNOWLEDGED" | "PRESERVED" | "ANSWERED" | "PARTIAL" | "CLARIFICATION" | "REFUSED" | "WITHHELD" | "NOTHING_FURTHER" | "NOTICE_ANNOUNCED" | "WARNING_29_6" | "POSTPONED" | "CONDITIONS" | "NEEDS_MLA" | "OBJECTION" | "NOT_EXECUTED";
            /** Format: date-time */
            preservedFrom?: string;
            /** Format: date-time */
            preservedUntil?: string;
            /** Format: date-time */
            receivedAt: string;
            reference: string;
            /**
             * @description Why it says no: by this code the next route is proposed when the request is converted.
             * @enum {string}
             */
            refusal?: "WRONG_IDENTIFIER" | "WRONG_ENTITY" | "TOO_BROAD" | "LEGAL_PROCESS_NEEDED" | "FORMAL_CHANNEL_NEEDED" | "NO_DATA" | "NO_POWER" | "CUSTODIAN_UNKNOWN" | "NO_DUAL_CRIMINALITY" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "RIGHTS_CONCERN" | "CONFLICT_OF_LAW";
            says?: string;
        };
        ReportToRecordInput: {
            /**
             * @description Only with `decision-taken`; what a state offers stands in the terms of the lot.
             * @enum {string}
             */
            choice?: "CLOSE" | "CONVERT" | "WAIT_ON" | "AGAIN" | "RENEW" | "RELEASE" | "WITHDRAW" | "END" | "ACCEPT" | "NARROW" | "FOLLOW_UP" | "CONSENT_TO_NOTICE" | "ORDER_OBTAINED" | "ENFORCE";
            finding: string;
            reference: string;
            /** @enum {string} */
            what: "decision-taken" | "clarification-answered" | "legal-process-served" | "letter-sent" | "need-confirmed" | "consent-withdrawn" | "translation-lodged" | "measures-taken";
        };
        ReturnComment: {
            at: string;
            byPerson: string;
            documentId: string;
            onBehalfOf: string | null;
            paragraph: string;
            /** @enum {string} */
            role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            says: string;
            version: number;
        };
        ReviewToRecordInput: {
            finding: string;
            reference: string;
            /** @enum {string} */
            verdict: "VALIDATED" | "NOT_VALIDATED";
        };
        Route: {
            addressee: string;
            caseId: string;
            readonly drafters: string[];
            /** @enum {string} */
            family: "OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2";
            id: string;
            readonly items: string[];
            lot: components["schemas"]["Lot"];
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            measure: string;
            movedAt: string;
            nextAt: string | null;
            planId: string;
            reason: string;
            route: string;
            seq: number;
            /** @enum {string} */
            state: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
            waitsFor: string | null;
            withdrawalProposed: boolean;
            workflowId: string;
        };
        RouteCompared: {
            caseId: string;
            /**
             * @description What the workflow engine says of it.
             * @enum {string}
             */
            engine: "RUNNING" | "ENDED" | "MISSING";
            /** @enum {string} */
            family: "OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2";
            /** @description When the first of its running clocks ends, or ended. */
            nextClockEnds: string | null;
            routeId: string;
            since: string;
            /**
             * @description Where the store has it.
             * @enum {string}
             */
            state: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
        };
        RouteFile: {
            addressee: string;
            readonly approvals: {
                decidedAt: string | null;
                decision: ("approve" | "return" | "reject") | null;
                digest: string;
                dueAt: string;
                opensAt: string;
                personId: string | null;
                reason: string | null;
                role: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR") | null;
                readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                round: number;
                roundState: string;
                state: string;
                step: string;
                stepId: string;
                validUntil: string | null;
                why: string | null;
            }[];
            readonly approvedByPhone: {
                at: string;
                confirmedAt: string | null;
                enteredBy: string;
                line: string;
                signer: string;
                ticketId: string;
            }[];
            caseId: string;
            readonly clocks: {
                derivation: unknown;
                endsAt: string;
                /** @enum {string} */
                event: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
                id: string;
                /** @enum {string} */
                nature: "law" | "office" | "provider";
                provisional: boolean;
                reference: string;
                startedAt: string;
                stoppedAt: string | null;
                stopWhy: string | null;
                termId: string;
                title: string;
            }[];
            readonly dispatches: {
                at: string;
                byPerson: string;
                id: string;
                means: string;
                reference: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                sentAt: string;
            }[];
            readonly documents: {
                caseId: string;
                /** @description SHA-256 over all forms of the draft: what an approval binds. */
                digest: string;
                id: string;
                language: string;
                /** @constant */
                mark?: "TRAINING - NOT A REQUEST";
                planId: string;
                renderedAt: string;
                routeId: string;
                version: number;
            }[];
            readonly drafters: string[];
            /** @description Of a request that was sent outside Rogatory. */
            enteredLater: components["schemas"]["EnteredLater"] | null;
            readonly evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            family: "OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2";
            /** @description What parts of an answer lacked, closed gaps included. */
            readonly gaps: components["schemas"]["Gap"][];
            id: string;
            readonly items: string[];
            lot: components["schemas"]["Lot"];
            /** @constant */
            mark?: "TRAINING - NOT A REQUEST";
            measure: string;
            movedAt: string;
            nextAt: string | null;
            readonly packets: {
                createdAt: string;
                digest: string;
                documentId: string;
                id: string;
                packetSha256: string | null;
                writtenAt: string | null;
            }[];
            planId: string;
            reason: string;
            readonly replies: {
                /** @description The same answer by other ways. */
                readonly arrivals: components["schemas"]["ReplyArrival"][];
                at: string;
                byPerson: string;
                /** @description Items that are in whole. */
                came: string[] | null;
                contentSha256: string | null;
                id: string;
                ledTo: ("DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH") | null;
                means: string | null;
                noticeAt: string | null;
                /** @enum {string} */
                outcome: "ACKNOWLEDGED" | "PRESERVED" | "ANSWERED" | "PARTIAL" | "CLARIFICATION" | "REFUSED" | "WITHHELD" | "NOTHING_FURTHER" | "NOTICE_ANNOUNCED" | "WARNING_29_6" | "POSTPONED" | "CONDITIONS" | "NEEDS_MLA" | "OBJECTION" | "NOT_EXECUTED";
                preservedFrom: string | null;
                preservedUntil: string | null;
                receivedAt: string;
                reference: string;
                refusal: ("WRONG_IDENTIFIER" | "WRONG_ENTITY" | "TOO_BROAD" | "LEGAL_PROCESS_NEEDED" | "FORMAL_CHANNEL_NEEDED" | "NO_DATA" | "NO_POWER" | "CUSTODIAN_UNKNOWN" | "NO_DUAL_CRIMINALITY" | "POLITICAL_OFFENCE" | "ESSENTIAL_INTERESTS" | "RIGHTS_CONCERN" | "CONFLICT_OF_LAW") | null;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                says: string | null;
            }[];
            readonly reports: {
                at: string;
                byPerson: string;
                choice: string | null;
                finding: string;
                id: string;
                ref: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                what: string;
            }[];
            readonly returnComments: components["schemas"]["ReturnComment"][];
            route: string;
            seq: number;
            /** @description Answers that did not go on by themselves. */
            readonly setAside: components["schemas"]["ReplySetAside"][];
            /** @enum {string} */
            state: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
            waitsFor: string | null;
            /** @description Before it is sent: what became of the last requests to the same addressee by the same route. */
            readonly warnings: string[];
            withdrawalProposed: boolean;
            readonly withdrawals: {
                at: string;
                byPerson: string;
                id: string;
                reason: string;
                /** @enum {string} */
                role: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
            }[];
            workflowId: string;
        };
        RouteId: string;
        RouteTerms: {
            readonly approvals: {
                readonly ladder: {
                    after: components["schemas"]["Period"];
                    left?: components["schemas"]["Period"];
                    /** @enum {string} */
                    tell: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                    /** @enum {string} */
                    what: "remind" | "escalate" | "call";
                }[];
                /** @constant */
                of?: "packet";
                order: number;
                readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                step: string;
                within: components["schemas"]["Period"];
            }[];
            approvalValidFor: components["schemas"]["Period"];
            readonly clocks: {
                /** @constant */
                asks?: true;
                id: string;
                readonly ladder: {
                    after: components["schemas"]["Period"];
                    left?: components["schemas"]["Period"];
                    /** @enum {string} */
                    tell: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                    /** @enum {string} */
                    what: "remind" | "escalate" | "call";
                }[];
                length: components["schemas"]["Period"];
                /** @enum {string} */
                nature: "law" | "office" | "provider";
                readonly offices?: ("REQUESTING" | "REQUESTED")[];
                reference: string;
                renewed?: components["schemas"]["Period"];
                /** @enum {string} */
                starts: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
                title: string;
                readonly until?: ("DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH")[];
            }[];
            readonly decisions: {
                readonly by: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                readonly choices: ("CLOSE" | "CONVERT" | "WAIT_ON" | "AGAIN" | "RENEW" | "RELEASE" | "WITHDRAW" | "END" | "ACCEPT" | "NARROW" | "FOLLOW_UP" | "CONSENT_TO_NOTICE" | "ORDER_OBTAINED" | "ENFORCE")[];
                /** @enum {string} */
                state: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
            }[];
            readonly events: {
                /** @enum {string} */
                on: "DRAFTED" | "FIELDS_MISSING" | "REVISED" | "CLEAR" | "CASE_CHANGED" | "APPROVED" | "RETURNED" | "REJECTED" | "APPROVAL_EXPIRED" | "HANDED_OVER" | "APPROVALS_GONE" | "HAND_OVER_REFUSED" | "SENT" | "REVIEW_DUE" | "RECORDED" | "NOT_RENEWABLE" | "LAST_HOP" | "ACKNOWLEDGED" | "PRESERVED" | "ANSWERED" | "PARTIAL" | "CLARIFICATION" | "REFUSED" | "WITHHELD" | "NOTHING_FURTHER" | "NOTICE_ANNOUNCED" | "WARNING_29_6" | "POSTPONED" | "CONDITIONS" | "NEEDS_MLA" | "OBJECTION" | "NOT_EXECUTED" | "RECEIVED" | "CLARIFIED" | "SERVED" | "LETTER_SENT" | "CONFIRMED" | "CONSENT_WITHDRAWN" | "TRANSLATED" | "MEASURES_TAKEN" | "VALIDATED" | "NOT_VALIDATED" | "CLOSE" | "CONVERT" | "WAIT_ON" | "AGAIN" | "RENEW" | "RELEASE" | "WITHDRAW" | "END" | "ACCEPT" | "NARROW" | "FOLLOW_UP" | "CONSENT_TO_NOTICE" | "ORDER_OBTAINED" | "ENFORCE" | "SILENT" | "OVERDUE" | "LAPSED" | "ASKED";
                rule?: string;
                says: string;
                /** @enum {string} */
                tell: "CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR";
                /** @enum {string} */
                what: "remind" | "escalate" | "call";
            }[];
            readonly forms: ("D-01" | "D-02" | "D-03" | "D-04" | "D-05" | "D-06" | "D-07")[];
            hopsLeft?: number;
            keptFor?: components["schemas"]["Period"];
            lifeCycle: string;
            renewals: number | null;
            /** @enum {string} */
            urgency: "ROUTINE" | "URGENT" | "EMERGENCY";
        };
        RouteView: {
            /** @description Items for which a route that is taken for others is not, and why. */
            elsewhere: {
                readonly because: components["schemas"]["FailingCondition"][];
                readonly items: string[];
            } | null;
            expectedTime: {
                from: number;
                source: string;
                to: number;
                /** @enum {string} */
                unit: "hour" | "day" | "month";
            } | null;
            /** @enum {string} */
            family: "OSINT" | "CONSENT" | "DOMESTIC" | "EDR" | "P2P" | "PROV_PRES" | "ART29" | "ART30" | "PROV_DISC" | "EPOC" | "EPOC_PR" | "MLA" | "UNCC" | "SAP2";
            /** @description Blockers that took it out of the plan and can be cured. */
            readonly removedBy: components["schemas"]["Blocker"][];
            readonly shut: {
                readonly because: components["schemas"]["FailingCondition"][];
                readonly items: string[];
                reason: string;
                readonly reasons: string[];
                route: string;
            }[];
            /** @enum {string} */
            state: "open" | "shut" | "blocked" | "dormant";
            readonly steps: components["schemas"]["StepView"][];
            title: string;
            /** @enum {string} */
            usableInCourt: "evidence" | "lead-only" | "depends";
            /** @enum {string} */
            userMayBeTold: "no" | "depends" | "likely";
            /** @description What a route that is not taken would be at an ordinary pace. */
            wouldBe: components["schemas"]["WouldBe"] | null;
        };
        RuleExplained: {
            route: {
                named: string;
                /** @description Why it is shut where no page speaks. */
                otherwise: string;
                /** @description In the order in which they are evaluated; what removes beats what shuts, what shuts beats what opens. */
                readonly pages: {
                    /** @enum {string} */
                    bearing: "opens" | "shuts" | "removes" | "holds" | "makes-wait" | "asks-first";
                    because: string;
                    page: string;
                }[];
                route: string;
                status: string;
            } | null;
            rule: {
                because: string;
                id: string;
                inForce: {
                    from: string;
                    until?: string;
                };
                /** @enum {string} */
                kind: "law" | "third-party" | "policy";
                readonly law: {
                    cited: string;
                    says: string | null;
                    verifiedOn: string | null;
                }[];
                /** @description The rule in a sentence, made from its conditions and effects. */
                means: string;
                readonly parameters: string[];
                readonly readBy: string[];
                readonly reads: {
                    fact: string;
                    from: string;
                    readonly madeBy: string[];
                    named: string;
                }[];
                /** @enum {string} */
                status: "confirmed" | "unconfirmed";
                title: string;
            } | null;
        };
        RuleFinding: {
            /** @enum {string} */
            check: "does-not-hold" | "register-does-not-hold" | "rule-without-page" | "page-without-rule" | "law-unknown" | "law-ended" | "law-not-yet" | "example-contradicts" | "unused" | "unit-missing" | "example-missing" | "translation-missing" | "reading-stale" | "unreachable" | "implied" | "opens-and-shuts" | "gap" | "value-dead" | "values-alike" | "undecided";
            column: number;
            file: string;
            /** @enum {string} */
            level: "error" | "warning";
            line: number;
            says: string;
        };
        RuleImpact: {
            candidate: string;
            readonly cases: {
                met: {
                    /** @constant */
                    kind: "no-baseline";
                    says: string;
                } | {
                    readonly blockers: string[];
                    firstRule: string | null;
                    readonly gains: string[];
                    /** @enum {string} */
                    kind: "changed-plan" | "new-blocker" | "changed-deadline" | "changed-otherwise";
                    readonly loses: string[];
                } | {
                    /** @constant */
                    kind: "unchanged";
                };
                reference: string;
                /** @enum {string} */
                state: "OPEN" | "CLOSED" | "WORKED";
            }[];
            closed: components["schemas"]["RuleImpactCounts"];
            /** Format: date */
            day: string;
            readonly laterOn: string[];
            live: string;
            open: components["schemas"]["RuleImpactCounts"];
        };
        RuleImpactCounts: {
            "changed-deadline": number;
            "changed-otherwise": number;
            "changed-plan": number;
            "new-blocker": number;
            "no-baseline": number;
            unchanged: number;
        };
        RuleInForce: {
            because: {
                en: string;
                ru?: string;
            };
            concerns: string;
            id: string;
            /** @enum {string} */
            kind: "law" | "third-party" | "policy";
            /** @description The page as legal advisers wrote it. */
            page: unknown;
            /** @enum {string} */
            status: "confirmed" | "unconfirmed";
            title: string;
        };
        RuleLine: {
            because: {
                en: string;
                ru?: string;
            };
            concerns: string;
            id: string;
            /** @enum {string} */
            kind: "law" | "third-party" | "policy";
            /** @enum {string} */
            status: "confirmed" | "unconfirmed";
            title: string;
        };
        RuleOutcome: {
            because: string;
            condition: components["schemas"]["Explained"];
            fired: boolean;
            /** @enum {string} */
            kind: "law" | "third-party" | "policy";
            /** @enum {string} */
            reading: "true" | "false" | "unknown";
            rule: string;
            /** @description Places of the effects that stand, of a page whose effects have conditions of their own. */
            readonly standing?: number[];
            /** @enum {string} */
            status: "confirmed" | "unconfirmed";
            subject: string;
            title: string;
        };
        RuleSetContent: Record<string, never>;
        SecondReadingInput: {
            readDigest: string;
        } | {
            identifiers: components["schemas"]["IdentifierInput"][];
        };
        Session: {
            current: boolean;
            endsAt: string;
            /** @description The claim that showed a second factor. */
            factor: string | null;
            id: string;
            seenAt: string;
            startedAt: string;
        };
        SessionsEnded: {
            /** @description Number of sessions that were ended. */
            ended: number;
        };
        SetAsideToDecideInput: {
            /** @enum {string} */
            choice: "REOPEN" | "REJECT" | "SAME" | "OTHER";
            reason: string;
        };
        SignOutInput: {
            reason: string;
        };
        SmallestChange: {
            readonly act: components["schemas"]["Change"][];
            exhaustive: boolean;
            readonly learn: components["schemas"]["Change"][];
            readonly state: components["schemas"]["Change"][];
        };
        StartToReleaseInput: {
            /** @description What was compared, and what was found. */
            reason: string;
        };
        Step: {
            addressee: string;
            readonly basis: string[];
            readonly items: string[];
            /** @enum {string} */
            measure: "CAPTURE" | "HAND_OVER" | "PRODUCE" | "IDENTIFY" | "INQUIRE" | "RDAP_LOOKUP" | "TRACE_LEDGER" | "PRESERVE" | "RENEW" | "EXTEND" | "PARTIAL_DISCLOSE" | "DISCLOSE" | "EMERGENCY_DISCLOSE" | "SUPPORT" | "NOTIFY" | "TRACE_OR_POSTPONE" | "RESTRAIN";
            order: number;
            route: components["schemas"]["RouteId"];
        };
        StepView: {
            addressee: string;
            readonly approvals: {
                order: number;
                readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                step: string;
                within: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
                };
            }[];
            readonly basis: string[];
            readonly blockedBy: components["schemas"]["Blocker"][];
            firstClock: {
                id: string;
                length: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
                };
                /** @enum {string} */
                nature: "law" | "office" | "provider";
                reference: string;
                /** @enum {string} */
                starts: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
                title: string;
            } | null;
            readonly items: string[];
            key: string;
            /** @enum {string} */
            measure: "CAPTURE" | "HAND_OVER" | "PRODUCE" | "IDENTIFY" | "INQUIRE" | "RDAP_LOOKUP" | "TRACE_LEDGER" | "PRESERVE" | "RENEW" | "EXTEND" | "PARTIAL_DISCLOSE" | "DISCLOSE" | "EMERGENCY_DISCLOSE" | "SUPPORT" | "NOTIFY" | "TRACE_OR_POSTPONE" | "RESTRAIN";
            readonly needs: {
                fact: string;
                question: string;
                subject: string;
            }[];
            order: number;
            route: components["schemas"]["RouteId"];
            /** @enum {string} */
            state: "open" | "blocked";
            /** @enum {string} */
            urgency: "ROUTINE" | "URGENT" | "EMERGENCY";
        };
        TimeWindow: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            zone: string;
        };
        Unit: {
            closed: boolean;
            id: string;
            label: string;
            state: string;
        };
        UnsentMail: {
            attempts: number;
            createdAt: string;
            /** @description `NO_ADDRESS`, or what the mail server said, as a code. */
            fault: string | null;
            id: string;
            personId: string;
            /** @description When it is tried again. */
            tryAt: string;
        };
        WaitNotice: {
            caseId: string;
            closedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "CASE" | "REQUEST" | "SIGNATURE";
            openedAt: string;
            /** @description Who is not there, where it waits for one person. */
            ownerId: string | null;
            reference: string;
            says: string;
            /** @description The case, the request (route), or the step of an approval. */
            subjectId: string;
            unitId: string;
            why: string;
        };
        Webhook: {
            failingSince: string | null;
            id: string;
            lastFailure: string | null;
            registeredAt: string;
            registeredBy: string;
            /**
             * @description `FAILING`: nothing was taken for a day; it is tried once an hour until somebody ends it.
             * @enum {string}
             */
            state: "DELIVERING" | "RETRYING" | "FAILING";
            /** @description Sequence of the last event that was taken, or passed over. */
            toldUpTo: number;
            /** @description Not tried before. */
            tryAt: string;
            unitId: string;
            url: string;
        };
        WebhookToEndInput: {
            reason: string;
        };
        WebhookToRegisterInput: {
            reason: string;
            /** @description https://...; it is posted to, and no redirect is followed. */
            url: string;
        };
        WebhookToReplayInput: {
            /** @description `sequence` of the first event to send again. */
            from: number;
            reason: string;
        };
        WithdrawalToRecordInput: {
            reason: string;
        };
        WorkOfPerson: {
            /** @description Cases the person owns. */
            readonly cases: {
                id: string;
                reference: string;
                unitId: string;
            }[];
            /** @description Given and taken: they end when the person leaves. */
            readonly delegations: components["schemas"]["Delegation"][];
            /** @description Requests the person answers for and that are not over, with what each waits for. */
            readonly drafts: {
                caseId: string;
                id: string;
                nextAt: string | null;
                route: string;
                /** @enum {string} */
                state: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
                waitsFor: string | null;
            }[];
            /** @description Duty, now and to come. */
            readonly shifts: components["schemas"]["DutyShift"][];
            /** @description What keeps the successor that was asked about from it; empty: nothing does. */
            unfit: {
                detail: string;
                pointer: string;
            }[] | null;
            /** @description Number of further cases, which you may not see. */
            unseen: number;
        };
        WorkToHandOverInput: {
            /** @description Only these cases; without them everything, duty included. */
            cases?: string[];
            /**
             * @description The person leaves with it.
             * @default false
             */
            leaves?: boolean;
            reason: string;
            successorId: string;
        };
        WouldBe: {
            readonly addressees: string[];
            readonly approvals: {
                order: number;
                readonly roles: ("CASE_OFFICER" | "DUTY_OFFICER" | "SUPERVISOR" | "DUTY_SUPERVISOR" | "LEGAL_ADVISOR" | "PROSECUTOR" | "CENTRAL_AUTHORITY" | "CONTACT_24_7" | "CHANNEL_UNIT" | "HEAD_OF_OFFICE" | "EVIDENCE_CUSTODIAN" | "EVIDENCE_WITNESS" | "FILTER_PERSON" | "OVERSEER" | "AUDITOR" | "ADMINISTRATOR")[];
                step: string;
                within: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
                };
            }[];
            readonly basis: string[];
            firstClock: {
                id: string;
                length: {
                    amount: number;
                    /** @enum {string} */
                    unit: "minute" | "hour" | "day" | "working-hour" | "working-day";
                };
                /** @enum {string} */
                nature: "law" | "office" | "provider";
                reference: string;
                /** @enum {string} */
                starts: "DRAFT" | "FIELDS_MISSING" | "CHECKS" | "APPROVAL" | "RETURNED" | "APPROVED" | "HANDED_OVER" | "DISPATCHED" | "ACKNOWLEDGED" | "IN_EXECUTION" | "WAITING_DOMESTIC" | "PRESERVED" | "RENEWAL_ASKED" | "SUPERSEDED" | "MLA_RECEIVED" | "RELEASED" | "LAPSED" | "WARNING_29_6" | "HOP_FOUND" | "CLARIFICATION" | "NOTICE_ANNOUNCED" | "CONDITIONS" | "POSTPONED" | "OBJECTION" | "ENFORCEMENT" | "TRANSLATION" | "RECHECK" | "ENDED" | "INTAKE" | "PARTIAL" | "DECISION_DUE" | "CONSENT_WITHDRAWN" | "WITHDRAWING" | "EX_POST" | "REVIEW_OVERDUE" | "NOT_VALIDATED" | "CLOSED" | "WITHDRAWN" | "EXPIRED" | "CONVERTED" | "CANCELLED_BEFORE_DISPATCH";
                title: string;
            } | null;
            readonly needs: {
                fact: string;
                question: string;
                subject: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

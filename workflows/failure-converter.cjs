'use strict';
const { DefaultFailureConverter } = require('@temporalio/common');

/** Message and stack of a failure go through the codec like every payload. Read by the sandbox, the worker and clients by its path. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });

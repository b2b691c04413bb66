import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from '../../contracts/keys.js';
import { createPayloadCodec } from './payload-codec.js';

/** One failure converter for client, worker and sandbox; CommonJS, because the SDK requires it by its path. */
export const failureConverterPath = fileURLToPath(
  new URL('../../workflows/failure-converter.cjs', import.meta.url),
);

/** What client and worker of one namespace share: payloads and failures are encrypted before they leave the process. */
export const createDataConverter = (ring: KeyRing, namespace: string): DataConverter => ({
  payloadCodecs: [createPayloadCodec({ ring, namespace })],
  failureConverterPath,
});

export { issueCertificate, type CertificateInput } from './issue.js';
export { certificate, type Certificate } from './schema.js';
export { verifyCertificate, type AtHand, type Verification } from './verify.js';
export type { Finding } from './changes.js';

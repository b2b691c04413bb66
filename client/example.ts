import { createClient, once } from './index.js';

/** Opens a case, reads it back, and answers its first question with the ETag that was read; answers its id and version. */
export async function openAndAnswer(to: { url: string; token: string }, reference: string) {
  const rogatory = createClient(to);
  const opened = await rogatory.POST('/v1/cases', {
    params: { header: once() },
    body: { reference, requestingState: 'KZ', items: [{ id: 'I1' }] },
  });
  if (opened.error) throw new Error(opened.error.detail);
  const path = { caseId: opened.data.id };
  const read = await rogatory.GET('/v1/cases/{caseId}', { params: { path } });
  if (read.error) throw new Error(read.error.detail);
  const answered = await rogatory.POST('/v1/cases/{caseId}/facts', {
    params: { path, header: { ...once(), 'if-match': read.response.headers.get('etag') ?? '' } },
    body: {
      answers: [{ fact: 'dataCategory', item: 'I1', value: 'SUBSCRIBER', source: 'order of 20 November' }],
    },
  });
  if (answered.error) throw new Error(answered.error.detail);
  return { caseId: path.caseId, etag: answered.response.headers.get('etag') };
}

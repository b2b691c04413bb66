import { ApplicationFailure, DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import type { coresdk } from '@temporalio/proto';
import { toPayload } from './payloads.js';

const failures = new DefaultFailureConverter();

/** Calls the function of an activity. An ApplicationFailure is final; any other error is a fault of the test. */
export async function perform(
  activities: object,
  { name, args }: { name: string; args: unknown[] },
): Promise<coresdk.activity_result.IActivityResolution> {
  const doing: unknown = Reflect.get(activities, name);
  if (typeof doing !== 'function') throw new Error(`no activity ${name}`);
  try {
    const result: unknown = await Reflect.apply(doing, activities, args);
    return { completed: result === undefined ? {} : { result: toPayload(result) } };
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    const cause = failures.errorToFailure(error, defaultPayloadConverter);
    const activityFailureInfo = { activityType: { name }, activityId: '1', retryState: 5 };
    return { failed: { failure: { message: 'Activity task failed', activityFailureInfo, cause } } };
  }
}

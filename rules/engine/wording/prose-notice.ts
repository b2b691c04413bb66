import type { Frame } from '../../../contracts/determination.js';
import type { RouteView, StepView } from '../../../contracts/route-view.js';
import type { Wording } from './wording.js';

/**
 * Whether the user learns of the step: what holds for the route; where the custodian itself is asked, what the register says of
 * it, and whether an order or its own agreement keeps it from telling. Items of custodians with other habits are told apart.
 */
export function notice(
  { family, userMayBeTold }: RouteView,
  step: StepView,
  frame: Frame,
  words: Wording,
): string {
  if (step.measure === 'HAND_OVER') return words.label('told.consent');
  if (userMayBeTold === 'no' || !words.asksCustodian(step.route))
    return words.optional(`told.${userMayBeTold}.${family}`) ?? words.label(`told.${userMayBeTold}`);
  const habits = new Map<string, string[]>();
  for (const item of step.items) {
    const says = habitOf(frame, item);
    habits.set(says, [...(habits.get(says) ?? []), item]);
  }
  return [...habits]
    .map(([habit, items]) => {
      const what = words.label(`notice.${habit}`);
      return habits.size === 1 ? what : words.label('notice.of', { items: items.join(', '), what });
    })
    .join('; ');
}

/** The habit by the register, and after a dot what prevents notice: `UNLESS_PROHIBITED.order`. */
function habitOf(frame: Frame, item: string): string {
  const facts = frame.items.find(({ id }) => id === item)?.facts ?? {};
  const habit = String(facts['provider.userNotice'] ?? 'UNKNOWN');
  if (habit === 'NEVER') return habit;
  const agreed = facts['clearance.noNoticeAgreed'] ?? frame.case['clearance.noNoticeAgreed'];
  if (agreed === true) return `${habit}.agreed`;
  return frame.case['authorisation.nonDisclosureOrder'] === true ? `${habit}.order` : habit;
}

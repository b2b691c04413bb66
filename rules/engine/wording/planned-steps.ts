import type { Determination, Lot } from '../../../contracts/determination.js';
import type { RouteView, StepView } from '../../../contracts/route-view.js';

/** A step of the plan with its route and its lot; numbered from one in this order wherever a text speaks of it. */
export type Planned = { view: RouteView; step: StepView; lot: Lot };

export const plannedSteps = ({ lots }: Determination, routes: readonly RouteView[]): Planned[] =>
  lots.flatMap((lot) =>
    routes.flatMap((view) =>
      view.steps
        .filter(({ key, order }) => key === lot.key && order === lot.order)
        .map((step) => ({ view, step, lot })),
    ),
  );

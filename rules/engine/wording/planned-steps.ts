import type { Determination, Lot } from '../../../contracts/determination.js';
import type { RouteView, StepView } from '../../../contracts/route-view.js';

/** A step of the plan with its route and its lot, under the number that it bears wherever a text speaks of it. */
export type Planned = { number: number; view: RouteView; step: StepView; lot: Lot };

/** Steps of some routes in the order of the plan, numbered from one. */
export const plannedSteps = ({ lots }: Determination, routes: readonly RouteView[]): Planned[] =>
  lots
    .flatMap((lot) =>
      routes.flatMap((view) =>
        view.steps
          .filter(({ key, order }) => key === lot.key && order === lot.order)
          .map((step) => ({ view, step, lot })),
      ),
    )
    .map((one, index) => ({ ...one, number: index + 1 }));

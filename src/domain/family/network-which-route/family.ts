import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { around, numberOfAddress } from '../network/blocks.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderRoutes } from './render.ts'
import { type RouteScenario, sampleRoutes } from './sample.ts'
import { routeMisconceptions, solveRoute } from './solve.ts'

/** Where packets to an address leave a subnet whose route table has overlapping routes of several origins. */
export const whichRouteModel: FamilyModel<RouteScenario> = {
  name: 'network-which-route',
  title: 'Which route of a table packets take',
  kind: 'multiple-choice',
  placements: placedIn('SOA-C03 5.3', 'ANS-C01 3.1', 'SAA-C03 3.4', 'SAP-C02 1.1', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['vpc'],
  references: [networkPages.routePriority, networkPages.routeTables],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleRoutes,
  solve: solveRoute,
  misconceptions: routeMisconceptions,
  render: renderRoutes,
  constraints: ({ sender, destination }) =>
    around(numberOfAddress(sender), 20) !== around(numberOfAddress(destination), 20),
  features: ({ rendering, routes }) => ({
    rendering,
    routes: routes.length,
    propagated: routes.filter(({ origin }) => origin === 'propagated').length,
  }),
  angoff: ({ routes = 0, propagated = 0 }) => 0.98 - 0.05 * routes - 0.05 * propagated,
}

export const whichRoute = familyOf(whichRouteModel)

import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { networkPages } from '../network/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderRoutes } from './render.ts'
import { cases, type RouteScenario, sampleRoutes } from './sample.ts'
import { routeMisconceptions, solveRoute } from './solve.ts'

/** Which change to a route table with overlapping routes leads packets where they should go. */
export const whichRouteModel: FamilyModel<RouteScenario> = {
  name: 'network-which-route',
  title: 'Which change to a route table leads packets where they should go',
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
  features: ({ rendering, kind, routes }) => ({
    rendering,
    case: cases.indexOf(kind),
    routes: routes.length,
  }),
  angoff: ({ case: place = 0 }) => [0.55, 0.7, 0.5, 0.62][place] ?? 0.6,
}

export const whichRoute = familyOf(whichRouteModel)

import { lambdaFactIds } from '../../cloud/capacity/lambda.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { type DeedScenario, deedModel } from '../capacity/deeds.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { concurrencySituations } from './situations.ts'
import { concurrencyMisconceptions, isWell, type Load } from './solve.ts'

/** The change that a function needs: a reservation as a guarantee or as a limit, or environments that are warm. */
export const concurrencyModel: FamilyModel<DeedScenario<Load>> = {
  name: 'lambda-concurrency',
  title: 'Concurrency of a function',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 4.3', 'DVA-C03 4', 'SAA-C03 3.2', 'SAP-C02 2.5', 'SAP-C03 1', 'SOA-C03 2.1'),
  cognitive: 'apply',
  services: ['lambda'],
  references: [
    capacityPages.lambdaScaling,
    capacityPages.lambdaReserved,
    documentation(
      'Configuring provisioned concurrency for a function',
      'lambda/latest/dg/provisioned-concurrency.html',
    ),
  ],
  facts: lambdaFactIds,
  since: calendarDate('2026-11-24'),
  ...deedModel({
    situations: concurrencySituations,
    holds: isWell,
    beliefs: concurrencyMisconceptions,
  }),
  features: ({ rendering, now }) => ({ rendering, queued: Number(now.need === 'few-connections') }),
  angoff: ({ rendering, queued = 0 }) => 0.74 - 0.08 * queued - 0.03 * rendering,
}

export const concurrency = familyOf(concurrencyModel)

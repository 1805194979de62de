import { join } from 'node:path'
import type { Content, Ports } from '../../application/ports.ts'
import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import { once, renewable } from '../../domain/kernel/once.ts'
import { openActionDirectory } from './action-directory.ts'
import { contentHash } from './content-hash.ts'
import { keyChanges } from './key-changes.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { loadCloudFacts } from './load-cloud-facts.ts'
import { loadPacks } from './load-packs.ts'
import { loadRouteModel } from './load-route-model.ts'
import { loadServiceChanges } from './load-service-changes.ts'
import { loadUpdateBehaviour } from './load-update-behaviour.ts'
import { readTemplate } from './read-template.ts'
import { reviewSheets } from './review-sheets.ts'

/** Where content lies, and the day on which it is judged. Parsed packs are kept in `cacheFolder` where one is named. */
export type ContentPlaces = {
  readonly catalogueFolder: string
  readonly packFolders: readonly string[]
  readonly cacheFolder?: string
  readonly today: () => CalendarDate
}

/** What is read from and written beside the packs. */
export type PackSide = Pick<Ports, 'content' | 'reviewSheets' | 'keyChanges' | 'cloudLibrary'>

/** Catalogue and packs, read when first asked for; packs again after something was stored beside them. */
export function openContent({ catalogueFolder, packFolders, cacheFolder, today }: ContentPlaces): PackSide {
  const catalogue = once(() => loadCatalogue(catalogueFolder))
  const packs = renewable(() =>
    loadPacks(packFolders, {
      catalogue: catalogue(),
      today: today(),
      ...(cacheFolder === undefined ? {} : { cacheFolder }),
    }),
  )
  const content: Content = {
    catalogue,
    packs: packs.get,
    routeModel: once(() => loadRouteModel(join(catalogueFolder, 'route-model.yaml'), catalogue())),
    cloudFacts: once(() => loadCloudFacts(catalogueFolder)),
    serviceChanges: once(() => loadServiceChanges(catalogueFolder)),
    hashItem: (item) => contentHash(item, undefined),
  }
  return {
    content,
    cloudLibrary: {
      updateBehaviour: once(() => loadUpdateBehaviour(catalogueFolder)),
      readTemplate,
      actions: openActionDirectory(),
    },
    reviewSheets: {
      append: (pack, sheets) => {
        reviewSheets.append(pack, sheets)
        packs.renew()
      },
    },
    keyChanges: {
      append: (pack, change) => {
        keyChanges.append(pack, change)
        packs.renew()
      },
    },
  }
}

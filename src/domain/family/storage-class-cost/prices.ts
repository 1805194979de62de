import type { StorageClass } from '../../cloud/capacity/storage-cost.ts'

/**
 * Storage classes at the ratios of the price list: a GB and month of S3 Standard is 100, and requests count in the same
 * unit. Archives are read by standard retrievals. Ratios differ little between Regions; `classesAt` tells by how much an
 * answer may not depend on them.
 */
const classes: readonly StorageClass[] = [
  { name: 'S3 Standard', kind: 'standard', perGbMonth: 100, perThousandPuts: 22, perThousandGets: 2 },
  {
    name: 'S3 Standard-Infrequent Access',
    kind: 'standard-ia',
    perGbMonth: 54,
    retrievalPerGb: 43,
    perThousandPuts: 43,
    perThousandGets: 4,
  },
  {
    name: 'S3 One Zone-Infrequent Access',
    kind: 'one-zone-ia',
    perGbMonth: 43,
    retrievalPerGb: 43,
    perThousandPuts: 43,
    perThousandGets: 4,
  },
  {
    name: 'S3 Glacier Instant Retrieval',
    kind: 'glacier-instant',
    perGbMonth: 17,
    retrievalPerGb: 130,
    perThousandPuts: 87,
    perThousandGets: 43,
  },
  {
    name: 'S3 Glacier Flexible Retrieval',
    kind: 'glacier-flexible',
    perGbMonth: 16,
    retrievalPerGb: 43,
    perThousandPuts: 130,
    perThousandGets: 219,
    retrievalHours: 5,
  },
  {
    name: 'S3 Glacier Deep Archive',
    kind: 'deep-archive',
    perGbMonth: 4.3,
    retrievalPerGb: 87,
    perThousandPuts: 217,
    perThousandGets: 436,
    retrievalHours: 12,
  },
]

/** The classes with storage at a multiple of its usual price and reading at the inverse of it. @example classesAt(1).length // 6 */
export const classesAt = (factor: number): readonly StorageClass[] =>
  classes.map((one) =>
    one.kind === 'standard'
      ? one
      : { ...one, perGbMonth: one.perGbMonth * factor, retrievalPerGb: (one.retrievalPerGb ?? 0) / factor },
  )

/** Multiples of the usual price at which the answer must be the same. */
export const priceFactors = [0.92, 1, 1.08] as const

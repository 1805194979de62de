/** A knowledge base, and what is asked of it. */
export type Library = {
  readonly who: string
  readonly app: string
  readonly users: string
  readonly documents: string
  /** What has a code of its own, and an example of it. */
  readonly coded: string
  readonly code: string
  /** What old editions lead to. */
  readonly stale: string
  /** A question that needs many passages. */
  readonly broad: string
}

export const libraries: readonly Library[] = [
  {
    who: 'a heating manufacturer',
    app: 'service assistant',
    users: 'technicians',
    documents: 'service manuals',
    coded: 'fault codes',
    code: 'F-2047',
    stale: 'it quotes torque values from withdrawn editions',
    broad: 'which inspections a boiler needs over the years',
  },
  {
    who: 'a building society',
    app: 'tariff assistant',
    users: 'advisors',
    documents: 'tariff sheets',
    coded: 'tariff numbers',
    code: 'BX-114',
    stale: 'it quotes interest rates of past years',
    broad: 'what all savings plans have in common',
  },
  {
    who: 'an electronics distributor',
    app: 'product assistant',
    users: 'sales staff',
    documents: 'data sheets',
    coded: 'part numbers',
    code: 'TPS-6521',
    stale: 'it quotes limits from superseded data sheets',
    broad: 'how the regulators of a series differ',
  },
  {
    who: 'a hospital',
    app: 'pharmacy assistant',
    users: 'nurses',
    documents: 'drug guidelines',
    coded: 'formulary codes',
    code: 'N02-BE51',
    stale: 'it quotes doses from replaced guidelines',
    broad: 'which drugs interact with a blood thinner',
  },
  {
    who: 'a railway company',
    app: 'rules assistant',
    users: 'dispatchers',
    documents: 'operating rules',
    coded: 'signal codes',
    code: 'ZS-31',
    stale: 'it quotes rules that were replaced last year',
    broad: 'what has to be done after a power failure',
  },
  {
    who: 'a customs agency',
    app: 'declaration assistant',
    users: 'clerks',
    documents: 'customs notices',
    coded: 'commodity codes',
    code: '8471-30',
    stale: 'it quotes duties from expired notices',
    broad: 'which papers a shipment of food needs',
  },
  {
    who: 'a lift operator',
    app: 'maintenance assistant',
    users: 'mechanics',
    documents: 'maintenance instructions',
    coded: 'error codes',
    code: 'E-518',
    stale: 'it quotes intervals from outdated instructions',
    broad: 'which checks belong to a yearly inspection',
  },
]

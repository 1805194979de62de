/** A thing with a name for people and one for resources. */
export type Named = { readonly name: string; readonly slug: string }

/**
 * An organisation as a scenario needs it: who it is, what it keeps (`records`, a plural noun), what it runs (`systems`,
 * singular, used with "the"), who works there (`teams`, used with "the").
 */
export type Business = {
  readonly who: string
  readonly slug: string
  readonly records: readonly Named[]
  readonly systems: readonly Named[]
  readonly teams: readonly string[]
}

/** `discharge letters/letters` gives name and slug; without a slash the slug is the name with hyphens. */
const named = (text: string): Named => {
  const [name = '', slug = name.replaceAll(' ', '-')] = text.split('/')
  return { name, slug }
}

type Row = readonly [who: string, slug: string, records: string, systems: string, teams: string]

function business([who, slug, records, systems, teams]: Row): Business {
  const list = (text: string): string[] => text.split(', ')
  return {
    who,
    slug,
    records: list(records).map(named),
    systems: list(systems).map(named),
    teams: list(teams),
  }
}

const rows: readonly Row[] = [
  [
    'a hospital group',
    'clinic',
    'discharge letters/letters, lab results, ward rosters/rosters',
    'appointment portal/appointments, bed planner, pharmacy feed',
    'records office, clinical IT team, audit desk',
  ],
  [
    'an online ticket agency',
    'tickets',
    'seat maps, order receipts/receipts, venue contracts/contracts',
    'checkout service/checkout, seat picker, refund desk/refunds',
    'storefront team, fraud desk, venue team',
  ],
  [
    'a wind farm operator',
    'wind',
    'turbine logs, blade photos, yield forecasts/forecasts',
    'turbine gateway, maintenance planner/maintenance, grid reporter',
    'field service team, forecasting team, control room',
  ],
  [
    'a regional newspaper publisher',
    'press',
    'photo archives/photos, page proofs/proofs, reader letters/letters',
    'paywall service/paywall, editorial system/editorial, comment queue/comments',
    'photo desk, platform team, circulation office',
  ],
  [
    'a grocery chain',
    'grocer',
    'price lists/prices, till receipts/receipts, delivery slips',
    'store replenishment service/replenishment, loyalty service/loyalty, delivery planner',
    'pricing team, store systems team, supply office',
  ],
  [
    'a city transit authority',
    'transit',
    'timetables, fare records/fares, camera footage/footage',
    'fare gateway/fares, journey planner, depot scheduler',
    'revenue office, timetable desk, operations centre',
  ],
  [
    'a private university',
    'campus',
    'exam scripts, theses, enrolment forms/enrolment',
    'enrolment portal/enrolment, library catalogue/library, grading service/grading',
    'registrar, research IT group, library staff',
  ],
  [
    'a game studio',
    'studio',
    'build archives/builds, crash dumps, player exports',
    'matchmaking service/matchmaking, leaderboard service/leaderboard, patch server/patches',
    'live operations team, build team, analytics group',
  ],
  [
    'a reinsurance firm',
    'reinsure',
    'treaty documents/treaties, loss tables, claim bundles/claims',
    'pricing engine/pricing, claims intake/claims, exposure model/exposure',
    'actuarial team, claims desk, internal audit team',
  ],
  [
    'a shipping line',
    'freight',
    'bills of lading/lading, crew lists, customs forms/customs',
    'berth planner, container tracker/tracker, customs gateway/customs',
    'port office, fleet systems team, compliance desk',
  ],
  [
    'a biotech start-up',
    'genome',
    'sequence files/sequences, assay results/assays, consent forms/consents',
    'sequencing pipeline/sequencing, sample tracker/samples, assay viewer/assays',
    'laboratory team, data platform team, quality office',
  ],
  [
    'a municipal utility',
    'utility',
    'meter readings/readings, outage maps, invoices',
    'metering service/metering, outage portal/outages, billing service/billing',
    'billing office, grid team, customer desk',
  ],
  [
    'a furniture retailer',
    'furniture',
    'product images/images, assembly guides/guides, order exports/orders',
    'catalogue service/catalogue, order service/orders, warehouse link/warehouse',
    'web team, warehouse IT team, merchandising group',
  ],
  [
    'a law practice with nine offices',
    'legal',
    'case files/cases, court filings/filings, client contracts/contracts',
    'document vault/vault, time recorder, filing service/filings',
    'paralegal pool, practice IT team, records office',
  ],
  [
    'a podcast network',
    'audio',
    'raw recordings/recordings, episode masters/masters, listener reports',
    'feed publisher/feeds, transcoder, advert service/adverts',
    'production crew, platform team, sales office',
  ],
  [
    'a payroll bureau',
    'payroll',
    'payslips, tax forms, bank files',
    'payslip generator/payslips, bank transfer service/transfers, client portal/portal',
    'payroll clerks, compliance team, integration team',
  ],
  [
    'a car-sharing service',
    'rides',
    'trip logs/trips, damage photos, licence scans/licences',
    'booking service/booking, unlock gateway/unlock, pricing service/pricing',
    'fleet team, mobile team, claims desk',
  ],
  [
    'a weather data provider',
    'weather',
    'radar frames/radar, station readings/stations, model runs',
    'forecast service/forecast, alert service/alerts, tile server/tiles',
    'modelling group, delivery team, customer success desk',
  ],
  [
    'a language school franchise',
    'lingua',
    'lesson videos/lessons, placement tests, certificates',
    'lesson player/lessons, booking calendar/booking, exam service/exams',
    'content team, branch support desk, finance office',
  ],
  [
    'a dairy cooperative',
    'dairy',
    'milk tests, collection routes/routes, herd records/herds',
    'route planner/routes, lab intake/lab, payment service/payments',
    'quality lab, logistics office, member services desk',
  ],
  [
    'a museum foundation',
    'museum',
    'collection scans/scans, loan papers/loans, visitor statistics/visitors',
    'collection viewer/collection, ticket shop/shop, loan register/loans',
    'digitisation unit, web team, loans office',
  ],
  [
    'a satellite imaging company',
    'orbit',
    'raw scenes/scenes, orthophotos, tasking orders/tasking',
    'tasking service/tasking, scene processor/processor, delivery portal/delivery',
    'ground segment team, processing team, sales engineering team',
  ],
  [
    'a chain of veterinary practices',
    'vets',
    'x-ray images/xrays, vaccination records/vaccinations, stock lists/stock',
    'appointment book/appointments, stock service/stock, reminder service/reminders',
    'practice managers, IT support desk, purchasing office',
  ],
  [
    'a property management firm',
    'estates',
    'lease contracts/leases, inspection photos/inspections, repair orders/repairs',
    'tenant portal/tenants, repair dispatcher/repairs, rent ledger/rents',
    'lettings office, maintenance desk, accounts team',
  ],
  [
    'a home-lending start-up',
    'lending',
    'loan applications/applications, credit reports, appraisal files/appraisals',
    'application intake/intake, scoring service/scoring, document checker/documents',
    'underwriting team, data team, security guild',
  ],
  [
    'a seed producer',
    'seeds',
    'trial results/trials, field maps, batch certificates/certificates',
    'trial planner/trials, batch tracker/batches, dealer portal/dealers',
    'breeding team, quality office, systems group',
  ],
]

/** Organisations of many trades and sizes; none of them real. */
export const businesses: readonly Business[] = rows.map(business)

/** Data that are opened often at first and rarely later: who keeps them, what, and who opens them in both times. */
export type CoolingData = {
  readonly who: string
  readonly what: string
  readonly early: string
  readonly late: string
  readonly kilobytes: number
}

export const coolingData: readonly CoolingData[] = [
  {
    who: 'A chain of veterinary clinics',
    what: 'X-ray images',
    early: 'Vets open an image several times in the weeks of the treatment',
    late: 'Later it is opened perhaps once, when the animal comes back, and then with the owner in the room',
    kilobytes: 9000,
  },
  {
    who: 'A car rental company',
    what: 'damage photos',
    early: 'Clerks and workshops look at a photo several times until the case is settled',
    late: 'Afterwards hardly one in ten is opened again, by a hotline agent with the customer waiting',
    kilobytes: 2800,
  },
  {
    who: 'A football league',
    what: 'match recordings',
    early: 'Analysts of the clubs open each recording several times in the following weeks',
    late: 'After that, an editor now and then needs a scene for the running broadcast',
    kilobytes: 900_000,
  },
  {
    who: 'An architecture firm',
    what: 'scans of building plans',
    early: 'While a project is running, a plan is opened several times',
    late: 'Years later, somebody may want to show it in a meeting without a pause',
    kilobytes: 24_000,
  },
  {
    who: 'A property insurer',
    what: 'drone images of roofs',
    early: 'Assessors open an image several times until they have decided on a claim',
    late: 'Later it is viewed only in a dispute, on the screen of a hotline agent',
    kilobytes: 12_000,
  },
  {
    who: 'A translation agency',
    what: 'interpreting recordings',
    early: 'Editors listen to a recording several times until the transcript is accepted',
    late: 'Later a customer asks about a passage once in a long while, and the agent plays it on the phone',
    kilobytes: 48_000,
  },
]

/** Data that are kept because they must be. */
export type ArchiveData = {
  readonly who: string
  readonly what: string
  readonly duty: string
  readonly asks: string
}

export const archiveData: readonly ArchiveData[] = [
  {
    who: 'A bank',
    what: 'recordings of trading calls',
    duty: 'Regulation demands',
    asks: 'The supervisor has asked for a recording twice in ten years',
  },
  {
    who: 'A pharmaceutical company',
    what: 'raw data of finished trials',
    duty: 'The law demands',
    asks: 'Inspections are announced weeks ahead',
  },
  {
    who: 'A law firm',
    what: 'scanned files of closed cases',
    duty: 'Professional rules demand',
    asks: 'Lawyers who needed a closed case were content to get it on the next day',
  },
  {
    who: 'A bridge inspection office',
    what: 'laser scans of former inspections',
    duty: 'Its liability insurer demands',
    asks: 'An expert who needs a scan announces it a week ahead',
  },
  {
    who: 'A broadcaster',
    what: 'uncut recordings',
    duty: 'Its archive rules demand',
    asks: 'Documentary makers plan for weeks and can wait a day or two for material',
  },
  {
    who: 'A tax consultancy',
    what: 'scanned receipts of clients',
    duty: 'Tax law demands',
    asks: 'Audits are announced a month ahead',
  },
]

/** Data that a program can make again. */
export type DerivedData = {
  readonly who: string
  readonly what: string
  readonly source: string
  readonly use: string
}

export const derivedData: readonly DerivedData[] = [
  {
    who: 'A stock photo agency',
    what: 'large preview images',
    source: 'can be rendered again from the originals',
    use: 'Visitors open a preview about once in two months',
  },
  {
    who: 'A map publisher',
    what: 'rendered satellite mosaics',
    source: 'can be computed again from the raw scenes',
    use: 'Customers download a mosaic about once in two months',
  },
  {
    who: 'A language school',
    what: 'transcoded lesson videos',
    source: 'can be transcoded again from the masters',
    use: 'A lesson is played about once in two months',
  },
  {
    who: 'A car parts dealer',
    what: 'converted 3D models',
    source: 'can be converted again from the construction data',
    use: 'Workshops open a model about once in two months',
  },
  {
    who: 'A music library',
    what: 'compressed listening copies',
    source: 'can be made again from the studio recordings',
    use: 'A copy is played about once in two months',
  },
]

/** Data that are soon deleted. */
export type BriefData = { readonly who: string; readonly what: string; readonly why: string }

export const briefData: readonly BriefData[] = [
  { who: 'An airport', what: 'camera recordings', why: 'privacy rules' },
  { who: 'A call center', what: 'call recordings', why: 'an agreement with the works council' },
  { who: 'A software company', what: 'crash dumps', why: 'the privacy policy' },
  { who: 'A parking operator', what: 'license plate photos', why: 'data protection law' },
  { who: 'A hotel chain', what: 'passport scans', why: 'the registration rules' },
  { who: 'A polling institute', what: 'interview recordings', why: 'the consent of the participants' },
]

/** Data in very small objects. */
export type SmallData = { readonly who: string; readonly what: string; readonly reader: string }

export const smallData: readonly SmallData[] = [
  { who: 'An energy supplier', what: 'meter readings', reader: 'a technician at the meter' },
  { who: 'A parcel service', what: 'delivery receipts', reader: 'a hotline agent with a customer' },
  { who: 'A payment provider', what: 'payment confirmations', reader: 'a merchant in the portal' },
  { who: 'A chat platform', what: 'chat transcripts', reader: 'a moderator in the console' },
  { who: 'A lift manufacturer', what: 'sensor snapshots', reader: 'a service engineer on site' },
  { who: 'A ticket agency', what: 'order confirmations', reader: 'a visitor at the entrance' },
]

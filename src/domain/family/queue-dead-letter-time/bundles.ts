/** A workload whose jobs wait in a queue; the words fit each other. */
export type Workload = {
  readonly who: string
  readonly system: string
  readonly job: string
  readonly jobs: string
  /** What people notice when a job is done twice. */
  readonly twice: string
  /** A message at which each consumer crashes. */
  readonly bad: string
  /** What the workers call, and what it does. */
  readonly partner: string
}

/** Workloads in which long jobs, bad messages and partners that are down really occur. */
export const workloads: readonly Workload[] = [
  {
    who: 'a video platform',
    system: 'subtitle service',
    job: 'video',
    jobs: 'videos',
    twice: 'creators receive two sets of subtitles for some of their videos',
    bad: 'a truncated upload',
    partner: 'the speech recognition partner',
  },
  {
    who: 'an insurer',
    system: 'claims intake',
    job: 'claim',
    jobs: 'claims',
    twice: 'some claims appear twice on the list of the case handlers',
    bad: 'a form with an invalid policy number',
    partner: 'the document archive',
  },
  {
    who: 'a logistics company',
    system: 'label printing service',
    job: 'shipment',
    jobs: 'shipments',
    twice: 'packers find two labels for some shipments',
    bad: 'an address file in the wrong encoding',
    partner: 'the carrier API',
  },
  {
    who: 'a payroll provider',
    system: 'payslip service',
    job: 'payslip run',
    jobs: 'payslip runs',
    twice: 'employees of large customers receive their payslips twice',
    bad: 'a customer file without a header',
    partner: 'the tax office interface',
  },
  {
    who: 'a map publisher',
    system: 'tile renderer',
    job: 'map sheet',
    jobs: 'map sheets',
    twice: 'the bill shows that some map sheets are rendered twice',
    bad: 'a damaged geodata file',
    partner: 'the elevation data service',
  },
  {
    who: 'an online pharmacy',
    system: 'prescription check',
    job: 'prescription',
    jobs: 'prescriptions',
    twice: 'pharmacists are asked to release some prescriptions twice',
    bad: 'a scan in an unknown format',
    partner: 'the health insurer gateway',
  },
  {
    who: 'a real estate portal',
    system: 'floor plan converter',
    job: 'floor plan',
    jobs: 'floor plans',
    twice: 'agents see some of their floor plans twice in the listing',
    bad: 'a drawing that is protected by a password',
    partner: 'the address lookup',
  },
  {
    who: 'a research institute',
    system: 'sequence analysis',
    job: 'sample',
    jobs: 'samples',
    twice: 'the result tables contain some samples twice',
    bad: 'a sample file with a wrong checksum',
    partner: 'the reference database',
  },
]

/** What a classifier looks for, and what its errors lead to. */
export type Detection = {
  readonly who: string
  readonly cases: string
  readonly hit: string
  readonly flagged: string
  readonly team: string
  /** What a missed case and a false alarm lead to, as a main clause. */
  readonly miss: string
  readonly alarm: string
}

/** Detections whose positive cases are rare. */
export const detections: readonly Detection[] = [
  {
    who: 'A card issuer',
    cases: 'payments',
    hit: 'fraudulent',
    flagged: 'held back',
    team: 'fraud desk',
    miss: 'a missed one costs the company the whole amount',
    alarm: 'cardholders with a blocked payment move to another card',
  },
  {
    who: 'A bottling plant',
    cases: 'bottles',
    hit: 'cracked',
    flagged: 'taken off the line',
    team: 'quality team',
    miss: 'a cracked bottle in a shop leads to a recall of the batch',
    alarm: 'each sound bottle that is taken off stops the line',
  },
  {
    who: 'A hospital group',
    cases: 'chest scans',
    hit: 'abnormal',
    flagged: 'shown to a second radiologist',
    team: 'radiology department',
    miss: 'an overlooked finding delays the treatment',
    alarm: 'second readings of normal scans keep radiologists from other patients',
  },
  {
    who: 'A mail provider',
    cases: 'messages',
    hit: 'malicious',
    flagged: 'quarantined',
    team: 'abuse desk',
    miss: 'one phishing mail in an inbox can open a company network',
    alarm: 'customers cancel when invoices end in quarantine',
  },
  {
    who: 'A travel insurer',
    cases: 'claims',
    hit: 'invented',
    flagged: 'passed to an investigator',
    team: 'investigation unit',
    miss: 'each invented claim that is paid attracts others',
    alarm: 'honest customers leave after an investigation',
  },
  {
    who: 'A wind farm operator',
    cases: 'gearboxes',
    hit: 'failing',
    flagged: 'inspected on site',
    team: 'field service',
    miss: 'a gearbox that fails unnoticed damages the turbine',
    alarm: 'a needless inspection takes a crew by boat for a day',
  },
  {
    who: 'A marketplace',
    cases: 'product reviews',
    hit: 'fake',
    flagged: 'hidden',
    team: 'trust team',
    miss: 'buyers who fell for fake reviews return their goods',
    alarm: 'buyers whose genuine review was hidden complain in public',
  },
  {
    who: 'A seed producer',
    cases: 'seed samples',
    hit: 'contaminated',
    flagged: 'sent to the laboratory',
    team: 'quality management',
    miss: 'one contaminated lot can spoil the harvest of a region',
    alarm: 'a needless test delays a delivery by a week in the sowing season',
  },
]

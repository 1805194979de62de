import type { Case } from './sample.ts'

/** A workload in which a case really occurs, in words that stand within a sentence. */
export type Story = {
  readonly who: string
  readonly caller: string
  readonly callee: string
  /** The other end of the disturbing route, or whose firewalls they are. */
  readonly site: string
}

const story = (who: string, caller: string, callee: string, site: string): Story => ({
  ...{ who, caller, callee, site },
})

/** Workloads by case. `site` is: who announces too much; the peer behind the shortcut; nothing; the old path. */
export const stories: Readonly<Record<Case, readonly Story[]>> = {
  takeover: [
    story('a furniture chain', 'the price service', 'the merchandise system', 'the Porto branch'),
    story('a bank', 'the loan portal', 'the mainframe', 'the disaster recovery site'),
    story('a hospital group', 'the patient portal', 'the laboratory system', 'the new clinic'),
    story('a brewery', 'the order system', 'the SAP servers', 'the bottling plant'),
    story('a shipping line', 'the booking service', 'the customs system', 'the port office'),
    story('an insurance company', 'the claims portal', 'the policy archive', 'the Lyon office'),
  ],
  bypass: [
    story('a payment provider', 'the settlement service', 'the card network', 'analytics'),
    story('a health insurer', 'the claims import', 'the eligibility service', 'billing'),
    story('a carmaker', 'the parts catalog', 'the supplier portal', 'engineering'),
    story('a media company', 'the ad server', 'the bidding platform', 'reporting'),
    story('a telecom operator', 'the activation service', 'the number database', 'roaming'),
    story('a retailer', 'the stock service', 'the wholesale system', 'logistics'),
  ],
  'east-west': [
    story('a bank', 'the online banking servers', 'the account database', 'the security team'),
    story('a clinic', 'the appointment servers', 'the patient database', 'the privacy officer'),
    story('a web shop', 'the checkout servers', 'the card vault', 'the payments team'),
    story('a ministry', 'the portal servers', 'the citizen register', 'the security office'),
    story('a law firm', 'the search servers', 'the document store', 'the security lead'),
    story('a game studio', 'the login servers', 'the account database', 'the platform team'),
  ],
  tie: [
    story('a newspaper', 'the editing system', 'the photo archive', 'AWS Direct Connect'),
    story('a steelmaker', 'the planning system', 'the furnace controllers', 'AWS Direct Connect'),
    story('a mail-order company', 'the order service', 'the warehouse system', 'AWS Direct Connect'),
    story('a law school', 'the learning platform', 'the student records', 'AWS Direct Connect'),
    story('an energy trader', 'the price engine', 'the trading system', 'AWS Direct Connect'),
    story('a toll operator', 'the invoice service', 'the vehicle register', 'AWS Direct Connect'),
  ],
}

import type { Situation } from '../control/proposals.ts'
import { asking, type Move, nameOf, ofTurn, proposedBy, type Scene } from '../iam/moves.ts'
import {
  everyCaller,
  formerAccount,
  forUs,
  organization,
  type TrustState,
  trusting,
  vendorAccount,
  vendorWorker,
} from './ground.ts'

const told = (
  stories: readonly ((scene: Scene) => string)[],
  moves: readonly Move<TrustState>[],
): Situation<Scene> => ({
  tellings: [(scene) => asking(scene, ofTurn(scene, stories)(scene))],
  proposals: () => proposedBy(moves, everyCaller),
})

const open: TrustState = { trust: trusting(vendorAccount), sendsId: true, mayAssume: true }

/** The vendor's other customers can have it enter the account. */
export const openSituation = told(
  [
    (scene) =>
      `On ${scene.day}, the cloud cost tool of ${nameOf(scene, 'a shoe retailer', 'a bus company', 'a cheese dairy')} listed ${scene.count} instances of another company in the dashboard. The vendor explained that somebody had mistyped an account number, and its product had simply assumed the role there. The company then checked its own role: it trusts the vendor's AWS account without a condition. What should be done so that the product enters for this company alone?`,
    (scene) =>
      `A monitoring vendor works for ${nameOf(scene, 'a savings bank', 'a clinic group', 'a water utility')} through an IAM role that trusts the vendor's AWS account. Preparing a review on ${scene.day}, an engineer noticed that the ARN of the role can be guessed. Any of the vendor's ${scene.count} other customers could enter it in the product's settings and see the data. The vendor shows each customer an identifier of its own in the console. Which change closes the gap?`,
    (scene) =>
      `For ${scene.few} years, a backup vendor has been managing snapshots of ${nameOf(scene, 'a law firm', 'an architecture office', 'a film studio')} through a role whose trust policy consists of the vendor's account number. In a test on ${scene.day}, a consultant opened a trial account with the vendor, entered the ARN of the role, and got a list of ${scene.count} snapshots. The vendor's product itself is to stay in use. How should the trust policy be changed?`,
    (scene) =>
      `The vendor of a security scanner wrote to customers on ${scene.day}: roles that were set up by hand, ${scene.few} years ago or earlier, may lack protection against other customers of the scanner. In the account of ${nameOf(scene, 'a toy maker', 'a ski maker', 'a watch maker')}, the scanner's role trusts the vendor's account, with no condition. The scanner passes an identifier of the customer in each AssumeRole call. What should be done?`,
  ],
  [
    {
      id: 'require-id',
      text: "Require the vendor's identifier as `sts:ExternalId` in the trust policy.",
      why: 'The vendor sends the identifier of the customer for whom it works, so calls on behalf of others are refused.',
      state: { ...open, trust: trusting(vendorAccount, forUs) },
    },
    {
      id: 'trust-role',
      text: "Trust the vendor's role by its ARN instead of the vendor's whole account.",
      why: 'The vendor uses that role for its other customers too, so they can still have it enter.',
      state: { ...open, trust: trusting(vendorWorker) },
      myth: 'named-role-needs-no-id',
    },
    {
      id: 'require-org',
      text: "Require the customer's organization as `aws:PrincipalOrgID` in the trust policy.",
      why: "The caller is a role of the vendor, which is no member of the customer's organization, so the vendor is shut out.",
      state: {
        ...open,
        trust: trusting(vendorAccount, { StringEquals: { 'aws:PrincipalOrgID': organization } }),
      },
      myth: 'org-of-the-customer',
    },
    {
      id: 'narrow-role',
      text: "Cut the role's permissions down to read access for the services in question.",
      why: 'It limits what can be seen, but whoever enters the ARN still gets in.',
      state: open,
      myth: 'role-policy-guards-entry',
    },
    {
      id: 'rename',
      text: 'Recreate the role with a random suffix in its name, and tell the vendor the new ARN.',
      why: 'An ARN is no secret, and the role would still let in the vendor for whoever knows it.',
      state: open,
      myth: 'name-is-secret',
    },
  ],
)

const unsent: TrustState = { trust: trusting(vendorAccount, forUs), sendsId: false, mayAssume: true }

/** The role asks for an external ID that the product does not send. */
export const unsentSituation = told(
  [
    (scene) =>
      `Since ${scene.day}, the cost tool of ${nameOf(scene, 'a furniture maker', 'a coffee roaster', 'a cruise line')} has reported AccessDenied on AssumeRole. That day, the security team had added \`sts:ExternalId\` with the identifier from the vendor's console to the trust policy, so that other customers of the tool cannot enter. The vendor's account is still trusted, and the external ID field of the connection in the tool is empty. What should be done?`,
    (scene) =>
      `${nameOf(scene, 'A vineyard', 'A fruit importer', 'A seed company')} let its infrastructure team rebuild the role of a monitoring vendor from a template. The new trust policy names the vendor's account as before and requires an external ID. Collection stopped at once, and ${scene.count} alarms have no data. AWS CloudTrail shows AssumeRole calls of the vendor without an externalId parameter. The condition was added for a reason and is to stay. Which step is missing?`,
    (scene) =>
      `A data broker's importer assumed a role of ${nameOf(scene, 'a polling institute', 'a media agency', 'a market researcher')} for ${scene.few} years. It has been refused since ${scene.day}, when the trust policy got a condition on \`sts:ExternalId\` that guards against the broker's other customers. In the broker's code, the AssumeRole call passes the ARN of the role and a session name. How should the import be repaired?`,
  ],
  [
    {
      id: 'send-id',
      text: 'Have the vendor pass the agreed value as `ExternalId` to AssumeRole.',
      why: 'The condition compares this parameter, and the calls do not have it.',
      state: { ...unsent, sendsId: true },
    },
    {
      id: 'drop-condition',
      text: 'Remove the condition, and trust the one role that the vendor uses.',
      why: 'The vendor gets in, and so does each of its other customers, since the role works for them as well.',
      state: { ...unsent, trust: trusting(vendorWorker) },
      myth: 'named-role-needs-no-id',
    },
    {
      id: 'rename-session',
      text: 'Have the vendor use the agreed value as the session name in AssumeRole.',
      why: 'The session name is a parameter of its own; the external ID would still be missing.',
      state: unsent,
      myth: 'session-name-is-id',
    },
    {
      id: 'grant-role',
      text: "Attach a policy to the role that allows `sts:AssumeRole` to the vendor's account.",
      why: 'A permissions policy says what the role may do; who may assume it is decided by the trust policy, which refuses the call.',
      state: unsent,
      myth: 'role-policy-guards-entry',
    },
    {
      id: 'tag',
      text: 'Tag the role with the agreed value, so that calls without it can be matched.',
      why: 'Tags of the role do not fill in a parameter of the call that the condition tests.',
      state: unsent,
      myth: 'tag-carries-id',
    },
  ],
)

const moved: TrustState = { trust: trusting(formerAccount, forUs), sendsId: true, mayAssume: true }

/** The vendor calls from another account than before. */
export const movedSituation = told(
  [
    (scene) =>
      `The vendor of an asset inventory was bought, and its product moved to AWS accounts of the new owner. Since ${scene.day}, ${nameOf(scene, 'a cable car operator', 'a ferry company', 'a taxi group')} has had an empty inventory: AssumeRole into its account is refused. The role has been as it was for ${scene.few} years, with the vendor's account and an external ID in the trust policy. According to the new owner, the external ID is still sent. Other customers of the product must be kept out as before. What should be changed?`,
    (scene) =>
      `A log analysis service announced a change of its AWS account for ${scene.day}. ${nameOf(scene, 'A hardware store', 'A garden center', 'A pharmacy chain')} overlooked the message, and ${scene.count} hours of logs are missing. The service still passes the customer's external ID and has permission to assume roles, but its calls are denied. The role trusts one account, together with that ID, so that other customers stay out. Which action brings the logs back?`,
    (scene) =>
      `After a vendor of payroll software split off its hosting, jobs for ${nameOf(scene, 'a school district', 'a city council', 'a theater')} fail on AssumeRole. The vendor's team says that they now run in a new AWS account, with the same external ID and with a policy that allows the call. The trust policy was written ${scene.few} years ago, and the last job succeeded on ${scene.day}. Other customers of the vendor must stay out. How should the role be mended?`,
  ],
  [
    {
      id: 'new-account',
      text: "Name the vendor's new account as the principal, and keep the external ID.",
      why: 'The calls now come from an account that the trust policy does not name; the external ID is right.',
      state: { ...moved, trust: trusting(vendorAccount, forUs) },
    },
    {
      id: 'trust-everyone',
      text: 'Set the principal to a wildcard, and let the external ID decide.',
      why: 'An external ID is no secret; with a wildcard, each account that learns it gets in.',
      state: { ...moved, trust: trusting('*', forUs) },
      myth: 'id-is-a-password',
    },
    {
      id: 'new-id',
      text: 'Agree on a new external ID with the vendor, and put it into the condition.',
      why: 'The present ID matches already; the account that calls is the part that is not trusted.',
      state: moved,
      myth: 'id-names-caller',
    },
    {
      id: 'grant-role',
      text: 'Attach a policy to the role that allows `sts:AssumeRole` to the new account.',
      why: 'A permissions policy says what the role may do; who may assume it is decided by the trust policy.',
      state: moved,
      myth: 'role-policy-guards-entry',
    },
    {
      id: 'swap-without-id',
      text: 'Trust the new account in place of the old, and leave out the external ID that belonged to it.',
      why: 'The vendor gets in, but its other customers could then have it enter as well.',
      state: { ...moved, trust: trusting(vendorAccount) },
      myth: 'works-is-enough',
    },
  ],
)

const silent: TrustState = { trust: trusting(vendorAccount, forUs), sendsId: true, mayAssume: false }

/** The vendor's new role has no permission to assume roles. */
export const silentSituation = told(
  [
    (scene) =>
      `A vendor rewrote the collector of its license audit. In the pilot at ${nameOf(scene, 'a reinsurer', 'a shipyard', 'a steel mill')}, the old collector still enters the customer's role, and the new one has been refused since ${scene.day}. Both run in the same AWS account of the vendor, which the role trusts, and send the same external ID. The new collector's own IAM role has a policy for Amazon S3 and no other. What should the two companies do?`,
    (scene) =>
      `Support engineers of a database vendor reach ${nameOf(scene, 'a hotel group', 'a tour operator', 'a railway company')} through a role that trusts the vendor's account with an external ID. On ${scene.day}, ${scene.few} new engineers were denied AssumeRole, while colleagues of theirs got in with the same command. The new ones work under an IAM role of the vendor that was created last week with read access to tickets in Amazon S3. Which change helps them?`,
    (scene) =>
      `A threat detection start-up replaced the scanner role in its AWS account. Scans of ${nameOf(scene, 'a game publisher', 'an online pharmacy', 'a crowdfunding site')} have failed for ${scene.count} hours, although its role still trusts the start-up's account and gets the right external ID. Scans run again when the old scanner role is used. The policy of the new one allows writing findings to Amazon S3 and nothing more. What is the remedy?`,
  ],
  [
    {
      id: 'allow-caller',
      text: "Allow `sts:AssumeRole` on that role in the policy of the vendor's new role.",
      why: 'Across accounts, the caller needs a permission of its own besides the trust, and the new role has none.',
      state: { ...silent, mayAssume: true },
    },
    {
      id: 'trust-role',
      text: "Trust the ARN of the vendor's new role instead of the vendor's account.",
      why: 'The account is trusted already; the new role still lacks permission to make the call.',
      state: { ...silent, trust: trusting(vendorWorker, forUs) },
      myth: 'trust-is-enough',
    },
    {
      id: 'drop-condition',
      text: 'Remove the external ID from the trust policy until the switch is over.',
      why: 'The right ID is sent; without the condition the new role is refused as before, and other customers gain a way in.',
      state: { ...silent, trust: trusting(vendorAccount) },
      myth: 'id-names-caller',
    },
    {
      id: 'trust-everyone',
      text: 'Set the principal of the trust policy to a wildcard, and keep the external ID.',
      why: 'It opens the role to each account that learns the ID, and the new role still may not call AssumeRole.',
      state: { ...silent, trust: trusting('*', forUs) },
      myth: 'id-is-a-password',
    },
    {
      id: 'grant-role',
      text: "Attach a policy to the customer's role that allows `sts:AssumeRole` to the vendor.",
      why: "A permissions policy of the customer's role says what that role may do; it gives the caller nothing.",
      state: silent,
      myth: 'role-policy-guards-entry',
    },
  ],
)

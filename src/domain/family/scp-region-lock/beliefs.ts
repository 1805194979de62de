import type { IamCase } from '../../cloud/iam/types.ts'
import { believing, seeing, type View } from '../control/proposals.ts'
import { type Document, fullAccess, type Statement } from '../iam/policies.ts'
import type { LockGround } from './ground.ts'

const policiesOf = ({ scp }: IamCase): readonly Document[] =>
  (scp?.[0]?.policies ?? []) as readonly Document[]

const under = (asked: IamCase, policies: readonly Document[]): IamCase => ({
  ...asked,
  scp: [{ id: 'Root', policies }],
})
const unlocked = (asked: IamCase): IamCase => under(asked, [fullAccess])

/** An allow is taken to win over a deny for those whom it names. */
function allowsWin(asked: IamCase): IamCase {
  const service = asked.action.split(':')[0]
  const names = ({ Effect, Action, Condition }: Statement): boolean => {
    const role = JSON.stringify(Condition ?? '').match(/role\/([A-Za-z]+)/)?.[1]
    return (
      Effect === 'Allow' &&
      Action === `${service}:*` &&
      (role === undefined || asked.principal.endsWith(`/${role}`))
    )
  }
  return policiesOf(asked).some(({ Statement: statements }) => statements.some(names))
    ? unlocked(asked)
    : asked
}

/** A further allow is taken to limit what FullAWSAccess gives. */
function allowsLimit(asked: IamCase): IamCase {
  const others = policiesOf(asked).slice(1)
  const allows = others.some(({ Statement: statements }) =>
    statements.some(({ Effect }) => Effect === 'Allow'),
  )
  return allows && others.length > 0 ? under(asked, others) : asked
}

/** The last statement of a policy is taken to replace those before it. */
const lastCounts = (asked: IamCase): IamCase => {
  if (policiesOf(asked).every(({ Statement: { length } }) => length === 1)) return asked
  return under(
    asked,
    policiesOf(asked).map((document) => ({ ...document, Statement: document.Statement.slice(-1) })),
  )
}

const overlooking =
  (...names: readonly string[]): View =>
  ({ asked, who }) =>
    names.includes(who) ? null : asked

/** What a change did outside the policies is taken to lift the lock, or to do what is wanted. */
const lifting =
  (beside: string): View =>
  (probe) =>
    probe.beside === beside ? unlocked(probe.asked) : probe.asked

const achieving =
  (beside: string): View =>
  (probe) =>
    probe.beside === beside ? null : probe.asked

/** False beliefs about what an SCP stops. */
export const lockBeliefs = [
  believing<LockGround>(
    'virginia-is-global',
    'Requests that carry us-east-1 are those of global services.',
    overlooking('virginia'),
  ),
  believing<LockGround>(
    'allow-beats-deny',
    'An SCP that allows something makes an exception to another that denies it.',
    seeing(allowsWin),
  ),
  believing<LockGround>(
    'admin-overrides',
    'A principal with the AdministratorAccess policy is above SCPs.',
    seeing((asked) => (asked.identity === fullAccess ? unlocked(asked) : asked)),
  ),
  believing<LockGround>(
    'caller-region',
    'The requested Region is the one in which the caller runs.',
    lifting('from-home'),
  ),
  believing<LockGround>(
    'last-statement-counts',
    'A later statement of a policy replaces an earlier one about the same actions.',
    seeing(lastCounts),
  ),
  believing<LockGround>(
    'boundary-lifts',
    'A permissions boundary gives a role what an SCP takes from it.',
    seeing((asked) => (asked.boundary === undefined ? asked : unlocked(asked))),
  ),
  believing<LockGround>(
    'root-is-free',
    'The root user of a member account is above SCPs.',
    ({ asked, wanted }) => (wanted && asked.principal.endsWith(':root') ? unlocked(asked) : asked),
  ),
  believing<LockGround>(
    'stacks-are-free',
    'SCPs bind direct calls and leave those of AWS CloudFormation alone.',
    lifting('stack'),
  ),
  believing<LockGround>(
    'home-decides',
    'Whoever assumes a role remains under the SCPs of the own organization.',
    lifting('guest'),
  ),
  believing<LockGround>(
    'allows-limit',
    'An SCP with an allow limits accounts to what it lists, beside FullAWSAccess too.',
    seeing(allowsLimit),
  ),
  believing<LockGround>(
    'global-has-no-region',
    'Conditions on the Region have no effect on global services.',
    overlooking('global', 'pipeline'),
  ),
  believing<LockGround>(
    'disabling-is-inherited',
    'Regions that the management account disables are disabled in member accounts.',
    achieving('disabled'),
  ),
  believing<LockGround>(
    'boundary-for-root',
    'Permissions boundaries on the roles of an account bind its root user too.',
    achieving('boundaries'),
  ),
]

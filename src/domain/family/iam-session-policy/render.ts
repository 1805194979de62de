import { doing, doingInFull, inFull, kindOf, verbOf } from '../iam/verbs.ts'
import { showJson } from '../parts/show-json.ts'
import { bullets, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { Edit, SessionScenario } from './scenario.ts'
import { sessionPolicy } from './solve.ts'

const code = (text: string): string => `\`${text}\``
const taskCode = ({ task }: SessionScenario): string => code(task.action)
const fileCode = ({ file }: SessionScenario): string => code(file.action)

/** What the role has, as a person would put it. */
function roleHas({ situation, resource, bucket, otherBucket }: SessionScenario): string {
  const { service, noun } = resource
  const task = situation.task === 'session-lacks' ? [`\`${service}:*\` on ${noun}`] : []
  const other = code(/`([^`]+)`/.exec(otherBucket.noun)?.[1] ?? '')
  const files =
    situation.file === 'session-lacks' ? `\`s3:*\` on ${bucket.noun} and on ${other}` : `\`s3:*\` on ${other}`
  return `allows ${listed([...task, files])}`
}

/** What the session policy lists beside metrics. */
function sessionHas(scenario: SessionScenario): string {
  const { situation, resource, bucket } = scenario
  const lists = [
    ...(situation.task === 'role-lacks' ? [`${taskCode(scenario)} on ${resource.noun}`] : []),
    ...(situation.file === 'role-lacks' ? [`${fileCode(scenario)} on ${bucket.noun}`] : []),
  ]
  return `lists ${listed(['`cloudwatch:PutMetricData`', ...lists])}`
}

const failing = (scenario: SessionScenario): string =>
  `${taskCode(scenario)} on ${inFull(scenario.resource)} and ${fileCode(scenario)} on ${inFull(scenario.bucket)}`

const limits = ({ situation, otherBucket, session }: SessionScenario): string[] => [
  `The sessions must stay away from ${otherBucket.noun}, which belongs to other jobs of the role.`,
  situation.frozen
    ? `The broker names the sessions ${code(session)}; its code, and with it the session policy, is frozen until next month.`
    : '',
]

const stems: readonly ((scenario: SessionScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The ${scenario.system.name} of ${scenario.setting.who} gives partners short sessions of the role ${code(scenario.role)}; a broker assumes the role and passes a session policy. Since yesterday's release the sessions also have to ${doingInFull(scenario.task, scenario.resource)} and ${doingInFull(scenario.file, scenario.bucket)}, and both calls are denied.`,
      `The role's policy ${roleHas(scenario)}.`,
      `The session policy ${sessionHas(scenario)}.`,
      ...limits(scenario),
      'Which combination of changes will make both calls work? (Select TWO.)',
    ]),
  (scenario) =>
    paragraphs(
      `"We got credentials and could not do a thing with them," reports a partner of ${scenario.setting.who}. The log of the session ${code(scenario.session)} shows two refusals: ${failing(scenario)}. The broker passed this session policy when it assumed ${code(scenario.role)}:`,
      showJson(sessionPolicy(scenario)),
      [
        `The policy of the role ${roleHas(scenario)}.`,
        ...limits(scenario),
        'Which combination of steps resolves both refusals? (Select TWO.)',
      ],
    ),
  (scenario) =>
    paragraphs(
      `In a pilot of ${scenario.setting.who}, the session ${code(scenario.session)} of the role ${code(scenario.role)} cannot ${doingInFull(scenario.task, scenario.resource)} or ${doingInFull(scenario.file, scenario.bucket)}. Role and resources are in one account. The ${scenario.setting.teams[0]} has noted:`,
      bullets([
        `The role's policy ${roleHas(scenario)}.`,
        `The session policy, which a broker passes to AssumeRole, ${sessionHas(scenario)}.`,
        ...limits(scenario).filter(Boolean),
      ]),
      'Which combination of changes should the team make? (Select TWO.)',
    ),
  (scenario) =>
    paragraphs([
      `A penetration test at ${scenario.setting.who} led to a session policy for what the ${scenario.system.name} hands out. It ${sessionHas(scenario)}.`,
      `The role behind it, ${code(scenario.role)}, ${roleHas(scenario)}.`,
      `Now sessions are refused ${failing(scenario)}, which they need.`,
      ...limits(scenario),
      'Which combination of changes restores the two calls? (Select TWO.)',
    ]),
  (scenario) =>
    paragraphs([
      `On Friday, field devices of ${scenario.setting.who} switch from access keys to sessions of the role ${code(scenario.role)} that a broker narrows with a session policy. In the rehearsal, a device could not ${doing(scenario.task, { noun: inFull(scenario.resource) })}, and its attempt to ${verbOf(scenario.file)} ${inFull(scenario.bucket)} failed too.`,
      ...limits(scenario),
      `The session policy ${sessionHas(scenario)}.`,
      `The policy of the role ${roleHas(scenario)}.`,
      'Which combination of changes is needed before Friday? (Select TWO.)',
    ]),
]

const editTexts: Readonly<Record<Edit, (scenario: SessionScenario) => string>> = {
  roleTask: (s) => `Add ${taskCode(s)} on the ${kindOf(s.resource)} to the policy of the role`,
  sessionTask: (s) => `Add ${taskCode(s)} on the ${kindOf(s.resource)} to the session policy`,
  roleFile: (s) => `Add ${fileCode(s)} on the bucket to the policy of the role`,
  sessionFile: (s) => `Add ${fileCode(s)} on the bucket to the session policy`,
  bucketForRole: (s) => `Allow ${fileCode(s)} to the role ${code(s.role)} in the bucket policy`,
  bucketForSession: (s) => `Allow ${fileCode(s)} to the session ${code(s.session)} in the bucket policy`,
  boundary: (s) =>
    `Attach a permissions boundary with ${s.situation.task === 'role-lacks' ? taskCode(s) : fileCode(s)} to the role`,
  drop: () => 'Have the broker assume the role without a session policy',
}

const keyReasons: Readonly<Partial<Record<Edit, string>>> = {
  roleTask:
    'The session policy lists the action, but it limits the role and grants nothing, so the role needs it.',
  roleFile:
    'The session policy lists the action, but it limits the role and grants nothing, so the role needs it.',
  sessionTask: 'The role has the action; a session keeps what both the role and the session policy allow.',
  sessionFile: 'The role has the action; a session keeps what both the role and the session policy allow.',
  bucketForSession:
    'A grant of a resource-based policy to the session itself is not limited by the session policy.',
}

const wrongReasons: Readonly<Partial<Record<Edit, string>>> = {
  roleTask: "The role's policy allows the action already by its wildcard; the session policy leaves it out.",
  sessionFile: 'It would work, but the broker cannot be changed before next month.',
  roleFile: "The role's policy allows the action already by its wildcard; what is missing lies elsewhere.",
  bucketForRole:
    'A grant to the role becomes a permission of the role, which the session policy still limits.',
  boundary: 'A permissions boundary sets a limit for the role and grants nothing.',
  drop: 'Without a session policy, the sessions have the whole role and reach the bucket of the other jobs as well.',
}

/** Words the scenario in one of five structures. */
export function renderSession(scenario: SessionScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: stem(scenario),
    option: (answer, misconception) => {
      const edit = answer as Edit
      const reasons = misconception === null ? keyReasons : wrongReasons
      return { text: editTexts[edit](scenario), rationale: reasons[edit] ?? 'The calls do not depend on it.' }
    },
  }
}

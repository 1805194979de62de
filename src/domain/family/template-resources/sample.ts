import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { chance, pick, pickSome } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import type { DrawnResource, Setup, TemplateEdit, TemplateScenario } from './scenario.ts'
import { faultsAfter, resourcesIn } from './solve.ts'

const types: readonly (readonly [id: string, type: string, noun: string])[] = [
  ['Intake', 'AWS::SQS::Queue', 'queue'],
  ['Alerts', 'AWS::SNS::Topic', 'topic'],
  ['Archive', 'AWS::S3::Bucket', 'bucket'],
  ['Ledger', 'AWS::DynamoDB::Table', 'table'],
  ['Worker', 'AWS::Lambda::Function', 'function'],
  ['Journal', 'AWS::Logs::LogGroup', 'log group'],
  ['Latency', 'AWS::CloudWatch::Alarm', 'alarm'],
  ['Vault', 'AWS::Backup::BackupVault', 'backup vault'],
  ['Nightly', 'AWS::Events::Rule', 'rule'],
  ['Lookup', 'AWS::ElastiCache::ReplicationGroup', 'cache'],
]

const flags: readonly (readonly [flag: string, both: string, other: string])[] = [
  ['Replicated', 'Durable', 'Lean'],
  ['Alerting', 'Watched', 'Quiet'],
  ['Audited', 'Recorded', 'Light'],
  ['Scaled', 'Busy', 'Small'],
]

const called = (stage: string): string => `Is${stage.charAt(0).toUpperCase()}${stage.slice(1)}`

function drawSetup(random: SeededRandom, stages: TemplateScenario['stages']): Setup {
  const stage = stages[chance(random, 0.7) ? 'other' : 'concerned']
  const [flag, both, other] = pick(random, flags)
  const names = { flag, isStage: called(stage), both, other }
  const conditions = [names.isStage, names.both, names.other, pick(random, [names.isStage, names.both])]
  const resources = pickSome(random, types, 4).map(
    ([id, type, noun], index): DrawnResource => ({ id, type, noun, condition: conditions[index] ?? null }),
  )
  const passing = (each: string) => ({
    stage: each,
    ...(chance(random, 0.5) ? { flag: pick(random, ['yes', 'no']) } : {}),
  })
  return {
    names,
    stage,
    join: pick(random, ['And', 'Or'] as const),
    negates: pick(random, ['stage', 'flag'] as const),
    negation: true,
    defaults: { stage: stages.concerned, flag: pick(random, ['yes', 'no']) },
    passed: { concerned: passing(stages.concerned), other: passing(stages.other) },
    resources: shuffle(resources, random),
  }
}

/** Every small change that somebody might propose for one resource. */
function proposals(
  setup: Setup,
  subject: DrawnResource,
  { concerned, other }: TemplateScenario['stages'],
): readonly TemplateEdit[] {
  const { names, join, passed, defaults, resources } = setup
  const hangingOn = (condition: string | null): Partial<Setup> => ({
    resources: resources.map((each) => (each.id === subject.id ? { ...each, condition } : each)),
  })
  const passing = (more: Setup['passed']['other']): Partial<Setup> => ({
    passed: { ...passed, concerned: { ...passed.concerned, ...more } },
  })
  const flipped = (value: string | undefined): string => (value === 'yes' ? 'no' : 'yes')
  const turned = flipped(passed.concerned.flag ?? defaults.flag)
  const swapped = join === 'And' ? 'Or' : 'And'
  const opposite = flipped(defaults.flag)
  return [
    ...[names.isStage, names.both, names.other]
      .filter((condition) => condition !== subject.condition)
      .map(
        (condition): TemplateEdit => ({
          id: `hang-on-${condition}`,
          words: `Refer to \`${condition}\` instead of \`${subject.condition}\` in the \`Condition\` attribute of \`${subject.id}\``,
          change: hangingOn(condition),
        }),
      ),
    {
      id: 'hang-on-nothing',
      words: `Remove the \`Condition\` attribute from \`${subject.id}\` in the template`,
      change: hangingOn(null),
    },
    {
      id: 'pass-flag',
      words: `Pass \`${names.flag}\` with the value ${turned} when the ${concerned} stack is deployed`,
      change: passing({ flag: turned }),
    },
    {
      id: 'default-flag',
      words: `Change the default of \`${names.flag}\` in the template to ${opposite}`,
      change: { defaults: { ...defaults, flag: opposite } },
    },
    {
      id: 'pass-stage',
      words: `Pass \`Stage\` with the value ${other} when the ${concerned} stack is deployed`,
      change: passing({ stage: other }),
    },
    {
      id: 'swap-join',
      words: `Use \`!${swapped}\` instead of \`!${join}\` in the condition \`${names.both}\``,
      change: { join: swapped },
    },
    {
      id: 'drop-not',
      words: `Remove \`!Not\` from the condition \`${names.other}\``,
      change: { negation: false },
    },
  ]
}

/** Draws two stacks of a template, a complaint about one of them, and changes one of which settles it. */
export function sampleTemplate(random: SeededRandom): TemplateScenario {
  const [concerned = 'staging', other = 'prod'] = [pick(random, ['staging', 'test', 'dev', 'demo']), 'prod']
  const stages = chance(random, 0.75) ? { concerned, other } : { concerned: other, other: concerned }
  const setup = drawSetup(random, stages)
  const subject = pick(random, setup.resources)
  const open = {
    setting: drawSetting(random),
    rendering: random.integer(4),
    opening: random.integer(3),
    setup,
    stages,
    subject: subject.id,
    isMissing: !resourcesIn(setup, 'concerned').has(subject.id),
    edits: proposals(setup, subject, stages),
  }
  const fitting = open.edits.filter((edit) => faultsAfter(edit, open).length === 0)
  const kept = fitting.length === 0 ? undefined : pick(random, fitting)
  return { ...open, edits: open.edits.filter((edit) => edit === kept || !fitting.includes(edit)) }
}

import type { Command } from 'commander'
import type { Cli } from './cli.ts'

type AddCommands = (command: Command, cli: Cli) => void
type Noun = { readonly summary: string; readonly load: () => Promise<AddCommands> }

/** Each noun is loaded only when it is named. */
export const nouns: Readonly<Record<string, Noun>> = {
  serve: {
    summary: 'serve the whole product on this machine',
    load: async () => (await import('./serve.ts')).addServeCommand,
  },
  catalogue: {
    summary: 'the certification programme on a date: list, show',
    load: async () => (await import('./catalogue.ts')).addCatalogueCommands,
  },
  path: {
    summary: 'the best route for a profile, with its reasons: plan',
    load: async () => (await import('./path.ts')).addPathCommands,
  },
  exam: {
    summary: 'sit an exam in the terminal, read readiness: sit, diagnose, list, report, readiness',
    load: async () => (await import('./exam.ts')).addExamCommands,
  },
  item: {
    summary: 'for authors and reviewers: lint, stats, try, freshness, review',
    load: async () => (await import('./item.ts')).addItemCommands,
  },
  lab: {
    summary: 'hands-on tasks on files of your own, graded by models: list, start, check, hint',
    load: async () => (await import('./lab.ts')).addLabCommands,
  },
  cloud: {
    summary: 'models of cloud services to try things on: iam, events, network, states, capacity',
    load: async () => (await import('./cloud.ts')).addCloudCommands,
  },
  measure: {
    summary: 'for psychometricians, on tables of their own: calibrate, score, analyse, equate, simulate',
    load: async () => (await import('./measure.ts')).addMeasureCommands,
  },
  credential: {
    summary: 'records that others accept: issue, renew, revoke, list, show, bake, batch, key, verify',
    load: async () => (await import('./credential.ts')).addCredentialCommands,
  },
  store: {
    summary: 'the data of this installation: backup, restore, migrate, check',
    load: async () => (await import('./store.ts')).addStoreCommands,
  },
}

const summary =
  'An open cloud-credential programme: plan a route, sit a realistic exam, read a true score report.'

const options: readonly (readonly [string, string])[] = [
  ['--data <dir>', 'folder of the embedded store (default: the data folder of this installation)'],
  ['--packs <dir>', 'a further folder of packs; may be repeated'],
  ['--version', 'version, and what Cairn is not'],
  ['-h, --help', 'this overview; with a command, what it takes'],
]

const rows = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([left, right]) => `  ${left.padEnd(15)}${right}`).join('\n')

/** What `cairn --help` prints. It is written here so that the first screen waits for no parser. */
export const overview = (): string =>
  [
    'Usage: cairn [options] <command>',
    summary,
    `Options:\n${rows(options)}`,
    `Commands:\n${rows(Object.entries(nouns).map(([name, noun]) => [name, noun.summary]))}`,
    'Add --help to a command to see what it takes. Start with: cairn catalogue list',
  ].join('\n\n')

/** True when nothing but the overview is asked for. */
export const asksForOverview = (argv: readonly string[]): boolean =>
  argv.length === 0 || (argv.length === 1 && ['--help', '-h', 'help'].includes(argv[0] as string))

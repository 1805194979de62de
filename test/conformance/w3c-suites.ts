import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SuiteServer } from './suite-server.ts'

/** A suite of the W3C that calls an implementation over the VC-API. */
export type Suite = {
  readonly folder: string
  readonly tags: readonly string[]
  /** Files of tests, from the suite's folder. */
  readonly tests: string
  /** Options that the suite sends with every credential to be issued. */
  readonly issueOptions: Readonly<Record<string, unknown>>
}

export const suites: readonly Suite[] = [
  { folder: 'vc-data-model-2.0-test-suite', tags: ['vc2.0'], tests: 'tests/*.js', issueOptions: {} },
  { folder: 'vc-di-eddsa-test-suite', tags: ['eddsa-rdfc-2022'], tests: 'tests/*.js', issueOptions: {} },
  {
    folder: 'vc-bitstring-status-list-test-suite',
    tags: ['BitstringStatusList'],
    tests: 'tests/*.js',
    issueOptions: { statusPurposes: ['revocation', 'message'] },
  },
]

/** What a run of a suite gave. */
export type SuiteResult = {
  readonly suite: string
  readonly commit: string
  readonly passed: number
  readonly failed: number
  readonly pending: number
  readonly failures: readonly { readonly title: string; readonly error: string }[]
}

export const commitOf = (folder: string): string =>
  execFileSync('git', ['-C', folder, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()

function configOf({ tags, issueOptions }: Suite, base: string): string {
  const id = 'did:key:z6MkhTNL7i2etLerDK8Acz5t528giE5KA4p75T6ka1E1D74r'
  const endpoint = (path: string, more: object = {}) => ({
    id,
    endpoint: `${base}${path}`,
    supports: { vc: ['2.0'] },
    supportedEcdsaKeyTypes: [],
    tags,
    ...more,
  })
  const implementation = {
    name: 'Cairn',
    implementation: 'Cairn',
    issuers: [
      endpoint('/credentials/issue', { options: issueOptions }),
      endpoint('/credentials/issue', { options: { enveloped: true }, tags: ['EnvelopingProof'] }),
    ],
    verifiers: [endpoint('/credentials/verify', { tags: [...tags, 'EnvelopingProof'] })],
    // Two entries, because the suite writes its challenge for envelopes into the options that it was given.
    vpVerifiers: [
      endpoint('/presentations/verify', { options: {} }),
      endpoint('/presentations/verify', { options: {}, tags: ['EnvelopingProof'] }),
    ],
  }
  const config = {
    settings: { enableInteropTests: false, testAllImplementations: false },
    implementations: [implementation],
  }
  return `module.exports = ${JSON.stringify(config, null, 2)}\n`
}

type MochaTest = { readonly fullTitle: string; readonly err: { readonly message?: string } }
type MochaReport = {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number }
  readonly failures: readonly MochaTest[]
}

/** Runs the tests of a suite in its folder, with more of an environment where one is given. */
export async function runMocha(
  folder: string,
  tests: string,
  more: Readonly<Record<string, string>> = {},
): Promise<MochaReport> {
  const out = join(folder, 'cairn-report.json')
  const script = `node_modules/.bin/mocha ${tests} --reporter json --reporter-option output=${out} --timeout 15000 --exit`
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1', ...more }
  // Mocha ends with the number of failures; the report says which.
  await promisify(execFile)('sh', ['-c', script], { cwd: folder, env, maxBuffer: 2 ** 26 }).catch(() => null)
  return JSON.parse(readFileSync(out, 'utf8')) as MochaReport
}

/** Runs a suite as it is, from its checkout below `checkouts`; null where it is not there. */
export async function runSuite(
  suite: Suite,
  checkouts: string,
  server: SuiteServer,
): Promise<SuiteResult | null> {
  const folder = join(checkouts, suite.folder)
  if (!existsSync(join(folder, 'node_modules'))) return null
  writeFileSync(join(folder, 'localConfig.cjs'), configOf(suite, server.base))
  const { stats, failures } = await runMocha(folder, suite.tests)
  return {
    suite: suite.folder,
    commit: commitOf(folder),
    passed: stats.passes,
    failed: stats.failures,
    pending: stats.pending,
    failures: failures.map(({ fullTitle, err }) => ({ title: fullTitle, error: err.message ?? '' })),
  }
}

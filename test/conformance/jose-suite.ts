import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { commitOf, runMocha, type SuiteResult } from './w3c-suites.ts'

const command = join(import.meta.dirname, 'jose-command.ts')

const config = {
  settings: { enableInteropTests: false, testAllImplementations: false },
  implementations: [
    {
      name: 'Cairn',
      implementation: 'Cairn',
      'jose-cose': { features: { credential_jose: true, presentation_jose: true } },
    },
  ],
}

/**
 * Runs the JOSE part of w3c/vc-jose-cose-test-suite as it is. The suite calls implementations by `docker compose run`: a
 * `docker` that comes first in the path hands the words on to our command.
 */
export async function runJoseSuite(checkouts: string): Promise<SuiteResult | null> {
  const folder = join(checkouts, 'vc-jose-cose-test-suite')
  if (!existsSync(join(folder, 'node_modules'))) return null
  writeFileSync(join(folder, 'localConfig.cjs'), `module.exports = ${JSON.stringify(config, null, 2)}\n`)
  const standIn = mkdtempSync(join(tmpdir(), 'cairn-jose-'))
  try {
    const docker = join(standIn, 'docker')
    writeFileSync(docker, `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`)
    chmodSync(docker, 0o755)
    const { stats, failures } = await runMocha(folder, "tests/test-runner.js --grep 'JOSE Tests'", {
      PATH: [standIn, dirname(process.execPath), process.env.PATH].join(delimiter),
    })
    return {
      suite: 'vc-jose-cose-test-suite, JOSE',
      commit: commitOf(folder),
      passed: stats.passes,
      failed: stats.failures,
      pending: stats.pending,
      failures: failures.map(({ fullTitle, err }) => ({ title: fullTitle, error: err.message ?? '' })),
    }
  } finally {
    rmSync(standIn, { recursive: true, force: true })
  }
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../src/adapters/credentials/refused.ts'
import { openSeenLists } from '../../src/adapters/credentials/status/seen-lists.ts'
import { makeVerifier } from '../../src/adapters/credentials/verifier.ts'
import { instant } from '../../src/domain/kernel/instant.ts'

const at = instant(Date.parse('2026-11-24T12:00:00Z'))
const served = 'https://digitalcredentials.github.io/vc-test-fixtures'

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && /\.(json|png|svg)$/.test(file))

/**
 * Checks every credential of digitalcredentials/vc-test-fixtures, with the repository in the place of its own web site,
 * and counts the reasons of the first answer by kind of file.
 */
export async function runDccFixtures(checkouts: string): Promise<Readonly<Record<string, number>>> {
  const folder = join(checkouts, 'vc-test-fixtures')
  if (!existsSync(folder)) return {}
  const fetch = async (url: string): Promise<Uint8Array> => {
    const file = url.replace(served, folder)
    if (url.startsWith(served) && existsSync(file)) return readFileSync(file)
    throw new Refused('input-unreachable', { url })
  }
  const verifier = makeVerifier({ fetch, seen: openSeenLists(null) })
  const counts: Record<string, number> = {}
  for (const file of filesBelow(join(folder, 'verifiableCredentials'))) {
    const report = await verifier.verify({ bytes: readFileSync(file) }, { now: at })
    const key = `${file.split('.').at(-1)} ${report.authentic.reason}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

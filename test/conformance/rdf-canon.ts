import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonize } from 'rdf-canonize'

type Test = {
  readonly id: string
  readonly type: string
  readonly action: string
  readonly result?: string
  readonly hashAlgorithm?: string
}

/** How many of the RDFC-1.0 tests hold at a work factor. */
export type CanonResult = { readonly workFactor: number; readonly passed: number; readonly of: number }

async function holds(folder: string, test: Test, maxWorkFactor: number): Promise<boolean> {
  const input = readFileSync(join(folder, test.action), 'utf8')
  const canonicalIdMap = new Map<string, string>()
  const messageDigestAlgorithm = test.hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256'
  try {
    const output = await canonize(input, {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      maxWorkFactor,
      messageDigestAlgorithm,
      canonicalIdMap,
    })
    if (test.result === undefined) return false
    const expected = readFileSync(join(folder, test.result), 'utf8')
    if (test.type !== 'rdfc:RDFC10MapTest') return output === expected
    const wanted = JSON.parse(expected) as Record<string, string>
    return Object.entries(wanted).every(([from, to]) => canonicalIdMap.get(from) === to)
  } catch {
    return test.type === 'rdfc:RDFC10NegativeEvalTest'
  }
}

/** Runs the tests of the W3C's rdf-canon, from its checkout below `checkouts`; empty where it is not there. */
export async function runRdfCanon(checkouts: string): Promise<readonly CanonResult[]> {
  const folder = join(checkouts, 'rdf-canon/tests')
  const manifest = join(folder, 'manifest.jsonld')
  if (!existsSync(manifest)) return []
  const { entries } = JSON.parse(readFileSync(manifest, 'utf8')) as { entries: readonly Test[] }
  const results: CanonResult[] = []
  for (const workFactor of [1, 2, 3]) {
    let passed = 0
    for (const test of entries) passed += (await holds(folder, test, workFactor)) ? 1 : 0
    results.push({ workFactor, passed, of: entries.length })
  }
  return results
}

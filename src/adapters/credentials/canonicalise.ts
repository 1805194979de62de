import { createHash } from 'node:crypto'
import { canonize, NQuads } from 'rdf-canonize'
import type { JsonObject } from '../../domain/cloud/json.ts'
import { readContext } from './contexts.ts'
import { emptyContext } from './json-ld/active-context.ts'
import type { Quad } from './json-ld/quad.ts'
import { QuadWriter } from './json-ld/to-quads.ts'
import { Refused } from './refused.ts'

/** Most statements of one credential. */
const mostStatements = 2_000

/** Deep steps of RDFC-1.0 grow with (nodes that look alike) to this power; poisoned graphs need more and are refused. */
const workFactor = 1

/** The statements of a JSON-LD document, each once. Throws `Refused`. */
export function toQuads(document: JsonObject): readonly Quad[] {
  const writer = new QuadWriter(mostStatements, readContext)
  writer.writeNode(document, emptyContext)
  return writer.quads
}

/** Statements about one blank node, as proofs have them: its label is the only one there is, so nothing has to be compared. */
function withOneBlank(quads: readonly Quad[]): string | null {
  const only = quads[0]?.subject
  const isPlain = quads.every(
    ({ subject, object, graph }) =>
      subject === only && object.termType !== 'BlankNode' && graph.termType === 'DefaultGraph',
  )
  if (only?.termType !== 'BlankNode' || !isPlain) return null
  const renamed = { termType: 'BlankNode', value: 'c14n0' } as const
  return NQuads.serialize(quads.map((quad) => ({ ...quad, subject: renamed })))
}

/** Canonical N-Quads of statements (RDFC-1.0). Throws `Refused` with `canonicalisation-refused` where it takes too long. */
export async function canonicalNQuads(
  quads: readonly Quad[],
  maxWorkFactor: number = workFactor,
): Promise<string> {
  const simple = withOneBlank(quads)
  if (simple !== null) return simple
  try {
    return await canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor })
  } catch {
    throw new Refused('canonicalisation-refused', { workFactor: maxWorkFactor })
  }
}

/** Canonical N-Quads of a JSON-LD document. */
export const canonicalise = async (document: JsonObject): Promise<string> =>
  canonicalNQuads(toQuads(document))

/** SHA-256 of text in UTF-8. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

declare module 'rdf-canonize' {
  import type { Quad } from './json-ld/quad.ts'

  type Options = {
    readonly algorithm: 'RDFC-1.0'
    readonly inputFormat?: 'application/n-quads'
    readonly maxWorkFactor?: number
    readonly messageDigestAlgorithm?: 'sha256' | 'sha384'
    readonly canonicalIdMap?: Map<string, string>
  }

  /** Writes statements as sorted lines. */
  export const NQuads: { readonly serialize: (quads: readonly Quad[]) => string }

  /** Puts statements, or N-Quads text, into the canonical form of RDFC-1.0. */
  export function canonize(input: readonly Quad[] | string, options: Options): Promise<string>
}

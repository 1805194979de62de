declare module '@digitalbazaar/vc' {
  type Options = Readonly<Record<string, unknown>>
  export function issue(options: Options): Promise<Record<string, unknown>>
  export function verifyCredential(options: Options): Promise<{ readonly verified: boolean }>
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly [name: string]: unknown })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ed25519-multikey' {
  type KeyPair = {
    controller: string
    id: string
    readonly publicKeyMultibase: string
    readonly signer: () => unknown
    readonly export: (options: { readonly publicKey: true; readonly includeContext: true }) => Promise<object>
  }
  export function generate(): Promise<KeyPair>
}
declare module 'jsonld' {
  type Loaded = { readonly contextUrl: null; readonly documentUrl: string; readonly document: unknown }
  type Options = {
    readonly algorithm: 'RDFC-1.0'
    readonly safe: boolean
    readonly rdfDirection?: 'i18n-datatype'
    readonly documentLoader: (url: string) => Promise<Loaded>
  }
  const jsonld: { readonly canonize: (document: object, options: Options) => Promise<string> }
  export default jsonld
}

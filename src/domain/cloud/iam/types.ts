/** What one statement does when it applies. */
export type Effect = 'Allow' | 'Deny'

/** A value of a context key: one, or several for a multivalued key. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[]

/** The kinds of policy documents that take part in a decision. */
export type PolicyLayer = 'identity' | 'resource' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint'

/** Where a decision can fall: a policy layer, or a rule of the services that is no policy document. */
export type DecidingLayer =
  | PolicyLayer
  | 'grant'
  | 'acl'
  | 'public-access-block'
  | 'object-ownership'
  | 'root-user'
  | 'service'

/**
 * One request: who asks for which action on which resource.
 * `principal` is an ARN (user, role, assumed-role session, federated user, account root, identity provider), a service
 * principal, or `anonymous`. `owner` is the 12-digit account that owns the resource; when absent, the account in the
 * resource's ARN, else the principal's. `federatedBy` is the ARN of the user who called GetFederationToken.
 */
export type IamRequest = {
  readonly principal: string
  readonly action: string
  readonly resource: string
  readonly owner?: string
  readonly ctx?: Readonly<Record<string, ContextValue>>
  readonly federatedBy?: string
  readonly canonicalUser?: string
}

/** One level of an organization, root first: its name and every policy attached there. */
export type OrganizationLevel = { readonly id?: string; readonly policies: readonly unknown[] }

/** A KMS grant as ListGrants shows it. Source: AWS KMS developer guide, Grants in AWS KMS. */
export type KmsGrant = {
  readonly granteePrincipal: string
  readonly operations: readonly string[]
  readonly retiringPrincipal?: string
  readonly constraints?: {
    readonly encryptionContextEquals?: Readonly<Record<string, string>>
    readonly encryptionContextSubset?: Readonly<Record<string, string>>
  }
}

/** The four settings of S3 Block Public Access; an absent one is off. */
export type PublicAccessBlock = {
  readonly blockPublicAcls?: boolean
  readonly ignorePublicAcls?: boolean
  readonly blockPublicPolicy?: boolean
  readonly restrictPublicBuckets?: boolean
}

/** One grant of an S3 access control list; the grantee is an account or a predefined group. */
export type AclGrant = {
  readonly grantee: string
  readonly permission: 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL'
}

/**
 * What S3 knows beside policies. `objectOwner` is the account that owns the object when it is not the bucket's;
 * `requestAcl` and `requestPolicy` are what the request would set.
 */
export type S3Settings = {
  readonly publicAccessBlock?: { readonly account?: PublicAccessBlock; readonly bucket?: PublicAccessBlock }
  readonly objectOwnership?: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter'
  readonly bucketAcl?: readonly AclGrant[]
  readonly objectAcl?: readonly AclGrant[]
  readonly objectOwner?: string
  readonly requestAcl?: string | readonly AclGrant[]
  readonly requestPolicy?: unknown
}

/**
 * Every policy and setting that bears on a request. Documents are JSON as written in a policy, one or a list;
 * absent means that none is attached. `scp` are those above the principal's account, `rcp` those above the owner's.
 */
export type IamSituation = {
  readonly identity?: unknown
  readonly resourcePolicy?: unknown
  readonly boundary?: unknown
  readonly session?: unknown
  readonly vpce?: unknown
  readonly vpceType?: 'gateway' | 'interface'
  readonly scp?: readonly OrganizationLevel[]
  readonly rcp?: readonly OrganizationLevel[]
  readonly managementAccount?: string
  readonly kms?: { readonly grants?: readonly KmsGrant[]; readonly awsManaged?: boolean }
  readonly s3?: S3Settings
}

/** A case as files and forms write it: a request, its situation, and an identifier that the answer repeats. */
export type IamCase = IamRequest & IamSituation & { readonly id?: string | number }

/**
 * What decided. `policy` is the path of the document in the case (`identity[0]`, `scp[1].policies[0]`), `statement`
 * its zero-based place there; both are null where no statement decided. `text` says it in plain words.
 */
export type Because = {
  readonly layer: DecidingLayer
  readonly policy: string | null
  readonly statement: number | null
  readonly effect: Effect | null
  readonly text: string
}

/** The outcome: allowed, denied because nothing allows it (implicit), or denied outright (explicit). */
export type IamDecision = { readonly decision: 'allow' | 'implicit' | 'explicit'; readonly because: Because }

/** Something wrong in a policy document; an error keeps it from being evaluated, a warning names what can never match. */
export type PolicyFinding = {
  readonly level: 'error' | 'warning'
  readonly at: string
  readonly text: string
}

/** Why documents cannot be evaluated. */
export type PolicyMalformed = {
  readonly code: 'policy-malformed'
  readonly findings: readonly PolicyFinding[]
}

/** What is known of one action: its service-specific condition keys in lower case, and whether RCPs cover it. */
export type ActionFacts = { readonly conditionKeys: readonly string[]; readonly rcp?: boolean }

/** Known actions by `service:name` in lower case. Passed in as data; the model works without it. */
export type ActionCatalogue = ReadonlyMap<string, ActionFacts>

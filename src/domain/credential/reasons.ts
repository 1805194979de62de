/** Answer and sentence of every reason that a check may give. The reason fixes the answer, so the two cannot disagree. */
const table = {
  // Reading the input
  'input-empty': ['fail', 'There is nothing to check.'],
  'input-too-large': ['fail', 'The input is larger than any credential that is read here.'],
  'input-unreachable': ['could-not-tell', 'The link could not be read. Try again, or check the file itself.'],
  'address-refused': ['could-not-tell', 'The link leads to an address that is not read from here.'],
  'encoding-invalid': ['fail', 'The text is not valid UTF-8.'],
  'json-invalid': ['fail', 'The text is not valid JSON.'],
  'json-too-deep': ['fail', 'The JSON is nested deeper than any credential needs.'],
  'member-duplicated': [
    'fail',
    'An object has the same member twice, so readers may see different credentials.',
  ],
  'png-invalid': ['fail', 'The PNG is damaged: a chunk does not fit into the file.'],
  'svg-invalid': ['fail', 'The SVG is not well-formed.'],
  'xml-entity-refused': ['fail', 'The SVG declares a document type or entities, which are not read.'],
  'pdf-invalid': ['fail', 'The PDF is damaged.'],
  'expansion-too-large': ['fail', 'Compressed data expands beyond the limit.'],
  'credential-not-found': ['fail', 'The input holds no credential.'],

  // Form of the credential
  'credential-malformed': ['fail', 'The credential breaks a rule of its data model.'],
  'context-unknown': [
    'could-not-tell',
    'The credential uses a vocabulary that is not among the pinned ones.',
  ],
  'context-refused': ['fail', 'The credential redefines its vocabulary.'],
  'term-undefined': ['fail', 'A part of the credential has no defined meaning, so no signature covers it.'],
  'statements-too-many': ['fail', 'The credential holds more statements than are read here.'],
  'canonicalisation-refused': ['fail', 'The credential is built so that putting it in order takes too long.'],

  // Proofs
  'signature-valid': ['pass', 'The signature is valid and was made with a key of the issuer.'],
  'proof-missing': ['fail', 'The credential is not signed.'],
  'proof-malformed': ['fail', 'The proof breaks a rule of its form.'],
  'signature-invalid': [
    'fail',
    'The signature does not fit the content: it was changed, or signed with another key.',
  ],
  'signer-not-issuer': ['fail', 'The key that signed is not a key of the stated issuer.'],
  'key-not-authorised': ['fail', 'The issuer lists this key, but not for signing credentials.'],
  'algorithm-refused': ['fail', 'The signature uses an algorithm that is not accepted.'],
  'suite-unsupported': ['could-not-tell', 'The signature uses a method that is not supported here.'],
  'header-refused': ['fail', 'The header of the token asks for something that is not accepted.'],
  'claims-differ': ['fail', 'The claims of the token and the credential in it contradict each other.'],
  'proof-expired': ['fail', 'The proof itself has expired.'],
  'proof-in-future': ['fail', 'The proof says that it was made in the future.'],
  'proof-purpose-wrong': ['fail', 'The proof was made for another purpose.'],
  'proof-challenge-wrong': ['fail', 'The proof answers another challenge, or was made for another domain.'],
  'previous-proof-missing': ['fail', 'The proof builds on another proof that is not there or not valid.'],
  'resource-differs': ['fail', 'A related resource is not the one that was signed for.'],
  'disclosure-invalid': ['fail', 'A disclosed claim does not belong to the token.'],
  'issuer-unresolvable': ['could-not-tell', 'The keys of the issuer could not be fetched. Try again later.'],
  'issuer-document-invalid': ['fail', 'The document with the keys of the issuer breaks a rule of its form.'],
  'issuer-method-unsupported': [
    'could-not-tell',
    'Keys of this kind of issuer identifier are not resolved here.',
  ],
  'not-online': ['could-not-tell', 'This check needs the network, which was not to be used.'],
  'not-judged': ['could-not-tell', 'Not judged, because nothing trustworthy could be read.'],

  // Validity in time
  'in-force': ['pass', 'The credential is within its period of validity.'],
  'no-end-date': ['pass', 'The credential has begun and names no end.'],
  expired: ['fail', 'The credential has expired. It is as authentic as it was.'],
  'not-yet-valid': ['fail', 'The credential is not valid yet.'],

  // Status
  'not-revoked': ['pass', 'The issuer has neither revoked nor suspended the credential.'],
  'no-status-entry': ['pass', 'The issuer keeps no status for this credential, so it cannot be revoked.'],
  revoked: ['fail', 'The issuer has revoked the credential.'],
  suspended: ['fail', 'The issuer has suspended the credential for now.'],
  'status-entry-invalid': ['could-not-tell', 'The status entry of the credential breaks a rule of its form.'],
  'status-type-unsupported': [
    'could-not-tell',
    'The credential names a kind of status that is not supported here.',
  ],
  'status-unreachable': ['could-not-tell', 'The status list could not be fetched. Try again later.'],
  'status-list-invalid': ['could-not-tell', 'What was fetched is no valid status list.'],
  'status-list-unproved': ['could-not-tell', 'The status list has no valid signature.'],
  'status-list-foreign': ['could-not-tell', 'The status list comes from another issuer than the credential.'],
  'status-list-expired': ['could-not-tell', 'The status list is outside its own period of validity.'],
  'status-list-replayed': ['could-not-tell', 'The status list is older than one that was seen before.'],
  'status-list-too-short': ['could-not-tell', 'The status list is shorter than its standard allows.'],
  'status-list-too-large': ['could-not-tell', 'The status list expands beyond the limit.'],
  'status-purpose-differs': ['could-not-tell', 'The status list serves another purpose than the entry says.'],
  'status-index-invalid': ['could-not-tell', 'The position in the status list is no whole number within it.'],
  'status-message': [
    'pass',
    'The issuer gives a message on this credential; it is neither revoked nor suspended.',
  ],

  // Issuer
  'issuer-trusted': ['pass', 'The issuer is on your list.'],
  'issuer-domain-verified': [
    'could-not-tell',
    'The issuer controls the web domain shown. Whether you trust it is yours to say.',
  ],
  'issuer-key-only': ['could-not-tell', 'The issuer is known by its key only; the name is its own claim.'],
  'issuer-look-alike': [
    'could-not-tell',
    'The host of the issuer mixes scripts, as look-alikes do. Read it letter by letter.',
  ],
  'issuer-not-proved': ['fail', 'Nothing shows that the stated issuer issued this.'],

  // Recipient
  'recipient-matches': ['pass', 'The credential names the recipient you gave.'],
  'recipient-differs': ['fail', 'The credential does not name the recipient you gave.'],
  'recipient-not-given': [
    'could-not-tell',
    'Not checked: no e-mail address or name was given to compare with.',
  ],
  'recipient-not-stated': [
    'could-not-tell',
    'The credential does not say whom it is for in a way that can be compared.',
  ],
} as const satisfies Readonly<Record<string, readonly ['pass' | 'fail' | 'could-not-tell', string]>>

/** Stable kebab-case code of a reason. */
export type Reason = keyof typeof table

/** The answer that a reason stands for. @example answerOf('expired') // 'fail' */
export const answerOf = (reason: Reason): 'pass' | 'fail' | 'could-not-tell' => table[reason][0]

/** The sentence that tells a person what a reason means. @example textOf('in-force') // 'The credential is within its period of validity.' */
export const textOf = (reason: Reason): string => table[reason][1]

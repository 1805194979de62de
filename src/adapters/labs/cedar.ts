import type { AuthorizationCall, DetailedError, PolicySet, Schema } from '@cedar-policy/cedar-wasm/nodejs'
import type { PolicyLanguage, PolicyQuestion, PolicyVerdict } from '../../application/ports.ts'
import { fail, ok } from '../../domain/kernel/result.ts'

/** The engine is 12 MB of WebAssembly: it is loaded when it is first asked. */
const loadEngine = () => import('@cedar-policy/cedar-wasm/nodejs')

const wordsOf = ({ message, help }: DetailedError): string =>
  help === null ? message : `${message} (${help})`

const policySet = ({ policies }: Pick<PolicyQuestion, 'policies'>): PolicySet => ({
  staticPolicies: policies,
})

/** Policies without names of their own are called policy0, policy1, … in their order. */
function callOf(question: PolicyQuestion): AuthorizationCall {
  const { principal, action, resource, context = {}, schema, entities } = question
  return {
    principal,
    action,
    resource,
    context: context as AuthorizationCall['context'],
    policies: policySet(question),
    entities: entities as unknown as AuthorizationCall['entities'],
    ...(schema === undefined ? {} : { schema: schema as Schema, validateRequest: true }),
  }
}

const authorize: PolicyLanguage['authorize'] = async (question) => {
  const { isAuthorized } = await loadEngine()
  const answer = isAuthorized(callOf(question))
  if (answer.type === 'failure')
    return fail({ code: 'policy-question-refused', reasons: answer.errors.map(wordsOf) })
  const { decision, diagnostics } = answer.response
  const verdict: PolicyVerdict = {
    decision,
    determining: [...diagnostics.reason].sort(),
    errors: diagnostics.errors.map(({ policyId, error }) => ({ policy: policyId, text: wordsOf(error) })),
  }
  return ok(verdict)
}

const check: PolicyLanguage['check'] = async ({ policies, schema }) => {
  const { checkParsePolicySet, validate } = await loadEngine()
  if (schema === undefined) {
    const answer = checkParsePolicySet(policySet({ policies }))
    return answer.type === 'success' ? [] : answer.errors.map(wordsOf)
  }
  const answer = validate({ schema: schema as Schema, policies: policySet({ policies }) })
  if (answer.type === 'failure') return answer.errors.map(wordsOf)
  return [...answer.validationErrors, ...answer.validationWarnings].map(
    ({ policyId, error }) => `${policyId}: ${wordsOf(error)}`,
  )
}

/** The policy language Cedar, decided by its own engine in this process. */
export const cedar: PolicyLanguage = { authorize, check }

import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ports, StoredCredential } from '../../../application/ports.ts'
import { viewCredential } from '../../../application/read-credential.ts'
import type { Result } from '../../../domain/kernel/result.ts'
import { problem, type Refusal } from '../problem.ts'

/** Path of the calls on one credential. */
export const credentialPath = '/api/v1/credentials/{credentialId}'

export const credentialParams = z.object({ credentialId: z.string().max(64) })

export const attemptBody = z.strictObject({ attemptId: z.string().min(1).max(64) })

export const recipientSchema = z
  .strictObject({ name: z.string().trim().min(1).max(200).optional(), email: z.email().max(254).optional() })
  .openapi('Recipient', { description: 'Enters the credential as a salted hash only.' })

/** Answers with the credential that a use case gives, or with its refusal. */
export const answerCredential =
  (ports: Ports) =>
  (c: Context, done: Result<StoredCredential, Refusal>, status: 200 | 201 = 200): Response =>
    done.ok ? c.json(viewCredential(ports, done.value), status) : problem(c, done.error)

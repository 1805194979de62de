import type { Content } from '../../src/application/ports.ts'
import { keyOf } from '../../src/domain/item/score-response.ts'
import { type Product, type Reply, realContent, send } from './product.ts'

/** The origin of the tests' own issuer; nothing answers there. */
export const testOrigin = 'https://records.harbour.example'

export const withOrigin = { CAIRN_ORIGIN: testOrigin, CAIRN_ISSUER_NAME: 'Harbour Academy' }

/** The packs as an organisation's own programme would have them: the same items, another purpose and title. */
export const programmeContent: Content = {
  ...realContent,
  packs: () =>
    realContent.packs().map((loaded) => ({
      ...loaded,
      pack: { ...loaded.pack, purpose: 'programme', title: `Harbour programme, ${loaded.pack.examCode}` },
    })),
}

/** Sits an exam and closes it, with every item answered right or none answered; gives the attempt. */
export async function sitExam(
  product: Product,
  examCode: string,
  options: { readonly right: boolean; readonly mode?: string } = { right: false },
): Promise<string> {
  const started = await send(product, 'POST', '/api/v1/attempts', {
    examCode,
    mode: options.mode ?? 'exam',
    seed: 'sitting',
  })
  const attemptId = String(started.json.attemptId)
  if (options.right) await answerAll(product, attemptId)
  await send(product, 'POST', `/api/v1/attempts/${attemptId}/submission`, {})
  return attemptId
}

async function answerAll(product: Product, attemptId: string): Promise<void> {
  const attempt = await product.ports.attempts.find(attemptId, 'local')
  for (const place of attempt?.form.items ?? []) {
    await send(product, 'PUT', `/api/v1/attempts/${attemptId}/responses/${place.position}`, {
      sequence: 1,
      response: keyOf(place),
      clientToken: `right-${place.position}`,
    })
  }
}

export const askFor = (product: Product, attemptId: string, recipient?: object): Promise<Reply> =>
  send(product, 'POST', '/api/v1/credentials', { attemptId, ...(recipient ? { recipient } : {}) })

/** Fetches bytes of the product under its local name or, where `host` is given, as everyone does. */
export async function fetchBytes(product: Product, path: string, host = '127.0.0.1:4747') {
  const response = await product.app.request(`http://${host}${path}`, { headers: { host } })
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

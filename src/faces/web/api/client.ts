import type { Result } from '../../../domain/kernel/result.ts'

/** Why a call was not done: the server's RFC 9457 body, or `no-answer` with status 0 when nothing came back. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  /** The whole body, with the facts that belong to the code. */
  readonly facts: Readonly<Record<string, unknown>>
}

export type Answer<T> = Result<T, Problem>

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const patienceMs = 20_000

const noAnswer: Problem = {
  status: 0,
  code: 'no-answer',
  title: 'The server does not answer',
  detail:
    'Cairn runs on your own machine: check that it is still running (npm start), then try again. What you saved is kept.',
  facts: {},
}

const text = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}))
  const facts = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return {
    status: response.status,
    code: text(facts.code, `status-${response.status}`),
    title: text(facts.title, 'This could not be done'),
    detail: text(facts.detail, `The server answered with status ${response.status}. Try again.`),
    facts,
  }
}

async function send(method: Method, path: string, body: unknown): Promise<Answer<Response>> {
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const init: RequestInit = { method, headers, signal: AbortSignal.timeout(patienceMs) }
  try {
    const response = await fetch(
      `/api/v1${path}`,
      body === undefined ? init : { ...init, body: JSON.stringify(body) },
    )
    return response.ok ? { ok: true, value: response } : { ok: false, error: await readProblem(response) }
  } catch {
    return { ok: false, error: noAnswer }
  }
}

async function readBody<T>(
  answer: Answer<Response>,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  if (!answer.ok) return answer
  return read(answer.value).then(
    (value) => ({ ok: true, value }),
    () => ({ ok: false, error: noAnswer }),
  )
}

/** Calls the API. Never throws: what went wrong is a value with its next step. */
export const call = async <T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> =>
  readBody(
    await send(method, path, body),
    (response) => (response.status === 204 ? Promise.resolve(undefined) : response.json()) as Promise<T>,
  )

/** Calls the API for a text, such as a calendar. */
export const callForText = async (method: Method, path: string, body?: unknown): Promise<Answer<string>> =>
  readBody(await send(method, path, body), (response) => response.text())

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TemplateNotJudged, TemplateQuestion, TemplateValidator } from '../../application/ports.ts'
import { fail, ok } from '../../domain/kernel/result.ts'
import type { ValidationAnswer, ValidationJob } from './template-validation-process.ts'

/** The process's file has the ending of this one: `.ts` in a clone, `.js` in a package. */
const processFile = fileURLToPath(
  import.meta.url.replace(/template-validator(\.\w+)$/, 'template-validation-process$1'),
)

/** Milliseconds for one answer (the first one loads the engine), and bytes that the process may hold after it. */
export type ValidatorLimits = {
  readonly milliseconds: number
  readonly bytes: number
  readonly templateCharacters: number
}

const usualLimits: ValidatorLimits = {
  milliseconds: 30_000,
  bytes: 1_200_000_000,
  templateCharacters: 200_000,
}

type Outcome = Awaited<ReturnType<TemplateValidator['validate']>>

const notJudged = (code: TemplateNotJudged['code'], reason: string): Outcome => fail({ code, reason })

/** The process ends with this one and does not keep it alive between questions. */
function start(): ChildProcess {
  const child = fork(processFile, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] })
  child.unref()
  child.channel?.unref()
  return child
}

const outcomeOf = (answer: ValidationAnswer): Outcome =>
  'diagnostics' in answer ? ok(answer.diagnostics) : notJudged('validation-failed', answer.failure)

const isAlive = (child: ChildProcess | undefined): child is ChildProcess =>
  child?.connected === true && child.exitCode === null

/** Asks the process one question; it is held alive, and this process with it, until the answer or the end of its time. */
function ask(
  child: ChildProcess,
  asked: ValidationJob,
  milliseconds: number,
): Promise<ValidationAnswer | Outcome> {
  const { promise, resolve } = Promise.withResolvers<ValidationAnswer | Outcome>()
  const timer = setTimeout(
    () => resolve(notJudged('validation-timed-out', `No answer within ${milliseconds} ms.`)),
    milliseconds,
  )
  const onMessage = (answer: ValidationAnswer): void => resolve(answer)
  const onExit = (): void => resolve(notJudged('validation-failed', 'The validation ended early.'))
  child.on('message', onMessage)
  child.once('exit', onExit)
  child.channel?.ref()
  child.send(asked)
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage)
    child.off('exit', onExit)
    child.channel?.unref()
  })
}

/**
 * Opens template validation: one process, started at the first question and kept warm; one question at work and one that
 * waits, further ones are told so. A process that is late or has grown too large is ended, and the next question starts
 * a new one.
 */
export function openTemplateValidator(limits: ValidatorLimits = usualLimits): TemplateValidator {
  let child: ChildProcess | undefined
  let waiting = 0
  let jobs = 0
  let last: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }

  const run = async (question: TemplateQuestion): Promise<Outcome> => {
    const asked = isAlive(child) ? child : start()
    child = asked
    const answer = await ask(asked, { job: jobs++, question }, limits.milliseconds)
    if (!('memory' in answer)) {
      end()
      return answer
    }
    if (answer.memory > limits.bytes) end()
    return outcomeOf(answer)
  }

  return {
    async validate(question) {
      if (question.template.length > limits.templateCharacters)
        return notJudged(
          'validation-failed',
          `The template is longer than ${limits.templateCharacters} characters.`,
        )
      if (waiting > 1)
        return notJudged('validation-busy', 'Another template is being validated. Try again soon.')
      waiting += 1
      const turn = last
        .then(() => run(question))
        .finally(() => {
          waiting -= 1
        })
      last = turn.catch(() => undefined)
      return turn
    },
    async stop() {
      await last
      end()
    },
  }
}

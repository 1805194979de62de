import { CelEngine, type Engine, TemplateFile } from '@aws/cloudformation-validate'
import type { TemplateDiagnostic, TemplateQuestion } from '../../application/ports.ts'

/** A question to the process, and its answer with the memory that the process holds, in bytes. */
export type ValidationJob = { readonly job: number; readonly question: TemplateQuestion }
export type ValidationAnswer = { readonly job: number; readonly memory: number } & (
  | { readonly diagnostics: readonly TemplateDiagnostic[] }
  | { readonly failure: string }
)

/** A template in memory where the engine expects a file. */
class TextTemplate extends TemplateFile {
  readonly #bytes: Uint8Array

  constructor(text: string) {
    super('template.yaml')
    this.#bytes = new TextEncoder().encode(text)
  }

  override readBytes(): Uint8Array {
    return this.#bytes
  }
}

let warm: Engine | undefined

function validate({ template, parameters = {} }: TemplateQuestion): readonly TemplateDiagnostic[] {
  warm ??= new CelEngine()
  const report = warm.validateStandard(new TextTemplate(template), { parameterOverrides: { ...parameters } })
  return report.diagnostics.map(
    ({ ruleId, severity, message, entity, startLine }): TemplateDiagnostic => ({
      rule: ruleId,
      severity,
      message,
      resource: entity?.logicalId ?? null,
      line: startLine ?? null,
    }),
  )
}

process.on('message', ({ job, question }: ValidationJob) => {
  const answer = (rest: { diagnostics: readonly TemplateDiagnostic[] } | { failure: string }): void =>
    void process.send?.({ job, memory: process.memoryUsage.rss(), ...rest } satisfies ValidationAnswer)
  try {
    answer({ diagnostics: validate(question) })
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) })
  }
})
process.on('disconnect', () => process.exit())

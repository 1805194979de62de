import { afterAll, describe, expect, test } from 'vitest'
import type { TemplateQuestion } from '../../application/ports.ts'
import { openTemplateValidator } from './template-validator.ts'

const validator = openTemplateValidator()
afterAll(() => validator.stop())

const functionWith = (memory: number) => `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      MemorySize: ${memory}
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !Sub arn:aws:iam::\${AWS::AccountId}:role/worker
      Code: { ZipFile: 'exports.handler = async () => 1' }
`
const bucket = (more = '') => `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: example-data${more}
`
async function findings(question: TemplateQuestion) {
  const answer = await validator.validate(question)
  if (!answer.ok) throw new Error(answer.error.reason)
  return answer.value
}

describe('template validation in its own process', { timeout: 60_000 }, () => {
  test('finds a value out of range at its resource and line, and nothing of the kind in a good template', async () => {
    const found = (await findings({ template: functionWith(64) })).filter(({ message }) =>
      /128|minimum/i.test(message),
    )
    expect(found[0]).toMatchObject({ resource: 'Worker', line: expect.any(Number) })
    const good = await findings({ template: functionWith(256) })
    expect(good.filter(({ severity }) => ['ERROR', 'FATAL'].includes(severity))).toEqual([])
  })

  test('lets one question wait and tells a third to come back', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => validator.validate({ template: bucket() })))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(answers[2]).toMatchObject({ error: { code: 'validation-busy' } })
  })

  test('refuses what is too long and what takes too long, and starts anew', async () => {
    const strict = openTemplateValidator({ milliseconds: 1, bytes: 1e12, templateCharacters: 1_000 })
    expect(await strict.validate({ template: 'x'.repeat(1_001) })).toMatchObject({
      error: { code: 'validation-failed' },
    })
    expect(await strict.validate({ template: bucket() })).toMatchObject({
      error: { code: 'validation-timed-out' },
    })
    expect(await strict.validate({ template: bucket() })).toMatchObject({
      error: { code: 'validation-timed-out' },
    })
    await strict.stop()
  })
})

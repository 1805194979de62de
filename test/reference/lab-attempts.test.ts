import { afterAll, describe, expect, test } from 'vitest'
import { listLabReports } from '../../src/application/list-lab-reports.ts'
import { exportPersonalData } from '../../src/application/personal-data.ts'
import { replayLab } from '../../src/application/replay-lab.ts'
import type { LabReport } from '../../src/domain/lab/types.ts'
import { makeProduct, send } from '../support/product.ts'

const product = makeProduct()
afterAll(() => product.remove())

const labId = 'first-least-privilege'
const policy = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  })

async function begin(seed = 'a') {
  const { json, status } = await send(product, 'POST', '/api/v1/lab-attempts', { labId, seed })
  expect(status).toBe(201)
  return { id: String(json.labAttemptId), view: json as Record<string, unknown> }
}

async function check(id: string, text: string): Promise<LabReport> {
  const { json } = await send(product, 'POST', `/api/v1/lab-attempts/${id}/checks`, {
    files: { 'policy.json': text },
  })
  return json.report as unknown as LabReport
}

describe('attempts at labs over HTTP', () => {
  test('the list says plainly that there is no console', async () => {
    const { json } = await send(product, 'GET', '/api/v1/labs')
    expect(json.notice).toContain('no console')
  })

  test('equal seeds give the same variant, others another', async () => {
    const [one, same, other] = [await begin('s'), await begin('s'), await begin('t')]
    expect(one.view.lab).toEqual(same.view.lab)
    expect(one.view.lab).not.toEqual(other.view.lab)
  })

  test('nothing of the hidden cases is sent before a check, nor with a try', async () => {
    const { id, view } = await begin()
    const tried = await send(product, 'POST', `/api/v1/lab-attempts/${id}/tries`, {
      files: { 'policy.json': policy('s3:GetObject') },
    })
    for (const text of [JSON.stringify(view), tried.text]) {
      expect(text).not.toContain('s3:PutBucketPolicy')
      expect(text).not.toContain('s3:DeleteObjectVersion')
    }
    expect(tried.text).toContain('statement 1 of the identity policy')
  })

  test('a policy for everything earns nothing, and the report names the statement', async () => {
    const { id } = await begin()
    const report = await check(id, policy('*'))
    expect(report).toMatchObject({ earned: 0, complete: false })
    const denied = report.requirements.find(({ must }) => must === 'denied')
    expect(denied?.cases.find(({ passed }) => !passed)?.because).toContain('statement 1')
  })

  test('a fault of the grammar is found at its line', async () => {
    const { id } = await begin()
    const report = await check(id, '{\n"Version": "2012-10-17",\n"Statement": [{ "Effect": "allow" }]\n}')
    expect(report.findings[0]).toMatchObject({ path: 'policy.json', level: 'error', line: 3 })
    const broken = await check(id, '{\n"Version": \n')
    expect(broken.findings[0]).toMatchObject({ path: 'policy.json', level: 'error' })
  })

  test('hints are given in order, are recorded, and end', async () => {
    const { id } = await begin()
    const hint = () => send(product, 'POST', `/api/v1/lab-attempts/${id}/hints`)
    for (let taken = 1; taken <= 3; taken++) expect((await hint()).json.hints).toHaveLength(taken)
    expect((await hint()).status).toBe(409)
    const { json } = await send(product, 'GET', `/api/v1/lab-attempts/${id}`)
    expect(json.hints).toHaveLength(3)
  })

  test('every check replays to the same report, with the versions it rests on', async () => {
    const { id } = await begin()
    const report = await check(id, policy('s3:GetObject'))
    expect(Object.values(report.versions).every((version) => version !== '')).toBe(true)
    await check(id, policy('*'))
    const replayed = await replayLab(product.ports, { labAttemptId: id, candidateId: 'local' })
    if (!replayed.ok) throw new Error(replayed.error.code)
    expect(replayed.value.map(({ same, changed }) => [same, changed])).toEqual([
      [true, []],
      [true, []],
    ])
  })

  test('an attempt of somebody else, and a lab that is not there, are refused', async () => {
    expect((await send(product, 'GET', '/api/v1/lab-attempts/x')).status).toBe(404)
    const unknown = await send(product, 'POST', '/api/v1/lab-attempts', { labId: 'x' })
    expect([unknown.status, unknown.json.code]).toEqual([404, 'lab-unknown'])
    expect(unknown.json.known).toContain(labId)
  })

  test('reports are evidence, and belong to the person', async () => {
    const evidence = await listLabReports(product.ports, 'local')
    expect(evidence).toMatchObject([{ code: 'L03', report: { labId } }])
    expect(await listLabReports(product.ports, 'somebody')).toEqual([])
    const data = await exportPersonalData(product.ports, 'local')
    expect(JSON.stringify(data.labs)).toContain(labId)
    await product.ports.labs.deleteAll('local')
    expect(await product.ports.labs.list('local')).toEqual([])
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchPath } from '../../src/faces/web/shell/router.ts'
import { routes } from '../../src/faces/web/shell/routes.ts'
import {
  browserInstalled,
  type Look,
  openBrowser,
  openPage,
  overflowOf,
  violationsOn,
} from '../support/browser.ts'
import { call, startServer, type TestServer, temporaryFolder } from '../support/server.ts'

/** Answers the item on the screen with as many options as it asks for. */
async function answerItem(page: Page): Promise<void> {
  const boxes = page.locator('main input[type=radio], main input[type=checkbox]')
  const several = (await page.locator('main input[type=checkbox]').count()) > 0
  const asked = several ? ((await page.locator('main').innerText()).includes('THREE') ? 3 : 2) : 1
  for (let index = 0; index < asked; index++) await boxes.nth(index).check({ force: true })
}

const saved = (page: Page) => page.getByText(/^\s*●?\s*Saved/).first()

describe.runIf(browserInstalled)('in a browser', () => {
  const { folder, remove } = temporaryFolder()
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    server = await startServer(folder)
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.stop()
    remove()
  })

  test('from the home page through a route to a closed exam and its report', {
    timeout: 180_000,
  }, async () => {
    const { page, complaints } = await openPage(browser, { width: 1280, colorScheme: 'light' })
    await page.goto(server.address)
    await page.getByRole('link', { name: 'Plan a route' }).first().click()
    await page.getByRole('heading', { name: 'Step by step' }).waitFor()
    expect(await page.locator('main').innerText()).toMatch(/DVA-C0[23]|SAA-C03/)

    await page.getByRole('link', { name: 'Exams', exact: true }).first().click()
    await page.goto(`${server.address}/exams/SAA-C03`)
    await page.getByText('Read the instructions').click()
    await page.getByRole('button', { name: 'Begin and start the clock' }).click()
    await page.waitForURL(/\/attempts\//)

    for (let position = 1; position <= 65; position++) {
      await page.getByRole('heading', { name: `Item ${position}`, exact: true }).waitFor()
      if (position !== 10) await answerItem(page)
      if (position < 65) await page.getByRole('button', { name: 'Next' }).click()
    }
    await saved(page).waitFor()
    await page.reload()
    await page
      .getByText(/Item \d+ of 65/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Review', exact: true }).click()
    await page.getByText('Incomplete (1)').waitFor()
    await page.getByRole('button', { name: 'End review' }).click()
    expect(await page.locator('dialog[open]').innerText()).toMatch(/1 item is not complete: 10/)
    await page.locator('dialog[open]').getByRole('button', { name: 'Submit' }).click()
    await page.waitForURL(/\/report$/)
    await page
      .getByText(/of 50 scored items correct/)
      .first()
      .waitFor()
    const report = await page.locator('main').innerText()
    expect(report).toMatch(/of 50 scored items correct/)
    expect(report).toMatch(/1 item was left unanswered/)
    expect(report).not.toMatch(/\b(passed|failed|pass)\b/i)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a ten-minute block is one click from the home page, and the keyboard is enough for it', {
    timeout: 60_000,
  }, async () => {
    const { page, complaints } = await openPage(browser, { width: 390, colorScheme: 'dark' })
    await page.goto(server.address)
    await page.getByRole('button', { name: 'Start a ten-minute block' }).click()
    await page.waitForURL(/\/attempts\//)
    await page.getByText('Item 1 of 7').waitFor()
    for (let position = 1; position <= 7; position++) {
      await page.getByRole('heading', { name: `Item ${position}`, exact: true }).waitFor()
      await page.keyboard.press('b')
      await page.keyboard.press('n')
    }
    await page.keyboard.press('r')
    await page.getByRole('button', { name: 'End review' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').getByRole('button', { name: 'Submit' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/report$/)
    await page.getByText(/of 7 scored items correct/).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('answers given while the server is away are kept, sent when it is back, and a reload goes on there', {
    timeout: 60_000,
  }, async () => {
    const { page } = await openPage(browser, { width: 1280, colorScheme: 'light' })
    await page.goto(server.address)
    await page.getByRole('button', { name: 'Start a ten-minute block' }).click()
    await page.waitForURL(/\/attempts\//)
    await page.getByRole('heading', { name: 'Item 1', exact: true }).waitFor()
    const attemptId = page.url().split('/').at(-1)
    await page.context().setOffline(true)
    await answerItem(page)
    await page
      .getByText(/offline|kept/i)
      .first()
      .waitFor()
    await page.context().setOffline(false)
    await saved(page).waitFor({ timeout: 30_000 })
    const { body } = await call(server.address, 'GET', `/api/v1/attempts/${attemptId}`)
    expect(Object.keys(body.responses as object)).toEqual(['1'])
    await page.reload()
    await page.getByRole('heading', { name: 'Item 1', exact: true }).waitFor()
    await expect.poll(() => page.locator('main input:checked').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  // Colours do not depend on the width, nor does the width on colours: two looks see all four.
  const looks: readonly Look[] = [
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ]

  /** Every page of the product, with an open, a closed and a study attempt and a lab begun to look at. */
  async function pagesToLookAt(): Promise<string[]> {
    const made = async (path: string, id: string, body: Record<string, unknown>) =>
      String((await call(server.address, 'POST', `/api/v1${path}`, body)).body[id])
    const start = (body: Record<string, unknown>) => made('/attempts', 'attemptId', body)
    const [open, study, closed] = [
      await start({ examCode: 'SAA-C03', mode: 'exam' }),
      await start({ examCode: 'CLF-C02', mode: 'study', items: 3 }),
      await start({ examCode: 'CLF-C02', mode: 'exam' }),
    ]
    await call(server.address, 'POST', `/api/v1/attempts/${closed}/submission`, {})
    const lab = await made('/lab-attempts', 'labAttemptId', { labId: 'close-the-bucket' })
    const profile = { role: 'web-developer', direction: 'devops', awsYears: 1, itYears: 4, hoursPerWeek: 8 }
    const route = await made('/saved-routes', 'savedRouteId', profile)
    const claim = 'The page named says otherwise.'
    await call(server.address, 'POST', `/api/v1/attempts/${closed}/disputes`, { position: 1, claim })
    const { disputes } = (await call(server.address, 'GET', '/api/v1/disputes')).body as unknown as {
      disputes: readonly { disputeId: string }[]
    }
    return [
      '/',
      '/programme',
      '/programme/developer-associate',
      '/programme/machine-learning-specialty',
      '/route',
      '/exams',
      '/exams/SAA-C03',
      `/attempts/${open}`,
      `/attempts/${study}`,
      `/attempts/${closed}/report`,
      `/attempts/${closed}/review`,
      '/labs',
      `/lab-attempts/${lab}`,
      '/readiness',
      '/readiness/CLF-C02',
      '/measure',
      '/measure/CLF-C02',
      '/measure/CLF-C02/standard',
      '/measure/DVA-C03/items/dva-c03-0001',
      '/records',
      '/families',
      '/families/iam-which-request',
      '/cloud',
      '/cloud/iam',
      '/disputes',
      `/disputes/${disputes[0]?.disputeId}`,
      '/review',
      '/review/CLF-C02?only=all',
      '/verify',
      `/route/saved/${route}`,
      '/history',
      '/data',
      '/about',
      '/no-such-page',
    ]
  }

  test('every page of the site is looked at', async () => {
    const paths = await pagesToLookAt()
    const unseen = routes.filter(
      ({ pattern }) => !paths.some((path) => matchPath(pattern, path.replace(/\?.*/, '')) !== null),
    )
    expect(unseen.map(({ pattern }) => pattern)).toEqual([])
  })

  for (const look of looks) {
    test(`no axe violation and no sideways scrolling, ${look.colorScheme} at ${look.width} pixels`, {
      timeout: 400_000,
    }, async () => {
      const { page, complaints } = await openPage(browser, look)
      const found: string[] = []
      for (const path of await pagesToLookAt()) {
        await page.goto(`${server.address}${path}`)
        await page.locator('h1, h2').first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle')
        if ((await overflowOf(page)) > 0) found.push(`${path} scrolls sideways`)
        found.push(...(await violationsOn(page)).map((violation) => `${path} ${violation}`))
      }
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    })
  }
})

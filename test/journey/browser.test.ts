import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserInstalled, type Look, openBrowser, openPage } from '../support/browser.ts'
import { call, startServer, type TestServer, temporaryFolder } from '../support/server.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** Runs axe in the page's own world by the debugger, which the content security policy does not concern. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = (await page.evaluate('axe.run(document)')) as { violations: Violation[] }
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

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
    await page.getByRole('heading', { name: 'Practice report' }).waitFor()
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
    expect(await page.locator('main input:checked').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  const looks: readonly Look[] = [
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'dark' },
    { width: 390, colorScheme: 'light' },
  ]

  /** Every page of the product, with an open, a closed and a study attempt to look at. */
  async function pagesToLookAt(): Promise<string[]> {
    const start = async (body: Record<string, unknown>) =>
      String((await call(server.address, 'POST', '/api/v1/attempts', body)).body.attemptId)
    const [open, study, closed] = [
      await start({ examCode: 'SAA-C03', mode: 'exam' }),
      await start({ examCode: 'CLF-C02', mode: 'study', items: 3 }),
      await start({ examCode: 'CLF-C02', mode: 'exam' }),
    ]
    await call(server.address, 'POST', `/api/v1/attempts/${closed}/submission`, {})
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
      '/history',
      '/data',
      '/about',
      '/no-such-page',
    ]
  }

  for (const look of looks) {
    test(`no axe violation and no sideways scrolling, ${look.colorScheme} at ${look.width} pixels`, {
      timeout: 180_000,
    }, async () => {
      const { page, complaints } = await openPage(browser, look)
      const found: string[] = []
      for (const path of await pagesToLookAt()) {
        await page.goto(`${server.address}${path}`)
        await page.locator('h1, h2').first().waitFor({ state: 'attached' })
        await page.waitForLoadState('networkidle')
        const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        if (wide) found.push(`${path} scrolls sideways`)
        found.push(...(await violationsOn(page)).map((violation) => `${path} ${violation}`))
      }
      expect(found).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    })
  }
})

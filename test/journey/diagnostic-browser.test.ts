import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  browserInstalled,
  type Look,
  openBrowser,
  openPage,
  overflowOf,
  violationsOn,
} from '../support/browser.ts'
import { startServer, type TestServer, temporaryFolder } from '../support/server.ts'

/** Gives as many options as the item on the screen asks for, and goes on. */
async function answerAndGoOn(page: Page): Promise<void> {
  const boxes = page.locator('main input[type=radio], main input[type=checkbox]')
  const go = page.getByRole('button', { name: 'Answer and go on' })
  for (let index = 0; index < (await boxes.count()) && (await go.isDisabled()); index++)
    await boxes.nth(index).check({ force: true })
  await go.click()
}

describe.runIf(browserInstalled)('a diagnostic in a browser', () => {
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

  test('item after item, over a reload, to a report that tells where an hour brings most', {
    timeout: 180_000,
  }, async () => {
    const { page, complaints } = await openPage(browser, { width: 390, colorScheme: 'light' })
    await page.goto(`${server.address}/exams/CLF-C02`)
    await page.getByText('Diagnostic', { exact: true }).click()
    await page.getByText('Read the instructions').click()
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.waitForURL(/\/attempts\/[^/]+$/)
    let position = 1
    for (; position <= 30; position++) {
      const shown = page.getByRole('heading', { name: `Item ${position}`, exact: true })
      await Promise.race([shown.waitFor(), page.waitForURL(/\/report/)])
      if (page.url().includes('/report')) break
      if (position === 2) expect(await violationsOn(page)).toEqual([])
      if (position === 5) {
        await page.reload()
        await shown.waitFor()
      }
      await answerAndGoOn(page)
    }
    await page.waitForURL(/\/report/)
    expect(position).toBeGreaterThan(15)
    await page.getByRole('heading', { name: 'Where an hour brings most' }).waitFor()
    await expect
      .poll(() => page.locator('main').innerText())
      .toMatch(/items answered\. It ended|You ended it/)
    expect(await violationsOn(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    expect(complaints).toEqual([])
  })

  test.each([
    { width: 390, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const satisfies readonly Look[])(
    'readiness and the pages for owners are sound at $width, $colorScheme',
    { timeout: 120_000 },
    async (look) => {
      const { page, complaints } = await openPage(browser, look)
      for (const [path, heading] of [
        ['/readiness/CLF-C02', 'How did the real exam go?'],
        ['/measure/CLF-C02', 'Forms side by side'],
        ['/measure/CLF-C02/items/clf-c02-0001', 'Options'],
      ] as const) {
        await page.goto(server.address + path)
        await page.getByRole('heading', { name: heading }).waitFor()
        expect(await violationsOn(page)).toEqual([])
        expect(await overflowOf(page)).toBe(0)
      }
      expect(complaints).toEqual([])
    },
  )

  test('an outcome is reported and taken back', { timeout: 60_000 }, async () => {
    const { page } = await openPage(browser, { width: 1280, colorScheme: 'light' })
    await page.goto(`${server.address}/readiness/CLF-C02`)
    await page.locator('input[type=date]').fill('2026-01-15')
    await page.getByLabel('Not passed').check()
    await page.getByRole('button', { name: 'Report it' }).click()
    await page.getByText('15 January 2026: not passed').waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('15 January 2026: not passed').waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('main').innerText()).toContain('Simulated so far')
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserInstalled, openBrowser, openPage, overflowOf, violationsOn } from '../support/browser.ts'
import { startServer, type TestServer, temporaryFolder } from '../support/server.ts'
import { root } from '../support/source.ts'

const solutions = join(root, 'packs/cloud/labs/first-least-privilege/solutions')

/** The names of a learner's own variant, read off the page as the learner reads them. */
async function namesOn(page: Page): Promise<Readonly<Record<string, string>>> {
  const said = await page.locator('.lab-situation').innerText()
  const found = (pattern: RegExp): string => pattern.exec(said)?.[1] ?? ''
  return {
    'firm.bucket': found(/works on the bucket ([a-z-]+)/),
    inbox: found(/left below ([a-z-]+)\//),
    outbox: found(/results below ([a-z-]+)\//),
    topic: found(/arn:aws:sns:[^:]+:\d+:([a-z-]+)/),
    region: found(/arn:aws:sns:([^:]+):/),
    account: found(/arn:aws:sns:[^:]+:(\d+):/),
  }
}

async function solutionFor(page: Page, name: string): Promise<string> {
  const names = await namesOn(page)
  const text = readFileSync(join(solutions, name, 'policy.json'), 'utf8')
  return text.replaceAll(/\{\{([^}]+)\}\}/g, (_, key: string) => names[key] ?? '')
}

/** Puts a text into the editor as a person does: by selecting all and pasting. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

describe.runIf(browserInstalled)('a lab in a browser', () => {
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

  async function begun() {
    const opened = await openPage(browser, { width: 1280, colorScheme: 'light' })
    await opened.page.goto(`${server.address}/labs`)
    await opened.page.getByRole('button', { name: 'Begin First least privilege' }).click()
    await opened.page.locator('.cm-content').waitFor()
    return opened
  }

  test('a policy for everything works, and earns nothing of what must stay denied; a right one completes it', {
    timeout: 60_000,
  }, async () => {
    const { page, complaints } = await begun()
    await paste(page, await solutionFor(page, 'faulty/everything'))
    await page.getByText('list the bucket: allow').waitFor()
    await page.getByRole('button', { name: 'Check against all cases' }).click()
    await page
      .getByText(/requirements are open/)
      .first()
      .waitFor()
    await expect.poll(() => page.locator('.lab-requirements').innerText()).toMatch(/allow, expected deny/)

    await paste(page, await solutionFor(page, 'right/statement-per-task'))
    await page.getByText('The files have changed since this check.').waitFor()
    await page.getByRole('button', { name: 'Check against all cases' }).click()
    await page
      .getByText(/^Complete: /)
      .first()
      .waitFor()
    await expect.poll(() => page.getByText('✗ open').count()).toBe(0)
    expect(await violationsOn(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    expect(complaints).toEqual([])

    await page.goto(`${server.address}/labs`)
    await page.getByText(/Best so far: (\d+) of \1 points/).waitFor()
    await page.context().close()
  })

  test('what is not JSON is marked while it is typed; a reload keeps it; hints come one by one', {
    timeout: 60_000,
  }, async () => {
    const { page } = await begun()
    await paste(page, '{ "Version": "2012-10-17", "Statement": [')
    await page.locator('.cm-lintRange-error, .cm-lint-marker-error').first().waitFor({ state: 'attached' })
    await page.reload()
    await page.locator('.cm-content').waitFor()
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('"Statement": [')
    await page.getByRole('button', { name: 'Show a hint' }).click()
    await page.getByRole('button', { name: 'Show the next hint' }).click()
    await expect.poll(() => page.locator('.lab-hints li').count()).toBe(2)
    await page.getByRole('button', { name: 'Back to the files as they started' }).click()
    await expect.poll(() => page.locator('.cm-content').innerText()).not.toContain('"Statement": [\n')
    await page.context().close()
  })

  test('the keyboard is enough: into the editor, out of it, and to the check', {
    timeout: 60_000,
  }, async () => {
    const { page } = await begun()
    const text = await solutionFor(page, 'right/statement-per-task')
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(text)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    const reached = page.getByRole('button', { name: 'Check against all cases' })
    for (let step = 0; step < 6 && !(await reached.evaluate((it) => it === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByText(/^Complete: /).count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  browserInstalled,
  type Look,
  openBrowser,
  openPage,
  overflowOf,
  violationsOn,
} from '../support/browser.ts'
import { askFor, sitExam } from '../support/credentials.ts'
import { makeProduct, type Product } from '../support/product.ts'

const looks: readonly Look[] = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
]

describe.runIf(browserInstalled)('the page of a record in a browser', { timeout: 90_000 }, () => {
  let product: Product
  let browser: Browser
  let server: ReturnType<typeof serve>
  let address: string

  beforeAll(async () => {
    product = makeProduct()
    const asked = await askFor(product, await sitExam(product, 'SAA-C03'), { name: 'Ada Lovelace' })
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: product.app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(info.port),
      )
    })
    address = `http://127.0.0.1:${port}/credentials/${asked.json.credentialId}`
    browser = await openBrowser()
  }, 90_000)
  afterAll(async () => {
    await browser.close()
    server.close()
    await product.remove()
  })

  test.each(looks)('is readable to everyone at $width in $colorScheme', async (look) => {
    const { page, complaints } = await openPage(browser, look)
    await page.goto(address)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Solutions architecture, associate level',
    )
    expect(await violationsOn(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('works without script: reading, comparing, taking a copy', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(address)
    expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([address])
    await page.getByLabel('E-mail address or name').fill('Ada Lovelace')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('It names this person').waitFor()
    await page.getByLabel('E-mail address or name').fill('Eve')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.getByText('It does not name this person').waitFor()
    const [name] =
      (await page.getByRole('link', { name: 'Badge (PNG)' }).getAttribute('href'))?.split('/').slice(-1) ?? []
    expect(name).toMatch(/\.png$/)
    await context.close()
  })

  test('fits on paper: what is done on a screen is left out', async () => {
    const { page } = await openPage(browser, { width: 1280, colorScheme: 'dark' })
    await page.goto(address)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Compare' }).isVisible()).toBe(false)
    expect(await page.getByText('Take a copy').isVisible()).toBe(false)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    await page.context().close()
  })
})

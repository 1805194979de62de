import type { ComponentType } from 'preact'
import type { Params } from './router.ts'

/** What every page is given: the variable parts of its path. */
export type PageProps = { readonly params: Params }

/** A page of the site. A `bare` page brings its own header: the exam, where nothing else may call for attention. */
export type Route = {
  readonly pattern: string
  readonly load: () => Promise<ComponentType<PageProps>>
  readonly bare?: boolean
}

/** Every page, each in a bundle of its area. */
export const routes: readonly Route[] = [
  { pattern: '/', load: async () => (await import('../home/home-page.tsx')).HomePage },
  {
    pattern: '/programme',
    load: async () => (await import('../programme/programme-page.tsx')).ProgrammePage,
  },
  {
    pattern: '/programme/:id',
    load: async () => (await import('../programme/certification-page.tsx')).CertificationPage,
  },
  { pattern: '/route', load: async () => (await import('../route/route-page.tsx')).RoutePage },
  {
    pattern: '/route/saved/:id',
    load: async () => (await import('../route/saved-route-page.tsx')).SavedRoutePage,
  },
  { pattern: '/exams', load: async () => (await import('../exams/exams-page.tsx')).ExamsPage },
  { pattern: '/exams/:code', load: async () => (await import('../exams/start-page.tsx')).StartPage },
  {
    pattern: '/attempts/:id',
    load: async () => (await import('../player/player-page.tsx')).PlayerPage,
    bare: true,
  },
  {
    pattern: '/attempts/:id/report',
    load: async () => (await import('../report/report-page.tsx')).ReportPage,
  },
  {
    pattern: '/attempts/:id/review',
    load: async () => (await import('../report/review-page.tsx')).ReviewPage,
  },
  { pattern: '/labs', load: async () => (await import('../labs/labs-page.tsx')).LabsPage },
  {
    pattern: '/lab-attempts/:id',
    load: async () => (await import('../labs/lab-attempt-page.tsx')).LabAttemptPage,
  },
  {
    pattern: '/readiness',
    load: async () => (await import('../readiness/exams-list-page.tsx')).ReadinessListPage,
  },
  {
    pattern: '/readiness/:code',
    load: async () => (await import('../readiness/readiness-page.tsx')).ReadinessPage,
  },
  {
    pattern: '/measure',
    load: async () => (await import('../measure/measure-list-page.tsx')).MeasureListPage,
  },
  { pattern: '/measure/:code', load: async () => (await import('../measure/measure-page.tsx')).MeasurePage },
  {
    pattern: '/measure/:code/standard',
    load: async () => (await import('../measure/standard-page.tsx')).StandardPage,
  },
  {
    pattern: '/measure/:code/items/:id',
    load: async () => (await import('../measure/item-page.tsx')).ItemPage,
  },
  { pattern: '/records', load: async () => (await import('../credentials/records-page.tsx')).RecordsPage },
  { pattern: '/history', load: async () => (await import('../history/history-page.tsx')).HistoryPage },
  {
    pattern: '/families',
    load: async () => (await import('../families/families-page.tsx')).FamiliesPage,
  },
  {
    pattern: '/families/:name',
    load: async () => (await import('../families/family-page.tsx')).FamilyPage,
  },
  { pattern: '/cloud', load: async () => (await import('../cloud/cloud-page.tsx')).CloudPage },
  { pattern: '/cloud/:model', load: async () => (await import('../cloud/model-page.tsx')).ModelPage },
  { pattern: '/disputes', load: async () => (await import('../disputes/disputes-page.tsx')).DisputesPage },
  {
    pattern: '/disputes/:id',
    load: async () => (await import('../disputes/dispute-page.tsx')).DisputePage,
  },
  {
    pattern: '/review',
    load: async () => (await import('../review/review-packs-page.tsx')).ReviewPacksPage,
  },
  { pattern: '/review/:code', load: async () => (await import('../review/solve-page.tsx')).SolvePage },
  { pattern: '/verify', load: async () => (await import('../verify/verify-page.tsx')).VerifyPage },
  { pattern: '/data', load: async () => (await import('../about/data-page.tsx')).DataPage },
  { pattern: '/about', load: async () => (await import('../about/about-page.tsx')).AboutPage },
]

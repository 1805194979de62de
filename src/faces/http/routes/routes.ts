import type { AddRoutes } from '../context.ts'

export const addRouteRoutes: AddRoutes = () => undefined

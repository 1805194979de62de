/** The roles a profile may name, as published in the contract. */
export const roles = [
  'student',
  'sales',
  'finance',
  'manager',
  'product-manager',
  'web-developer',
  'software-developer',
  'application-architect',
  'solutions-architect',
  'system-administrator',
  'cloud-engineer',
  'devops-engineer',
  'site-reliability-engineer',
  'test-engineer',
  'security-engineer',
  'network-engineer',
  'database-administrator',
  'data-engineer',
  'data-analyst',
  'data-scientist',
  'ml-engineer',
  'prompt-engineer',
  'sap-consultant',
] as const

/** Directions that are a field of work rather than a role. */
export const fields = [
  'cloud-developer',
  'operations',
  'devops',
  'security',
  'networking',
  'data',
  'machine-learning',
  'generative-ai',
  'sap',
  'architecture',
  'business',
] as const

/** Service areas in which an organisation's stack is described. */
export const serviceAreas = [
  'compute',
  'serverless',
  'containers',
  'storage',
  'databases',
  'networking',
  'security',
  'analytics',
  'machine-learning',
  'generative-ai',
  'devops',
  'operations',
  'migration',
  'sap',
] as const

/** What a person does today. */
export type Role = (typeof roles)[number]

/** A field of work that a career may move towards. */
export type Field = (typeof fields)[number]

/** Where a career moves: a role or a field. */
export type Direction = Role | Field

/** A part of an organisation's stack. */
export type ServiceArea = (typeof serviceAreas)[number]

/** True when a text names a role of the vocabulary. @example isRole('student') // true */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** True when a text names a field of the vocabulary. @example isField('devops') // true */
export const isField = (text: string): text is Field => (fields as readonly string[]).includes(text)

/** True when a text names a service area of the vocabulary. @example isServiceArea('sap') // true */
export const isServiceArea = (text: string): text is ServiceArea =>
  (serviceAreas as readonly string[]).includes(text)

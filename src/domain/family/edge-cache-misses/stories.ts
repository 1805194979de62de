/** A workload with cached files that depend on one query parameter, in words that stand within a sentence. */
export type Story = {
  readonly who: string
  /** The files, as a plural. */
  readonly content: string
  readonly parameter: string
  /** What the origin does with the parameter, and what a visitor must get right. */
  readonly use: string
  readonly right: string
  /** What brought tracking parameters, and what brought a cookie. */
  readonly campaign: string
  readonly cookie: string
}

/** Workloads in which caching goes wrong. */
export const stories: readonly Story[] = [
  {
    who: 'an online furniture store',
    ...{ content: 'product photos', parameter: 'width', use: 'scale the photo', right: 'size' },
    ...{ campaign: 'the weekly newsletter', cookie: 'basket' },
  },
  {
    who: 'a news site',
    ...{ content: 'article pictures', parameter: 'width', use: 'scale the picture', right: 'size' },
    ...{ campaign: 'the push notifications', cookie: 'reader' },
  },
  {
    who: 'a ski resort',
    ...{ content: 'piste maps', parameter: 'lang', use: 'choose the language', right: 'language' },
    ...{ campaign: 'the winter campaign', cookie: 'session' },
  },
  {
    who: 'a recipe portal',
    ...{ content: 'recipe photos', parameter: 'size', use: 'scale the photo', right: 'size' },
    ...{ campaign: 'the social media team', cookie: 'visitor' },
  },
  {
    who: 'a museum',
    ...{ content: 'audio guides', parameter: 'lang', use: 'choose the language', right: 'language' },
    ...{ campaign: 'the poster campaign', cookie: 'ticket' },
  },
  {
    who: 'a property portal',
    ...{ content: 'floor plans', parameter: 'format', use: 'choose the file format', right: 'format' },
    ...{ campaign: 'the partner program', cookie: 'favorites' },
  },
  {
    who: 'a concert promoter',
    ...{ content: 'seating plans', parameter: 'zoom', use: 'render the plan', right: 'detail' },
    ...{ campaign: 'the presale mailing', cookie: 'queue' },
  },
  {
    who: 'a language school',
    ...{ content: 'lesson sheets', parameter: 'level', use: 'choose the text', right: 'level' },
    ...{ campaign: 'the referral links', cookie: 'learner' },
  },
]

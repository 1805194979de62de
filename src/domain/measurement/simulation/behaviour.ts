/**
 * What can make a response say less than the model thinks. Every part is off unless given; shares and probabilities are 0 to 1.
 */
export type Behaviour = {
  /** A share of people run out of time and answer the last share of the items at random, right with `chance`. */
  readonly guessing?: { readonly people: number; readonly items: number; readonly chance: number }
  /** A share of people have seen a share of the items, the same ones for all, and answer those right with `success`. */
  readonly cheating?: { readonly people: number; readonly items: number; readonly success: number }
  /** Ability grows by N(mean, sd²) from one occasion to the next. */
  readonly learning?: { readonly mean: number; readonly sd: number }
  /** Each earlier exposure to an item lets a person recall its answer, whatever the ability, with this probability more. */
  readonly memorising?: { readonly people: number; readonly perExposure: number; readonly most: number }
  /** Share of answers that are missing at random. */
  readonly missing?: number
}

/** P(correct) of a person who recalls an item seen before with some probability, and otherwise answers as the model says. */
export const withRecall = (p: number, recall: number): number => recall + (1 - recall) * p

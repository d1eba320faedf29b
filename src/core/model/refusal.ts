// Model: BuildKit's refusal of something, thrown where it shows and caught by the walk, which notes it and goes on.

export class Refusal extends Error {}

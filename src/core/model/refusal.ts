// Model: BuildKit's refusal of something, thrown where it shows and caught by the walk, which notes it and goes on.

/** No Error: a text being typed is refused at every keystroke, and a stack trace costs more than the reading itself. */
export class Refusal {
  constructor(readonly message: string) {}
}

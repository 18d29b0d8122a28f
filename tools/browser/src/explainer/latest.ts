/** One question on its way at a time; of those that wait, the newest wins. */

export class Latest<Question, Answer> {
  private waiting: { question: Question } | null = null;
  private busy = false;

  /** `send` asks; `take` is given each answer with its question, unless a newer one waits. */
  constructor(
    private readonly send: (question: Question) => Promise<Answer>,
    private readonly take: (answer: Answer, question: Question) => void,
  ) {}

  /** Asks now, or as soon as the question before is answered; drops those that wait. */
  ask(question: Question): void {
    this.waiting = { question };
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.waiting !== null) {
      const { question } = this.waiting;
      this.waiting = null;
      try {
        const answer = await this.send(question);
        if (this.waiting === null) this.take(answer, question);
      } catch {
        // Whoever answers says what went wrong, once for all questions.
      }
    }
    this.busy = false;
  }
}

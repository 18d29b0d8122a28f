/**
 * What the first picture of a program of C does without: one file, which the Worker fetches when something of it
 * is asked for. Each part a file of its own would be a file more for each set of parts that share a module.
 */
export { libraryObject } from "./describe/library";
export { questionsOfSession } from "./questions/of_session";
export * as moves from "./replay/moves";
export { TELLER } from "./sentences/teller";
export { writersOf } from "./writers/writers";

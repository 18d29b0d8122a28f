/** Every kind by its name, as tools/cworkbook/questions/kinds has them. */
import { choice } from "./kinds/choice";
import { click } from "./kinds/click";
import { fill } from "./kinds/fill";
import { moment } from "./kinds/moment";
import { order } from "./kinds/order";
import { output } from "./kinds/output";
import { program } from "./kinds/program";
import { reading } from "./kinds/reading";
import { write } from "./kinds/write";
import type { Kind } from "./question";

export const KINDS: Readonly<Record<string, Kind>> = {
  choice,
  click,
  fill,
  moment,
  order,
  output,
  program,
  reading,
  verdict: choice,
  write,
};

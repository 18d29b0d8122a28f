/** The views, in the order of their tabs. */
import { AssemblyView } from "./assembly_view";
import { IrView } from "./ir_view";
import { LayoutView } from "./layout_view";
import { TypeView } from "./type_view";
import type { Source, View } from "./view";

export type { View };

/** Makes the views of one panel. */
export function views(source: Source): readonly View[] {
  return [new AssemblyView(source), new IrView(source), new LayoutView(source), new TypeView(source)];
}

/** A moment to take along, as text and as a picture. It comes when somebody asks for it. */
import type { Moment } from "../moment/model";
import { asSvg } from "../moment/svg";
import { asText } from "../moment/text";

export const FORMS: Readonly<Record<"text" | "SVG", (moment: Moment) => string>> = {
  text: asText,
  SVG: (moment) => asSvg(moment, "moment"),
};

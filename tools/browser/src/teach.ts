/** Class sheets, and the page for teachers: one file, which no other page asks for. */
import "./reading"; // as the scripts of questions do, for the same reason

export { leave as leaveClass, mount as mountClass } from "./classroom/page";
export { mount as mountTeaching } from "./classroom/teaching";

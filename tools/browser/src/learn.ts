/**
 * Practice, review, class sheets, what is kept, and the marks in the navigation, as one file: a page that needs one of them asks
 * once, and what other pages share is not cut into smaller pieces for their sake.
 */
import "./reading"; // as the scripts of questions do, for the same reason

export { leave as leaveClass, mount as mountClass } from "./classroom/page";
export { mount as mountTeaching } from "./classroom/teaching";
export { leave as leaveKept, mount as mountKept } from "./kept/page";
export { leave as leavePractice, mount as mountPractice } from "./practice/page";
export { mark } from "./review/marks";
export { leave as leaveReview, mount as mountReview } from "./review/page";

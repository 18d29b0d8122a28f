/**
 * Practice, review, what is kept, and the marks in the navigation, as one file: a page that needs one of them asks
 * once, and what other pages share is not cut into smaller pieces for their sake.
 */
import "./reading"; // as the scripts of questions do, for the same reason

export { leave as leaveKept, mount as mountKept } from "./kept/page";
export { leave as leavePractice, mount as mountPractice } from "./practice/page";
export { mark } from "./review/marks";
export { leave as leaveReview, mount as mountReview } from "./review/page";

// For a class sheet (classroom/page.ts), which asks for this file: what it shares would else be cut out of it.
export { remember } from "./practice/history";
export { loadingLine } from "./practice/loading";
export { DrillView } from "./practice/view";
export { showQuestion } from "./review/asking";
export { drillKey, PRACTICE } from "./review/cards";
export { took } from "./review/took";

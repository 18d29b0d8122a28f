/** An event of the document: something was answered, in this tab or in another. */
export const KEPT = "workbook-kept";

/**
 * What leads out of a Worker: to hosts, to what the browser keeps, to other scripts. The pages' policy
 * holds in Workers only where a host sends it as a header, so each Worker closes its exits itself, for
 * good, before it runs what somebody wrote.
 */

/** To hosts and other pages; a font is fetched by its address. */
const HOSTS =
  "fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource RTCPeerConnection RTCDataChannel " +
  "BroadcastChannel FontFace fonts Notification ReportingObserver";
/** To what the browser keeps for the site. */
const KEPT =
  "indexedDB caches cookieStore webkitRequestFileSystem webkitRequestFileSystemSync " +
  "webkitResolveLocalFileSystemURL webkitResolveLocalFileSystemSyncURL";
/** To scripts; timers take a text too. */
const SCRIPTS = "importScripts Worker SharedWorker setTimeout setInterval";
/** Of the navigator: storage, locks, other Workers, devices. */
const DEVICES = "storage storageBuckets locks serviceWorker permissions usb hid serial gpu ml sendBeacon";

/** Has no text become a script. Packages ask whether something is a function, so `Function` stays for that. */
export function closeTexts(): void {
  remove(globalThis, "eval");
  const closed = function (): never {
    throw new TypeError("No text becomes a function here.");
  };
  closed.prototype = Function.prototype;
  // Each function leads to the one that makes its kind of texts.
  const kinds = [() => 0, async () => 0, function* () {}, async function* () {}];
  for (const one of kinds) Object.defineProperty(Object.getPrototypeOf(one), "constructor", { value: closed });
  Object.defineProperty(globalThis, "Function", { value: closed });
}

/** Closes all exits. */
export function closeExits(): void {
  closeTexts();
  const { navigator } = globalThis;
  for (const names of [HOSTS, KEPT, SCRIPTS]) remove(globalThis, names);
  remove(navigator, DEVICES);
}

/** Takes what has these names from an object and from all that it inherits from. */
function remove(from: object, names: string): void {
  for (let one: object | null = from; one !== null; one = Object.getPrototypeOf(one) as object | null) {
    for (const name of names.split(" ")) Reflect.deleteProperty(one, name);
  }
}

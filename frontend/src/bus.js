/**
 * The bus: map (in its frame) and timeline (in the page) tell each other at once what is selected.
 *
 * It lives on the page's window, which the frame shares an origin with. Python stays the source of truth: it confirms
 * every selection a moment later. Where the page cannot be reached, `joinBus` gives null and selection goes by reruns.
 *
 * Beside the selection it carries what playback shows (`show`), the places that rival the selected event's (`rivals`)
 * and what each part can do for others (`parts`: a picture of itself, its view).
 *
 * @typedef {{selected: string|null, report: ((id: string|null) => void)|null, awaited: {id: string|null, until: number}|null,
 *   unheard: {id: string|null, until: number}|null, views: Record<string, object>, rivals: object[], shown: Set<string>|null, parts: Record<string, object>,
 *   listeners: Map<string, (id: string|null) => void>, on: (who: string, hear: (id: string|null) => void) => void,
 *   connect: (report: (id: string|null) => void) => () => void,
 *   select: (id: string|null, who: string, later?: boolean) => void, confirm: (id: string|null, rivals?: object[]) => void,
 *   show: (ids: Set<string>|null) => void}} Bus
 */

/** How long an answer from Python that contradicts the newest click counts as an old one, in ms. */
const PATIENCE = 4000;
/** Arrow keys select at once in the browser; Python hears when they rest, in ms. */
const REST = 350;
/** How long a click is kept for Python while nothing can carry it there: its component comes last, over a slow machine. */
const KEPT = 60_000;

/** @param {Window} page whose clock outlives the frames in it. @returns {Bus} */
function makeBus(page) {
  return {
    selected: null,
    report: null,
    awaited: null,
    unheard: null,
    views: {},
    rivals: [],
    shown: null,
    parts: {},
    listeners: new Map(),
    on(who, hear) {
      this.listeners.set(who, hear);
    },
    /** Python can be told from now on, also of a click from before. @returns {() => void} ends that. */
    connect(report) {
      this.report = report;
      const { id, until } = this.unheard ?? {};
      this.unheard = null;
      if (until > performance.now()) this.await(id);
      return () => {
        if (this.report === report) this.report = null;
      };
    },
    /** Tells Python, at once or as soon as something can. */
    await(id) {
      const now = performance.now();
      this.awaited = { id, until: now + PATIENCE };
      if (this.report) this.report(id);
      else this.unheard = { id, until: now + KEPT };
    },
    /** A click in one part: every other part shows it now, and Python is told, `later` of the last one only. */
    select(id, who, later = false) {
      this.awaited = { id, until: performance.now() + PATIENCE };
      this.unheard = null; // an older click
      page.clearTimeout(this.resting);
      if (later) this.resting = page.setTimeout(() => this.await(id), REST);
      else this.await(id); // first: Python works while the others paint
      this.tell(id, who);
    },
    /** What Python says; an answer to an older click is passed over. */
    confirm(id, rivals = []) {
      const late = this.awaited && this.awaited.id !== id && performance.now() < this.awaited.until;
      if (late) return;
      this.awaited = null;
      this.rivals = rivals;
      if (id !== this.selected) this.tell(id, "python");
      this.ask("map", "drawRivals", rivals);
    },
    /** Playback: only these events, or null for all of them. */
    show(ids) {
      this.shown = ids;
      this.ask("map", "show", ids);
    },
    /** Has another part do something it offers; undefined where it is gone or cannot. */
    ask(part, what, ...details) {
      try {
        return this.parts[part]?.[what]?.(...details);
      } catch {
        delete this.parts[part]; // a frame that has gone
        return undefined;
      }
    },
    tell(id, who) {
      if (id !== this.selected) this.rivals = [];
      this.selected = id;
      for (const [name, hear] of this.listeners) {
        if (name === who) continue;
        try {
          hear(id);
        } catch {
          this.listeners.delete(name); // a frame that has gone
        }
      }
    },
  };
}

/**
 * @param {Window} page the window the whole app lives in.
 * @returns {Bus|null}
 */
export function joinBus(page) {
  try {
    if (!page.timelineAppBus?.connect) page.timelineAppBus = makeBus(page); // none yet, or one of an older version
    return page.timelineAppBus;
  } catch {
    return null; // another origin
  }
}

/**
 * The bus: map (in its frame) and timeline (in the page) tell each other at once what is selected.
 *
 * It lives on the page's window, which the frame shares an origin with. Python stays the source of truth: it confirms
 * every selection a moment later. Where the page cannot be reached, `joinBus` gives null and selection goes by reruns.
 *
 * @typedef {{selected: string|null, awaited: {id: string|null, until: number}|null, views: Record<string, object>,
 *   listeners: Map<string, (id: string|null) => void>, on: (who: string, hear: (id: string|null) => void) => void,
 *   select: (id: string|null, who: string) => void, confirm: (id: string|null) => void}} Bus
 */

/** How long an answer from Python that contradicts the newest click counts as an old one, in ms. */
const PATIENCE = 4000;

/** @returns {Bus} */
function makeBus() {
  return {
    selected: null,
    awaited: null,
    views: {},
    listeners: new Map(),
    on(who, hear) {
      this.listeners.set(who, hear);
    },
    /** A click in one part: every other part shows it now. */
    select(id, who) {
      this.awaited = { id, until: performance.now() + PATIENCE };
      this.tell(id, who);
    },
    /** What Python says; an answer to an older click is passed over. */
    confirm(id) {
      const late = this.awaited && this.awaited.id !== id && performance.now() < this.awaited.until;
      if (late) return;
      this.awaited = null;
      if (id !== this.selected) this.tell(id, "python");
    },
    tell(id, who) {
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
    page.timelineAppBus ??= makeBus();
    return page.timelineAppBus;
  } catch {
    return null; // another origin
  }
}

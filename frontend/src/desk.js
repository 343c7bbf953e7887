/**
 * The desk: where map, lanes and list ask Python for more of a view that is too large to be sent whole.
 *
 * It lives on the page's window, as the bus does. One question is on its way at a time and carries all that was asked
 * meanwhile; of one kind only the newest counts. Answers to another drawing than the one shown are passed over.
 *
 * @typedef {{version: string|null, spots: Map<string, [number, number][]>, hear: (kind: string, who: Function) => void,
 *   ask: (version: string, kind: string, what: unknown) => void, connect: (data: object, tell: Function) => void}} Desk
 */

/** Events whose points are remembered, so that the map can ring one it has not been sent. */
const REMEMBERED = 20_000;
/** After so long without an answer the question is put again, in ms. */
const PATIENCE = 5000;

/** @returns {Desk} */
function makeDesk() {
  return {
    version: null,
    spots: new Map(),
    hearers: new Map(),
    wanted: new Map(),
    number: 0,
    sent: null,
    hear(kind, who) {
      this.hearers.set(kind, who);
    },
    ask(version, kind, what) {
      this.wanted.set(kind, { version, what });
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.send(), 15);
    },
    send() {
      const open = [...this.wanted].filter(([, { version }]) => version === this.version);
      if (!this.tell || this.sent || !open.length) return;
      this.number += 1;
      this.sent = { number: this.number, open };
      for (const [kind] of open) this.wanted.delete(kind);
      this.tell({ version: this.version, number: this.number, ...Object.fromEntries(open.map(([kind, { what }]) => [kind, what])) });
      this.late = setTimeout(() => this.again(), PATIENCE);
    },
    again() {
      for (const [kind, what] of this.sent?.open ?? []) if (!this.wanted.has(kind)) this.wanted.set(kind, what);
      this.sent = null;
      this.send();
    },
    /** What Python holds: the version drawn now, and perhaps an answer. */
    connect({ version, answer }, tell) {
      if (version !== this.version) this.sent = null;
      Object.assign(this, { version, tell });
      if (answer?.asked && answer.asked === this.sent?.number) {
        this.sent = null;
        clearTimeout(this.late);
        this.learn(answer.page);
        this.learn(answer.lanes?.events);
        for (const [kind, found] of Object.entries(answer)) this.say(kind, found);
      }
      this.send();
    },
    say(kind, found) {
      try {
        this.hearers.get(kind)?.(found, this.version);
      } catch {
        this.hearers.delete(kind); // a frame that has gone
      }
    },
    /** Remembers where the events of a page are. */
    learn(rows) {
      if (this.spots.size > REMEMBERED) this.spots.clear();
      rows?.id.forEach((id, i) => this.spots.set(id, rows.spots[i]));
      if (rows) this.say("spots");
    },
  };
}

/** @param {Window} page the window the whole app lives in. @returns {Desk|null} */
export function joinDesk(page) {
  try {
    page.timelineAppDesk ??= makeDesk();
    return page.timelineAppDesk;
  } catch {
    return null; // another origin
  }
}

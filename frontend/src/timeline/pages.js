/** The list of a view too large to be sent whole: rows come in pages, asked for as they come into sight. */
import { List } from "./list.js";
import { node } from "./look.js";

/** Rows kept; more are forgotten but for those in sight. */
const KEPT = 4000;
const PAGE = 100;
/** No browser makes an element higher than some 17 million pixels; beyond, the scroll bar moves faster than the rows. */
const HIGHEST = 12_000_000;
const ROW = 64;

export class PagedList extends List {
  /** @param {(index: number, byKeyboard: boolean) => void} pick @param {import("../desk.js").Desk|null} desk */
  constructor(pick, desk) {
    super(pick);
    this.desk = desk;
    this.offset = 0;
    this.rowsByIndex = new Map();
    this.element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  draw(payload, look) {
    const fresh = payload.version !== this.payload?.version;
    if (fresh) {
      this.rowsByIndex.clear();
      this.picking = null;
      this.offset = 0;
      this.element.scrollTop = 0;
    }
    Object.assign(this, { payload, look, dated: payload.large.dated, undated: payload.large.undated });
    this.count = this.dated + this.undated;
    this.whole = this.top(this.count);
    this.rows.style.height = `${Math.min(this.whole, HIGHEST)}px`;
    if (fresh) this.take(payload.large.page);
    else this.paint();
  }

  /** Pixels of the whole list to one of the scroll bar; 1 but for very long lists. */
  get ratio() {
    const room = this.element.clientHeight;
    return this.whole > HIGHEST ? (this.whole - room) / (HIGHEST - room) : 1;
  }

  take(page) {
    if (this.rowsByIndex.size > KEPT) this.rowsByIndex.clear();
    page.id.forEach((_, i) => this.rowsByIndex.set(page.begin + i, [page, i]));
    const index = this.picking;
    if (index != null && this.rowsByIndex.has(index)) {
      this.picking = null;
      this.pick(index, true);
    }
    this.paint();
  }

  /** [columns, place in them] of a row, or null while it is on its way. */
  at(index) {
    return this.rowsByIndex.get(index) ?? null;
  }

  idAt(index) {
    const found = this.at(index);
    return found && found[0].id[found[1]];
  }

  indexOf(id) {
    for (const [index, [page, i]] of this.rowsByIndex) if (page.id[i] === id) return index;
    return -1;
  }

  key(event) {
    const before = this.pick;
    this.pick = (index, byKeyboard) => {
      if (this.at(index)) before(index, byKeyboard);
      else this.await(index);
    };
    super.key(event);
    this.pick = before;
  }

  /** Goes to a row that is not here yet and chooses it when it comes. */
  await(index) {
    this.picking = index;
    this.select(index);
  }

  select(index) {
    this.current = index;
    if (index >= 0) {
      const { clientHeight } = this.element;
      const top = this.top(index), seen = this.element.scrollTop * this.ratio + this.offset;
      if (top < seen) this.moveTo(top - 8);
      else if (top + ROW > seen + clientHeight) this.moveTo(top + ROW - clientHeight + 8);
    }
    this.paint();
  }

  /** Puts a pixel of the whole list at the upper edge. */
  moveTo(top) {
    const wanted = Math.max(0, Math.min(this.whole - this.element.clientHeight, top));
    this.element.scrollTop = wanted / this.ratio;
    this.offset = this.ratio === 1 ? 0 : wanted - this.element.scrollTop * this.ratio;
    this.held = this.element.scrollTop;
  }

  wheel(event) {
    if (this.ratio === 1) return;
    event.preventDefault(); // the wheel moves by rows also where the bar moves by thousands
    this.moveTo(this.element.scrollTop * this.ratio + this.offset + event.deltaY);
    this.later();
  }

  paint() {
    if (!this.payload?.large) return;
    const { scrollTop, clientHeight } = this.element;
    if (scrollTop !== this.held) this.offset = 0;
    const seen = scrollTop * this.ratio + this.offset;
    this.shift = scrollTop - seen;
    this.paintRows(seen, clientHeight);
    this.askFor(seen, clientHeight);
  }

  askFor(seen, room) {
    const first = Math.max(0, Math.floor(seen / ROW) - 4), last = Math.min(this.count, Math.ceil((seen + room) / ROW) + 4);
    for (let index = first; index < last; index++) {
      if (this.at(index)) continue;
      this.desk?.ask(this.payload.version, "page", Math.max(0, index - (index > this.scrolled ? 10 : PAGE / 2)));
      break;
    }
    this.scrolled = first;
  }

  row(index) {
    if (this.at(index)) return super.row(index);
    const row = node("div", "row row-awaited");
    row.style.top = `${this.top(index) + this.shift}px`;
    row.append(node("div"), node("div", "row-main", "…"));
    return row;
  }
}

/** Carries what the desk asks to Python and the answers back; draws nothing. */
import { joinDesk } from "./desk.js";

export default function ({ data, setTriggerValue }) {
  if (data) joinDesk(window)?.connect(data, (asked) => setTriggerValue("asked", asked));
}

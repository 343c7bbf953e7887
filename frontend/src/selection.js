/** What Python holds to be selected, told to map and timeline; its own component, so that selecting resends no events. */
import { joinBus } from "./bus.js";

export default function ({ data }) {
  joinBus(window)?.confirm(data?.selected ?? null, data?.rivals ?? []);
}

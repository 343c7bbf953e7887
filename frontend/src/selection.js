/**
 * What Python holds to be selected, told to map and timeline, and what is clicked in them, told to Python; its own
 * component, so that selecting resends no events and runs only the part of the page that shows the selected one.
 */
import { joinBus } from "./bus.js";

export default function ({ data, setTriggerValue }) {
  const bus = joinBus(window);
  if (!bus) return undefined;
  const leave = bus.connect((id) => setTriggerValue("selected", id));
  bus.confirm(data?.selected ?? null, data?.rivals ?? []);
  return leave;
}

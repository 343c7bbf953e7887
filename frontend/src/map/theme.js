/** Colours of the map in the light and the dark theme; amber is for the selection and nothing else. */
const FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", sans-serif';

export const THEMES = {
  light: {
    sea: "#d3e0e8", land: "#f6f4ef", border: "#b8b0a4", river: "#b3cad9", lake: "#d3e0e8", town: "#57534e",
    country: "#756d62", dot: "#8a827a", halo: "rgba(247,245,240,.92)", rim: "#ffffff", paper: "#ffffff", ink: "#292524",
    amber: "#d97706", shadow: "rgba(41,37,36,.35)", font: FONT,
  },
  dark: {
    sea: "#12181f", land: "#232a31", border: "#46515d", river: "#2b4054", lake: "#12181f", town: "#c3cad1",
    country: "#8f9aa5", dot: "#8d98a3", halo: "rgba(20,26,33,.92)", rim: "#10161d", paper: "#1a2129", ink: "#eef1f4",
    amber: "#fbbf24", shadow: "rgba(0,0,0,.6)", font: FONT,
  },
};

"""The screen: pages, components and the server that shows them. The only room that imports streamlit."""

"""One module a page; each has `show()`. Not called `pages`: Streamlit would serve such a folder by itself."""

"""What `benchmarks/dashboard.py` is made of: generated events, a server, a browser, many users, folium's own layers."""

"""Titles a reader understands without the article."""

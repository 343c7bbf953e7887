"""What each paragraph of a page is: by itself, by those beside it, in the head of the page, behind the story's end."""

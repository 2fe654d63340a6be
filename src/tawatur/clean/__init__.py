"""From a Document to an Article: lines and their kinds, title, byline, dateline, credit, publication date."""

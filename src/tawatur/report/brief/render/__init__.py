"""A brief as a page of its own, as Markdown, as a Word document, as PDF, and as parts for other pages."""

"""The pages of the app: one file a page, each with one `show(store, …, frame)`; none holds a query."""

"""The office lines of Vietnamese Wikipedia's boxes → rows of `tenures`, by the title grammar of `loaders.text`."""

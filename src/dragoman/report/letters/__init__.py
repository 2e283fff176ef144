"""Letters: sign up, be told, leave at any time. `subscriptions` keeps, `render` words, `send` sends, `routes` the pages."""

"""What can be known of a text before anything is known of articles: spans, words, sentences, phrases."""

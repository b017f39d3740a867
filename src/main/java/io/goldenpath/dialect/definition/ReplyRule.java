package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;

/** What the server may ask at any time, and our answer, which may point into its message. */
public record ReplyRule(Condition when, SentMessage.OnSocket send, Captures captures) {}

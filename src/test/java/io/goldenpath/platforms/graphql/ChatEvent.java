package io.goldenpath.platforms.graphql;

import org.jspecify.annotations.Nullable;

/** What a subscription reports; the names are those of the schema's types. */
sealed interface ChatEvent {

  record RunStarted(String runId, String userId) implements ChatEvent {}

  record ToolCall(String id, String name, String state, @Nullable Integer result)
      implements ChatEvent {}

  record TextDelta(String text) implements ChatEvent {}

  /** Without an answer, its field is an error. */
  record RunFinished(String runId, String userId, @Nullable String answer) implements ChatEvent {}
}

package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.dialect.definition.EventFieldRules;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.dialect.definition.MessageView;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a message by pointer, in every notation of a dialect; {@code call} is a tool's call.
 */
record MessageFields(MessageView view, EventFieldRules places) implements FrameFields {

  @Override
  public @Nullable Object at(String pointer) {
    if (pointer.isEmpty() || pointer.startsWith("/")) {
      return MessageView.plain(view.body().at(pointer));
    }
    if (pointer.equals("call")) {
      return MessageValue.first(places.call(), view).map(JsonText::of).orElse(null);
    }
    return elsewhere(pointer);
  }

  private @Nullable Object elsewhere(String pointer) {
    try {
      return MessageValue.of(pointer).first(view).map(MessageView::plain).orElse(null);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** Shows nothing: the text is not redacted yet. */
  @Override
  public String toString() {
    return "MessageFields[]";
  }
}

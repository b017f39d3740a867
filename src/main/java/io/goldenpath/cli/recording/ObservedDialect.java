package io.goldenpath.cli.recording;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;
import java.util.Map;

/** A dialect whose readings are also shown to somebody else. */
record ObservedDialect(Dialect dialect, ObservedFrames frames) implements Dialect {

  @Override
  public Framing framing() {
    return dialect.framing();
  }

  @Override
  public EventNames eventNames() {
    return dialect.eventNames();
  }

  @Override
  public Conversation conversation(ConversationValues values, boolean resumed) {
    return new ObservedConversation(dialect.conversation(values, resumed), frames);
  }

  @Override
  public Map<String, Object> runVariables() {
    return dialect.runVariables();
  }

  @Override
  public Map<String, Object> connectionVariables() {
    return dialect.connectionVariables();
  }

  @Override
  public boolean connectsPerQuestion() {
    return dialect.connectsPerQuestion();
  }

  @Override
  public DecodedFrame decode(Incoming part) {
    return dialect.decode(part);
  }

  @Override
  public CloseCodes closeCodes() {
    return dialect.closeCodes();
  }
}

package io.goldenpath.cli.recording;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A conversation whose readings are also shown to somebody else. */
record ObservedConversation(Conversation conversation, ObservedFrames frames)
    implements Conversation {

  @Override
  public List<SendStep> opening() {
    return conversation.opening();
  }

  @Override
  public Reading opened(long nanos) {
    return frames.add(conversation.opened(nanos));
  }

  @Override
  public List<SendStep> submit(Question question, @Nullable String thread) {
    return conversation.submit(question, thread);
  }

  @Override
  public List<SendStep> submit(Question question) {
    return conversation.submit(question);
  }

  @Override
  public List<SendStep> submitBeside(Question question) {
    return conversation.submitBeside(question);
  }

  @Override
  public Reading received(Message message, int number, long nanos) {
    return frames.add(conversation.received(message, number, nanos));
  }

  @Override
  public Reading receivedBeside(Message message, int number, long nanos) {
    return frames.add(conversation.receivedBeside(message, number, nanos));
  }

  @Override
  public List<Outgoing> due(long nanos) {
    return conversation.due(nanos);
  }

  @Override
  public Reading elapsed(long nanos) {
    return frames.add(conversation.elapsed(nanos));
  }

  @Override
  public OptionalLong next() {
    return conversation.next();
  }
}

package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.MapValues;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.SendStep.Sending;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A conversation with a server of which a test plays the part; one message a millisecond. */
final class Talk {

  static final long MILLI = 1_000_000;
  static final Question QUESTION = new Question("ABC: 1 + 2?", "ABC", 3);

  final MapValues values = new MapValues();
  final Conversation conversation;
  final List<Outgoing> replies = new ArrayList<>();
  private int number;
  private long nanos;

  Talk(Described described) {
    this(described, false);
  }

  private Talk(Described described, boolean resumed) {
    this.conversation = described.dialect().conversation(values, resumed);
  }

  /** A conversation that goes on where another was lost. */
  static Talk resumed(Described described) {
    Talk talk = new Talk(described, true);
    talk.conversation.opened(0);
    return talk;
  }

  /** A conversation in which the question has been asked. */
  static Talk asked(Described described) {
    Talk talk = new Talk(described);
    talk.conversation.opened(0);
    talk.ask();
    return talk;
  }

  List<String> ask() {
    return made(conversation.submit(QUESTION));
  }

  static List<String> made(List<SendStep> steps) {
    return steps.stream()
        .map(SendStep::make)
        .map(sending ->
            sending instanceof Sending.Socket(Outgoing message) ? message.text() : "call")
        .toList();
  }

  /** What the next message says. */
  List<FrameContent> says(String json) {
    return contents(parts(json));
  }

  List<Reading.Part> parts(String json) {
    return received(new Message(JsonMapper.shared().readTree(json), json)).parts();
  }

  List<FrameContent> says(String json, Envelope envelope) {
    return contents(
        received(new Message(JsonMapper.shared().readTree(json), json, envelope)).parts());
  }

  Reading received(Message message) {
    nanos += MILLI;
    Reading reading = conversation.received(message, ++number, nanos);
    replies.addAll(reading.replies());
    return reading;
  }

  List<FrameContent> elapsed(long millis) {
    return contents(conversation.elapsed(millis * MILLI).parts());
  }

  static List<FrameContent> contents(List<Reading.Part> parts) {
    return parts.stream().map(Reading.Part::decoded).map(DecodedFrame::content).toList();
  }

  /** Names of events, and kinds of all else. */
  static List<String> kinds(List<FrameContent> contents) {
    return contents.stream()
        .map(content ->
            content instanceof FrameContent.Event(var event)
                ? event.name()
                : content.getClass().getSimpleName())
        .toList();
  }
}

package io.goldenpath.dialect;

import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.RequestTemplate;

/** One thing to send in a conversation, perhaps once the server has asked for it. */
public interface SendStep {

  /** Whether nothing is waited for, or the server has asked. */
  boolean due();

  /** Fills in the values of this moment; to be called once, when it is due. */
  Sending make();

  /** What is sent. */
  sealed interface Sending {

    /** A message over the socket. */
    record Socket(Outgoing message) implements Sending {}

    /** An HTTP call with the user's token, whose captures are variables from then on. */
    record Call(RequestTemplate request) implements Sending {}
  }

  /** A message that is sent at once. */
  static SendStep of(Outgoing message) {
    return new SendStep() {

      @Override
      public boolean due() {
        return true;
      }

      @Override
      public Sending make() {
        return new Sending.Socket(message);
      }
    };
  }
}

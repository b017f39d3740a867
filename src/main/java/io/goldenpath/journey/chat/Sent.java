package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.SubmissionFailure;

/** What became of something that was to be sent. */
public sealed interface Sent {

  /** It was sent, in this frame of the transcript. */
  record Done(int frame) implements Sent {}

  /** The call that sends it, of which a note stands in this frame, was not answered well. */
  record Failed(int frame, SubmissionFailure why) implements Sent {}

  /** The server did not ask for it, or the connection took no more. */
  record Nothing() implements Sent {}

  default boolean done() {
    return this instanceof Done;
  }
}

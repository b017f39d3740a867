package io.goldenpath.framing.socketio;

import io.goldenpath.framing.BinaryFrames;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Misplaced;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binary frames that complete a message. They are counted, and not read. */
final class Attachments {

  static final int MOST = 64;

  private final BinaryFrames binary;
  private @Nullable Incoming message;
  private int missing;

  Attachments(BinaryFrames binary) {
    this.binary = binary;
  }

  /** Whether a binary frame must come before the next packet. */
  boolean due() {
    return missing > 0;
  }

  /** The message comes once its attachments have. */
  List<Incoming> await(Packet packet, Incoming incomplete) {
    if (packet.attachments() > MOST) {
      return List.of(new Misplaced("a packet announces more than " + MOST + " attachments"));
    }
    if (packet.attachments() == 0) {
      return List.of(incomplete);
    }
    missing = packet.attachments();
    boolean refused = binary == BinaryFrames.FAIL;
    message = refused ? null : incomplete;
    return refused
        ? List.of(new Broken("it has binary attachments, where text is spoken"))
        : List.of(new Incoming.Noise("attachments follow"));
  }

  /** A binary frame has come. */
  List<Incoming> arrived() {
    if (missing == 0) {
      return List.of(new Misplaced("a binary frame came that no packet announced"));
    }
    missing--;
    if (missing > 0 || message == null) {
      return List.of(new Incoming.Noise("attachment"));
    }
    Incoming complete = message;
    message = null;
    return List.of(complete);
  }
}

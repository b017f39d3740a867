package io.goldenpath.framing.stomp;

import io.goldenpath.framing.Outgoing;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** Receipts that messages of ours ask for, and that the server owes. */
final class ReceiptRequests {

  static final int MOST = 256;

  private final SequencedSet<String> owed = new LinkedHashSet<>();

  void asked(Outgoing message) {
    String receipt = message.headers().get("receipt");
    if (receipt != null) {
      owed.add(receipt);
    }
    if (owed.size() > MOST) {
      owed.removeFirst();
    }
  }

  /** Whether a message asked for it. */
  boolean answered(String receipt) {
    return owed.remove(receipt);
  }
}

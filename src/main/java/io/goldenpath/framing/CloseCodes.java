package io.goldenpath.framing;

import java.util.Map;
import java.util.Set;

/**
 * Close codes that a protocol or a platform gives a meaning.
 *
 * @param expected Codes with which a server may close once a run has ended.
 * @param refused Codes that refuse the user.
 * @param invalid Codes by which a server ends a connection on a message that it finds invalid.
 * @param meanings What other codes say, as a clause such as "the handshake took too long".
 */
public record CloseCodes(
    Set<Integer> expected,
    Set<Integer> refused,
    Set<Integer> invalid,
    Map<Integer, String> meanings) {

  public static final CloseCodes NONE = new CloseCodes(Set.of(), Set.of(), Set.of(), Map.of());

  public CloseCodes {
    expected = Set.copyOf(expected);
    refused = Set.copyOf(refused);
    invalid = Set.copyOf(invalid);
    meanings = Map.copyOf(meanings);
  }
}

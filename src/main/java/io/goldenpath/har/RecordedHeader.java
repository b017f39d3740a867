package io.goldenpath.har;

import java.util.Locale;

/**
 * A header of a request or reply.
 *
 * @param name In small letters.
 */
public record RecordedHeader(String name, String value) {

  public RecordedHeader {
    name = name.toLowerCase(Locale.ROOT);
  }

  /** Shows the name alone: the value may be a secret. */
  @Override
  public String toString() {
    return "RecordedHeader[" + name + "]";
  }
}

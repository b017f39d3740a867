package io.goldenpath.har;

import java.util.List;
import java.util.Optional;

/**
 * A request or a reply.
 *
 * @param body Its text; empty for none.
 */
public record RecordedPart(List<RecordedHeader> headers, String body) {

  public RecordedPart {
    headers = List.copyOf(headers);
  }

  /** The values of a header, whose name is in small letters. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(RecordedHeader::value)
        .toList();
  }

  /** The first value of a header, whose name is in small letters. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** Shows nothing: it holds secrets. */
  @Override
  public String toString() {
    return "RecordedPart[]";
  }
}

package io.goldenpath.web.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one user sent and received, by arrival.
 *
 * @param missing How much is not shown; empty where all is.
 */
record TranscriptView(List<TranscriptEntry> entries, String missing) {

  static final TranscriptView EMPTY = new TranscriptView(List.of(), "");

  /** What a filter lets through, and how many there are. */
  record Filter(String name, String label, long count) {}

  /** Those with nothing to show are left out. */
  public List<Filter> filters() {
    return Stream.of(
            new Filter("all", "all", entries.size()),
            filter("received", "received"),
            filter("sent", "sent"),
            filter("error", "errors and findings"),
            filter("ping", "pings"),
            filter("http", "HTTP"),
            filter("note", "notes"))
        .filter(filter -> filter.count() > 0)
        .toList();
  }

  private Filter filter(String name, String label) {
    return new Filter(
        name,
        label,
        entries.stream()
            .filter(entry -> List.of(entry.filters().split(" ")).contains(name))
            .count());
  }
}

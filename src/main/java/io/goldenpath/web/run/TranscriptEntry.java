package io.goldenpath.web.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame, note or HTTP exchange of a transcript.
 *
 * @param id Of its element, by which a link selects it.
 * @param filters What it is found by: its direction, and whether it is a ping or an error.
 * @param row Id of the row of the timeline that shows it; null where none does.
 */
record TranscriptEntry(
    String id,
    String filters,
    Facts facts,
    Text text,
    List<FindingView.Reference> findings,
    @Nullable String row) {

  /**
   * What is known beside its text.
   *
   * @param number Empty for an HTTP exchange.
   * @param since Since the entry before.
   * @param size Empty for a note.
   */
  record Facts(String number, String direction, String at, String since, String size) {}

  /**
   * Its text.
   *
   * @param name Of its events, or its own type.
   * @param event Whether the name is that of an event.
   * @param line The beginning, on one line.
   */
  record Text(String name, boolean event, String line, String full) {}
}

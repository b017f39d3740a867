package io.goldenpath.model.run;

import io.goldenpath.model.http.HttpExchange;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All of one user's frames in order, redacted.
 *
 * @param frames The first and the last frames of the connection.
 * @param omitted How many in between were counted but not kept.
 * @param exchanges The first HTTP requests, those for an upgrade among them.
 */
public record Transcript(List<Frame> frames, int omitted, List<HttpExchange> exchanges) {

  public static final Transcript EMPTY = new Transcript(List.of(), 0);

  public Transcript(List<Frame> frames, int omitted) {
    this(frames, omitted, List.of());
  }

  /** What was stored by an older version knows of no exchanges. */
  public Transcript(List<Frame> frames, int omitted, @Nullable List<HttpExchange> exchanges) {
    this.frames = List.copyOf(frames);
    this.omitted = omitted;
    this.exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
  }

  /** This one with other texts in frames up to this number. */
  public Transcript withTexts(int last, UnaryOperator<String> change) {
    List<Frame> changed =
        frames.stream()
            .map(
                frame -> frame.number() > last ? frame : frame.withText(change.apply(frame.text())))
            .toList();
    return new Transcript(changed, omitted, exchanges);
  }

  /** This one with these exchanges. */
  public Transcript withExchanges(List<HttpExchange> known) {
    return new Transcript(frames, omitted, known);
  }

  /** This one with all its frames omitted, which are counted. */
  public Transcript withoutFrames() {
    return new Transcript(List.of(), frames.size() + omitted);
  }
}

package io.goldenpath.web.run;

import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.web.run.TranscriptEntry.Facts;
import io.goldenpath.web.run.TranscriptEntry.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the transcript of one user: frames, notes and HTTP exchanges by their moment. */
final class TranscriptEntries {

  private final UserRun user;
  private final ZeroPoint zero;
  private final FrameBudget budget;
  private final List<FindingView.Reference> findings;
  private final Map<Integer, String> rows;
  private final Map<Integer, String> events = new HashMap<>();

  private TranscriptEntries(
      UserRun user,
      ZeroPoint zero,
      FrameBudget budget,
      List<FindingView.Reference> findings,
      Map<Integer, String> rows) {
    this.user = user;
    this.zero = zero;
    this.budget = budget;
    this.findings = findings;
    this.rows = rows;
    user.events().forEach(event -> events.merge(event.frame(), event.event(), this::together));
  }

  static TranscriptView of(
      UserRun user,
      ZeroPoint zero,
      FrameBudget budget,
      List<FindingView.Reference> findings,
      Map<Integer, String> rows) {
    return new TranscriptEntries(user, zero, budget, findings, rows).view();
  }

  private String together(String one, String more) {
    return one.equals(EventArrival.OTHER) || one.contains(more) ? one : one + ", " + more;
  }

  private TranscriptView view() {
    Transcript transcript = user.transcript();
    List<Frame> shown = budget.select(user.slot(), transcript.frames(), findings);
    List<Timed> all = new ArrayList<>();
    shown.forEach(frame -> all.add(new Timed(frame.at(), frame, null)));
    transcript.exchanges().forEach(exchange -> all.add(new Timed(exchange.at(), null, exchange)));
    all.sort(Comparator.comparing(Timed::at));
    List<TranscriptEntry> entries = new ArrayList<>();
    Duration before = null;
    for (Timed entry : all) {
      String since = before == null ? "" : ZeroPoint.signed(entry.at().minus(before));
      entries.add(entry(entry, since, entries.size()));
      before = entry.at();
    }
    return new TranscriptView(entries, missing(transcript, shown.size()));
  }

  private record Timed(Duration at, @Nullable Frame frame, @Nullable HttpExchange exchange) {}

  private TranscriptEntry entry(Timed timed, String since, int place) {
    if (timed.frame() != null) {
      return frame(timed.frame(), since);
    }
    return exchange(Objects.requireNonNull(timed.exchange()), since, place);
  }

  private TranscriptEntry frame(Frame frame, String since) {
    TranscriptText text = TranscriptText.of(frame);
    List<FindingView.Reference> found =
        findings.stream()
            .filter(reference -> reference.finding().mentions(user.slot(), frame.number()))
            .toList();
    boolean note = frame.direction() == Frame.Direction.NOTE;
    String event = events.get(frame.number());
    return new TranscriptEntry(
        "frame-%d-%d".formatted(user.slot(), frame.number()),
        filters(frame, text, found),
        new Facts(
            String.valueOf(frame.number()),
            frame.direction().label(),
            zero.text(frame.at()),
            since,
            note ? "" : frame.bytes() + " B"),
        new Text(
            event == null ? (note ? "" : text.type()) : event,
            event != null,
            text.line(budget.maxCharacters()),
            note ? frame.text() : text.full(budget.maxCharacters())),
        found,
        rows.get(frame.number()));
  }

  private static String filters(
      Frame frame, TranscriptText text, List<FindingView.Reference> found) {
    boolean note = frame.direction() == Frame.Direction.NOTE;
    boolean blamed =
        found.stream().anyMatch(reference -> reference.finding().severity() != Severity.INFO);
    return frame.direction().label()
        + (!note && text.ping() ? " ping" : "")
        + (blamed || (!note && text.error()) ? " error" : "")
        + (found.isEmpty() ? "" : " has-finding");
  }

  private TranscriptEntry exchange(HttpExchange exchange, String since, int place) {
    String status = exchange.status() == 0 ? "no answer" : String.valueOf(exchange.status());
    boolean failed = exchange.status() == 0 || exchange.status() >= 400;
    return new TranscriptEntry(
        "http-%d-%d".formatted(user.slot(), place),
        failed ? "http error" : "http",
        new Facts(
            "", "http", zero.text(exchange.at()), since, DurationText.of(exchange.duration())),
        new Text(
            exchange.method() + " " + exchange.path(),
            false,
            "→ " + status,
            full(exchange, status)),
        List.of(),
        null);
  }

  private static String full(HttpExchange exchange, String status) {
    return (exchange.method() + " " + exchange.url() + "\n" + exchange.requestHeaders().text())
            .strip()
        + "\n\n"
        + (status + "\n" + exchange.responseHeaders().text()).strip();
  }

  private static String missing(Transcript transcript, int shown) {
    int hidden = transcript.frames().size() - shown;
    String stored =
        transcript.omitted() == 0
            ? ""
            : transcript.omitted()
                + " frames"
                + (transcript.frames().isEmpty() ? "" : " between the first and the last")
                + " were not stored. ";
    return (stored + (hidden == 0 ? "" : hidden + " more frames are in the JSON.")).strip();
  }
}

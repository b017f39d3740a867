package io.goldenpath.web.har;

import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.http.HttpHeaderLines;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.har.HttpArchive.Connection;
import io.goldenpath.web.har.HttpArchive.Entry;
import io.goldenpath.web.har.HttpArchive.Head;
import io.goldenpath.web.har.HttpArchive.Header;
import io.goldenpath.web.har.HttpArchive.Message;
import io.goldenpath.web.har.HttpArchive.Page;
import io.goldenpath.web.har.HttpArchive.Request;
import io.goldenpath.web.har.HttpArchive.Response;
import io.goldenpath.web.har.HttpArchive.Timings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one user sent and received, as entries of an archive. */
record UserArchive(Run run, UserRun user) {

  private static final String BINARY = "(binary)";

  Page page() {
    return new Page(
        moment(Duration.ZERO),
        id(),
        "%s, run %s, user %d".formatted(run.probe(), run.id(), user.slot()));
  }

  List<Entry> entries() {
    List<HttpExchange> exchanges = exchanges();
    List<Entry> entries = new ArrayList<>();
    boolean first = true;
    for (int i = 0; i < exchanges.size(); i++) {
      HttpExchange exchange = exchanges.get(i);
      if (exchange.upgrade()) {
        Duration until =
            exchanges.subList(i + 1, exchanges.size()).stream()
                .filter(HttpExchange::upgrade)
                .map(HttpExchange::at)
                .findFirst()
                .orElse(null);
        entries.add(socket(exchange, until, first ? user.connectPhases() : ConnectPhases.NONE));
        first = false;
      } else {
        entries.add(entry(exchange, plain(exchange), new Connection(null, null)));
      }
    }
    return entries;
  }

  /** Of a run that was stored without them, the connection alone is certain. */
  private List<HttpExchange> exchanges() {
    List<HttpExchange> known = user.transcript().exchanges();
    if (known.stream().anyMatch(HttpExchange::upgrade) || user.transcript().frames().isEmpty()) {
      return known;
    }
    Duration at = user.transcript().frames().getFirst().at();
    HttpExchange upgrade =
        new HttpExchange(
            at,
            Duration.ZERO,
            "GET",
            "wss://" + run.probe().target() + "/",
            HttpExchange.SWITCHING_PROTOCOLS,
            HttpHeaderLines.NONE,
            HttpHeaderLines.NONE);
    return Stream.concat(known.stream(), Stream.of(upgrade)).toList();
  }

  private Entry socket(HttpExchange upgrade, @Nullable Duration until, ConnectPhases phases) {
    List<Message> messages =
        user.transcript().frames().stream()
            .filter(frame -> frame.direction() != Frame.Direction.NOTE)
            .filter(frame -> frame.at().compareTo(upgrade.at()) >= 0)
            .filter(frame -> until == null || frame.at().compareTo(until) < 0)
            .map(this::message)
            .toList();
    return entry(upgrade, timings(upgrade, phases), new Connection(phases.address(), messages));
  }

  private Entry entry(HttpExchange exchange, Timings timings, Connection connection) {
    return new Entry(
        id(),
        moment(exchange.at()),
        millis(exchange.duration()),
        new Request(exchange.method(), exchange.url(), head(exchange.requestHeaders())),
        new Response(
            exchange.status(),
            exchange.status() == HttpExchange.SWITCHING_PROTOCOLS ? "Switching Protocols" : "",
            head(exchange.responseHeaders())),
        timings,
        connection);
  }

  private Message message(Frame frame) {
    Instant at = run.info().startedAt().plus(frame.at());
    boolean binary = frame.text().equals(BINARY);
    return new Message(
        frame.direction() == Frame.Direction.SENT ? "send" : "receive",
        at.getEpochSecond() + at.getNano() / 1e9,
        binary ? 2 : 1,
        binary ? "" : frame.text());
  }

  private static Head head(HttpHeaderLines lines) {
    return new Head(
        lines.all().stream().map(header -> new Header(header.name(), header.value())).toList());
  }

  private static Timings plain(HttpExchange exchange) {
    return new Timings(-1, -1, -1, 0, millis(exchange.duration()), 0);
  }

  private static Timings timings(HttpExchange upgrade, ConnectPhases phases) {
    if (phases.upgrade() == null) {
      return plain(upgrade);
    }
    Duration tls = Objects.requireNonNullElse(phases.tls(), Duration.ZERO);
    Duration connect = Objects.requireNonNullElse(phases.tcp(), Duration.ZERO).plus(tls);
    return new Timings(
        phases.dns() == null ? -1 : millis(phases.dns()),
        millis(connect),
        phases.tls() == null ? -1 : millis(tls),
        0,
        millis(phases.upgrade()),
        0);
  }

  private String id() {
    return "user_" + user.slot();
  }

  private String moment(Duration at) {
    return run.info().startedAt().plus(at).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}

package io.goldenpath.journey.run;

import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.http.HttpHeaderLines;
import io.goldenpath.model.target.Secret;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.UpgradeCall;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the first HTTP requests of a user with their replies; never a body, nor a query. */
public final class ExchangeRecorder {

  private static final int MOST_EXCHANGES = 20;
  private static final int MOST_CHARACTERS = 2000;

  private final long start;
  private final List<Exchange> exchanges = new ArrayList<>();

  ExchangeRecorder(long start) {
    this.start = start;
  }

  /** When it was made, and when the reply was there or none would come, by the monotonic clock. */
  public record Span(long from, long to) {}

  /** Takes null for the reply where none came. */
  public void called(Span span, HttpCall call, @Nullable HttpReply reply) {
    add(new Exchange(span, call.method(), call.url(), call.headers(), reply));
  }

  /** Takes null for the reply where none came. */
  public void upgraded(Span span, UpgradeCall call, @Nullable HttpReply reply) {
    add(new Exchange(span, "GET", call.url(), call.headers(), reply));
  }

  private void add(Exchange exchange) {
    if (exchanges.size() < MOST_EXCHANGES) {
      exchanges.add(exchange);
    }
  }

  /** Redacted only now, when all secrets are known, and not printed before. */
  List<HttpExchange> all(UnaryOperator<String> redaction) {
    return exchanges.stream().map(exchange -> exchange.redacted(start, redaction)).toList();
  }

  private record Exchange(
      Span span, String method, URI url, Map<String, Secret> headers, @Nullable HttpReply reply) {

    private HttpExchange redacted(long start, UnaryOperator<String> redaction) {
      Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.forEach((name, value) -> sent.put(name, List.of(value.reveal())));
      return new HttpExchange(
          Duration.ofNanos(span.from() - start),
          Duration.ofNanos(span.to() - span.from()),
          method,
          redaction.apply(withoutQuery(url)),
          reply == null ? 0 : reply.status(),
          lines(sent, redaction),
          lines(reply == null ? Map.of() : reply.headers(), redaction));
    }

    private static String withoutQuery(URI url) {
      String text = url.toString();
      int query = text.indexOf('?');
      return query < 0 ? text : text.substring(0, query);
    }

    /** Addresses in headers lose their queries, too. */
    private static HttpHeaderLines lines(
        Map<String, List<String>> headers, UnaryOperator<String> redaction) {
      String text =
          headers.entrySet().stream()
              .flatMap(
                  header -> header.getValue().stream().map(value -> line(header.getKey(), value)))
              .collect(Collectors.joining("\n"));
      String clean = redaction.apply(text);
      return new HttpHeaderLines(
          clean.length() <= MOST_CHARACTERS ? clean : clean.substring(0, MOST_CHARACTERS) + "…");
    }

    private static String line(String name, String value) {
      String shown =
          Redactor.isSensitiveName(name)
              ? Redactor.MASK
              : value.replaceAll("(://[^\\s?]*)\\?\\S*", "$1?***").replaceAll("\\s+", " ");
      return name + ": " + shown;
    }

    /** Shows neither headers nor address: they are not redacted yet. */
    @Override
    public String toString() {
      return "Exchange[" + method + "]";
    }
  }
}

package io.goldenpath.cases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens that a platform has issued, and its own idea of when they end. */
final class IssuedTokens {

  private static final Pattern IN_QUERY = Pattern.compile("[?&]token=([^& ]+)");

  private final Map<String, Issue> issued = new ConcurrentHashMap<>();
  private final Duration clockShift;

  IssuedTokens(Duration clockShift) {
    this.clockShift = clockShift;
  }

  private record Issue(PlatformToken token, Object subject, AtomicInteger used) {}

  Instant now() {
    return Instant.now().plus(clockShift);
  }

  void add(PlatformToken token, Object subject) {
    issued.put(token.text(), new Issue(token, subject, new AtomicInteger()));
  }

  /** Whether the token of this upgrade is good once more. */
  boolean admit(HttpRequest request) {
    return issue(request)
        .filter(issue -> now().isBefore(issue.token().until()))
        .filter(issue -> issue.used().incrementAndGet() <= issue.token().uses())
        .isPresent();
  }

  Optional<Object> subject(HttpRequest request) {
    return issue(request).map(Issue::subject);
  }

  private Optional<Issue> issue(HttpRequest request) {
    return carried(request).map(issued::get);
  }

  private static Optional<String> carried(HttpRequest request) {
    Optional<String> offered =
        request.offered().stream().filter(one -> one.startsWith("jwt.")).findFirst();
    Matcher query = IN_QUERY.matcher(request.line());
    return offered
        .map(one ->
            new String(
                Base64.getUrlDecoder().decode(one.substring("jwt.".length())),
                StandardCharsets.UTF_8))
        .or(() -> query.find() ? Optional.of(query.group(1)) : Optional.empty())
        .or(() ->
            request
                .header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length())));
  }
}

package io.goldenpath.web.api;

import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.redaction.PrintableText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;

/** Parameters of a query, each known and given once; what is wrong is a 400 that says so. */
record QueryParameters(Map<String, String> values) {

  private static final String DEFAULT_LIMIT = "50";
  private static final int MAX_LIMIT = 500;
  private static final int SHOWN = 80;
  private static final Pattern TARGET = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  static QueryParameters of(MultiValueMap<String, String> given, List<String> known) {
    Set<String> unknown = new TreeSet<>(given.keySet());
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw problem(
          "Unknown parameter %s; expected one of %s"
              .formatted(shown(unknown.iterator().next()), known));
    }
    given.forEach((name, values) -> {
      if (values.size() > 1) {
        throw problem(name + " is given " + values.size() + " times; expected one");
      }
    });
    return new QueryParameters(given.toSingleValueMap());
  }

  @Nullable String target() {
    String value = values.get("target");
    if (value != null && !TARGET.matcher(value).matches()) {
      throw problem("target must match %s, but is '%s'".formatted(TARGET, shown(value)));
    }
    return value;
  }

  @Nullable JourneyKind journey() {
    return oneOf("journey", JourneyKind.values());
  }

  <T extends Labelled> @Nullable T oneOf(String name, T[] known) {
    String value = values.get(name);
    return value == null
        ? null
        : Arrays.stream(known)
            .filter(one -> one.label().equals(value))
            .findFirst()
            .orElseThrow(() ->
                problem(
                    "%s must be one of %s, but is '%s'"
                        .formatted(
                            name,
                            Arrays.stream(known).map(Labelled::label).toList(),
                            shown(value))));
  }

  @Nullable Boolean flag(String name) {
    String value = values.get(name);
    return switch (value) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default ->
          throw problem("%s must be true or false, but is '%s'".formatted(name, shown(value)));
    };
  }

  /** Printable, and neither so short that it is everywhere nor longer than this. */
  @Nullable String text(String name, int shortest, int longest) {
    String value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value.length() < shortest
        || value.length() > longest
        || !PrintableText.of(value).equals(value)) {
      throw problem(
          "%s must be a printable text of %d to %d characters".formatted(name, shortest, longest));
    }
    return value;
  }

  @Nullable Instant time(String name) {
    String value = values.get(name);
    return value == null
        ? null
        : moment(value)
            .orElseThrow(() ->
                problem(
                    "%s must be a time such as 2026-11-23T04:41:37.123Z, but is '%s'"
                        .formatted(name, shown(value))));
  }

  int limit() {
    String value = values.getOrDefault("limit", DEFAULT_LIMIT);
    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > MAX_LIMIT) {
      throw problem(
          "limit must be a number from 1 to %d, but is '%s'".formatted(MAX_LIMIT, shown(value)));
    }
    return Integer.parseInt(value);
  }

  /** Where a page begins, read so from its text. */
  <T> @Nullable T before(Function<String, Optional<T>> cursor) {
    String value = values.get("before");
    if (value == null) {
      return null;
    }
    String time = value.split("_", 2)[0];
    return Optional.of(value)
        .filter(text -> text.length() <= 200 && PrintableText.of(text).equals(text))
        .filter(_ -> moment(time).isPresent())
        .flatMap(cursor)
        .orElseThrow(() ->
            problem(
                "before must be the 'next' of a page, or a time such as"
                    + " 2026-11-23T04:41:37.123Z, but is '%s'".formatted(shown(value))));
  }

  /** Within what every database can keep. */
  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(at -> !at.isBefore(FIRST) && !at.isAfter(LAST));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static String shown(String value) {
    String printable = PrintableText.of(value);
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
  }

  private static ErrorResponseException problem(String detail) {
    return ApiProblems.of(HttpStatus.BAD_REQUEST, detail);
  }
}

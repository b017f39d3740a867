package io.goldenpath.dialect;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.RefusalEvidence;
import io.goldenpath.model.finding.Excerpt;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Refusals that a framing speaks by itself, in whatever words the platform puts into them. */
final class FramingRefusals {

  private static final int TEXT_LENGTH = 1_000;
  private static final int DEPTH = 6;
  private static final int NODES = 500;
  private static final Set<String> CODE_NAMES =
      Set.of("code", "status", "statuscode", "status_code", "error", "type", "name", "reason");
  private static final Set<String> AUTH =
      Set.of("401", "403", "4401", "4403", "unauthenticated", "unauthorized", "forbidden");
  private static final Set<String> LATER = Set.of("429", "503", "1013");

  private FramingRefusals() {}

  static FrameContent read(String reason, JsonNode body) {
    return new FrameContent.Failure(
        Excerpt.of(reason, TEXT_LENGTH),
        cause(reason, body),
        FrameContent.ErrorSource.FRAMING,
        new AgentEvent.Ids(null, null));
  }

  private static ErrorCause cause(String reason, JsonNode body) {
    if (RefusalEvidence.saysLater(reason) || any(body, LATER, RefusalEvidence::saysLater)) {
      return ErrorCause.OVERLOAD;
    }
    boolean auth =
        RefusalEvidence.refusesUser(reason) || any(body, AUTH, RefusalEvidence::refusesUser);
    return auth ? ErrorCause.AUTH : ErrorCause.PROTOCOL;
  }

  /** Whether a code of these stands anywhere in it, or a text that says the same. */
  private static boolean any(JsonNode body, Set<String> codes, Predicate<String> says) {
    return fields("", body, DEPTH)
        .limit(NODES)
        .anyMatch(
            field -> field.isCode(codes) || (field.node.isString() && says.test(field.text())));
  }

  private static Stream<Field> fields(String name, JsonNode node, int depth) {
    if (!node.isContainer()) {
      return Stream.of(new Field(name, node));
    }
    return depth == 0
        ? Stream.empty()
        : node.isObject()
            ? node.propertyStream()
                .flatMap(each -> fields(each.getKey(), each.getValue(), depth - 1))
            : node.valueStream().flatMap(each -> fields(name, each, depth - 1));
  }

  private record Field(String name, JsonNode node) {

    boolean isCode(Set<String> codes) {
      return CODE_NAMES.contains(name.toLowerCase(Locale.ROOT))
          && codes.contains(text().toLowerCase(Locale.ROOT));
    }

    String text() {
      return node.asString("");
    }
  }
}

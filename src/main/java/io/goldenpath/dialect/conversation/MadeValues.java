package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.DialectVariable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of the variables that we make; all counters draw from one sequence. */
final class MadeValues {

  private static final int LETTERS = 12;

  private long count;

  /** Those of the variables that are made once for each {@code scope}, by name. */
  static Map<String, Object> all(List<DialectVariable> variables, DialectVariable.Scope scope) {
    MadeValues values = new MadeValues();
    return variables.stream()
        .filter(variable -> variable.scope() == scope)
        .collect(Collectors.toMap(DialectVariable::name, variable -> values.of(variable.kind())));
  }

  /** What was made before the connection is not made again. */
  void goOnFrom(DialectVariable.Kind kind, @Nullable Object known) {
    if (kind == DialectVariable.Kind.COUNTER && String.valueOf(known).matches("\\d{1,18}")) {
      count = Math.max(count, Long.parseLong(String.valueOf(known)));
    }
  }

  Object of(DialectVariable.Kind kind) {
    return switch (kind) {
      case UUID -> UUID.randomUUID().toString();
      case COUNTER -> ++count;
      case TEXT -> UUID.randomUUID().toString().replace("-", "").substring(0, LETTERS);
    };
  }
}

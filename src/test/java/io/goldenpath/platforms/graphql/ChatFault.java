package io.goldenpath.platforms.graphql;

import java.util.Arrays;
import java.util.Locale;

/** What a platform does wrong; the query of the socket's address names it. */
enum ChatFault {
  NONE,
  MISSING,
  DOUBLED,
  MOVED,
  SILENT,
  ERROR,
  ERROR_IN_NEXT,
  FOREIGN_USER,
  REFUSED;

  /** The fault in this query, such as {@code fault=silent}. */
  static ChatFault of(String query) {
    return Arrays.stream(values())
        .filter(fault -> query.contains("fault=" + fault.name().toLowerCase(Locale.ROOT)))
        .reduce(NONE, (_, later) -> later);
  }
}

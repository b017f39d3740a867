package io.goldenpath.web.run;

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.redaction.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An id by which the platform's own logs are searched, under the name that its frames give it. */
record WireId(String name, String value) {

  private static final int MOST_FRAMES = 60;
  private static final Pattern ID =
      Pattern.compile(
          "(?i)\"((?:connection|conn|session|socket|client|run|thread|conversation|request|response"
              + "|trace|task)[_-]?id|sid)\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\\\s]{1,80})");

  /** The first value of each name. */
  static List<WireId> of(UserRun user) {
    Map<String, WireId> ids = new LinkedHashMap<>();
    user.transcript().frames().stream()
        .filter(frame -> frame.direction() == Frame.Direction.RECEIVED)
        .limit(MOST_FRAMES)
        .map(frame -> ID.matcher(frame.text()))
        .forEach(found -> {
          while (found.find()) {
            add(found, ids);
          }
        });
    return new ArrayList<>(ids.values());
  }

  private static void add(Matcher found, Map<String, WireId> ids) {
    if (!found.group(2).contains(Redactor.MASK)) {
      ids.putIfAbsent(
          found.group(1).toLowerCase(Locale.ROOT), new WireId(found.group(1), found.group(2)));
    }
  }
}

package io.goldenpath.cli;

import io.goldenpath.history.RunJson;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Runs as the API would give them, in full. */
record JsonReport(List<RunJson> runs) {

  static String of(List<CheckResult> checked) {
    List<RunJson> runs = checked.stream().map(one -> RunJson.of(one.run())).toList();
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(new JsonReport(runs));
  }
}

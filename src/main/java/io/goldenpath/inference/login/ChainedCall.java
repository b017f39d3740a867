package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedCall;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call that is to be made again.
 *
 * @param captures Where its reply has what later calls or messages need, by their names.
 * @param values Variables for what it takes from earlier replies, by what was recorded.
 */
public record ChainedCall(
    RecordedCall call, Map<String, String> captures, Map<String, String> values) {

  ChainedCall(RecordedCall call) {
    this(call, new LinkedHashMap<>(), new LinkedHashMap<>());
  }
}

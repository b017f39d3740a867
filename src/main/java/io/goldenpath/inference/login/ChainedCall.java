package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedCall;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call that is to be made again.
 *
 * @param captures Where its reply has what later calls or messages need, by their names.
 */
public record ChainedCall(RecordedCall call, Map<String, String> captures) {

  ChainedCall(RecordedCall call) {
    this(call, new LinkedHashMap<>());
  }
}

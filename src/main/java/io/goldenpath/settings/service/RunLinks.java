package io.goldenpath.settings.service;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.target.Template;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where traces of runs are shown.
 *
 * @param byTarget Addresses, with a variable for the id, of targets that have one of their own.
 * @param otherwise Address for all other targets; null where there is none.
 */
public record RunLinks(Map<String, String> byTarget, @Nullable String otherwise) {

  static final String TRACE = "trace";

  public static final RunLinks NONE = new RunLinks(Map.of(), null);

  public RunLinks {
    byTarget = Map.copyOf(byTarget);
  }

  /** Empty where the run's trace is not kept, or nothing says where it is shown. */
  public Optional<String> trace(RunInfo run) {
    String address = byTarget.getOrDefault(run.probe().target(), otherwise);
    return address == null
        ? Optional.empty()
        : run.keptTrace().map(trace -> Template.of(address).fill(_ -> trace));
  }
}

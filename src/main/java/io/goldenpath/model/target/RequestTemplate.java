package io.goldenpath.model.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request around a run. Every text that goes out may hold variables.
 *
 * @param label Method and path, by which a finding names it.
 * @param method Method, in capitals.
 * @param url Absolute address.
 */
public record RequestTemplate(
    String label,
    String method,
    Secret url,
    Map<String, Secret> headers,
    Body body,
    Expectation expects) {

  public RequestTemplate {
    headers = Map.copyOf(headers);
  }

  /** What a request sends. */
  public sealed interface Body {

    /** Nothing. */
    record Nothing() implements Body {}

    /** JSON; values are escaped when filled in. */
    record Json(Secret template) implements Body {}

    /** A form, as a browser sends it. */
    record Form(Map<String, Secret> fields) implements Body {

      public Form {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      }
    }
  }

  /**
   * What is expected of a reply.
   *
   * @param success What must hold; null for any status below 400.
   */
  public record Expectation(@Nullable Condition success, List<Capture> captures) {

    public static final Expectation NONE = new Expectation(null, List.of());

    public Expectation {
      captures = List.copyOf(captures);
    }
  }
}

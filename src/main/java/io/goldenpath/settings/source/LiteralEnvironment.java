package io.goldenpath.settings.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The environment with its values letter by letter, under the names that Spring gives them. */
final class LiteralEnvironment extends SystemEnvironmentPropertySource
    implements OriginLookup<String> {

  private LiteralEnvironment(String name, Map<String, Object> variables) {
    super(name, variables);
  }

  /** Spring reads this map past any method of the source. */
  static LiteralEnvironment of(SystemEnvironmentPropertySource environment) {
    Map<String, Object> variables = new HashMap<>();
    environment
        .getSource()
        .forEach((name, value) -> variables.put(name, new LiteralText(value.toString())));
    return new LiteralEnvironment(environment.getName(), variables);
  }

  @Override
  public @Nullable Origin getOrigin(String key) {
    String variable = resolvePropertyName(key);
    return getSource().containsKey(variable) ? new SystemEnvironmentOrigin(variable) : null;
  }
}

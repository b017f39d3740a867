package io.goldenpath.dialect;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of variables that a test has set, and that a conversation has captured. */
public final class MapValues implements ConversationValues {

  private final Map<String, Object> values = new HashMap<>();

  @Override
  public @Nullable Object value(String name) {
    return values.get(name);
  }

  @Override
  public void set(String name, Object value) {
    values.put(name, value);
  }
}

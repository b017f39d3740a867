package io.goldenpath.model.target;

import org.jspecify.annotations.Nullable;

/** Values of the variables in templates, by name. */
@FunctionalInterface
public interface TemplateValues {

  TemplateValues NONE = _ -> null;

  /** A text, number, boolean, list or map; null where there is no such variable. */
  @Nullable Object value(String name);
}

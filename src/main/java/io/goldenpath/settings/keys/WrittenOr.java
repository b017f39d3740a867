package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * What stands for a block of which nothing is written. Spring would make one for each record that
 * has the block, with {@code @DefaultValue}, which takes most of the time of reading many targets;
 * without, it hands over null.
 */
final class WrittenOr {

  private static final ClassValue<Object> DEFAULTS =
      new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
          return new Binder().bindOrCreate("nothing", type);
        }
      };

  private WrittenOr() {}

  /** The block, or the one of its type that has only defaults. */
  static <T> T defaults(@Nullable T written, Class<T> type) {
    return written == null ? type.cast(DEFAULTS.get(type)) : written;
  }
}

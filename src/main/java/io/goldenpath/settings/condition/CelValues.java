package io.goldenpath.settings.condition;

import dev.cel.common.values.NullValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain values as CEL takes them, and its results as plain values: CEL has a null of its own, and
 * whole numbers of one size.
 */
final class CelValues {

  private CelValues() {}

  static <K> Map<K, Object> of(Map<K, ?> values) {
    Map<K, Object> all = new HashMap<>();
    values.forEach((name, value) -> all.put(name, of(value)));
    return all;
  }

  private static Object of(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case Map<?, ?> map -> of(map);
      case BigInteger huge -> huge.doubleValue();
      case Integer small -> small.longValue();
      case List<?> list -> list.stream().map(CelValues::of).toList();
      default -> value;
    };
  }

  /** Null for what is no text, number, boolean, list or map. */
  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> all = new HashMap<>();
        map.forEach((name, each) -> all.put(String.valueOf(name), plain(each)));
        yield all;
      }
      case List<?> list -> {
        List<@Nullable Object> all = new ArrayList<>();
        list.forEach(each -> all.add(plain(each)));
        yield all;
      }
      case String _, Number _, Boolean _ -> value;
      case null, default -> null;
    };
  }
}

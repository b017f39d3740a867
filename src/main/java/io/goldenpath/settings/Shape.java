package io.goldenpath.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** What may stand beneath a key, as the records of the settings say. */
sealed interface Shape {

  /** Records that are written as one value. */
  Set<Class<?>> WRITTEN_AS_ONE = Set.of(Every.class, Percentage.class);

  /** Everything under {@code goldenpath}. */
  Shape SETTINGS = of(GoldenPathProperties.class);

  /** Keys of these names. */
  record Block(Map<String, Shape> keys) implements Shape {}

  /** Keys of any name. */
  record Named(Shape each) implements Shape {}

  /** Members without a name. */
  record Listed(Shape each) implements Shape {}

  /** A value, and no keys. */
  record Value() implements Shape {}

  /** Whatever the reader of the key makes of it. */
  record Anything() implements Shape {}

  /** Every key there is, with NAME for a name and [] for a member of a list. */
  static Map<String, Shape> all() {
    Map<String, Shape> all = new LinkedHashMap<>();
    collect("goldenpath", SETTINGS, all);
    return all;
  }

  private static void collect(String key, Shape shape, Map<String, Shape> all) {
    all.put(key, shape);
    switch (shape) {
      case Block block ->
          block.keys().forEach((name, each) -> collect(key + "." + name, each, all));
      case Named named -> collect(key + ".NAME", named.each(), all);
      case Listed listed -> collect(key + "[]", listed.each(), all);
      case Value _, Anything _ -> {}
    }
  }

  /** The shape of what is read as this type. */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType of) {
      Type[] arguments = of.getActualTypeArguments();
      return of.getRawType() == Map.class
          ? new Named(of(arguments[1]))
          : new Listed(of(arguments[0]));
    }
    if (type instanceof Class<?> record && record.isRecord() && !WRITTEN_AS_ONE.contains(record)) {
      Map<String, Shape> keys = new LinkedHashMap<>();
      for (RecordComponent component : record.getRecordComponents()) {
        keys.put(
            DataObjectPropertyName.toDashedForm(component.getName()),
            of(component.getGenericType()));
      }
      return new Block(keys);
    }
    boolean open =
        type == Object.class || (type instanceof Class<?> map && Map.class.isAssignableFrom(map));
    return open ? new Anything() : new Value();
  }
}

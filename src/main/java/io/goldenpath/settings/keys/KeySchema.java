package io.goldenpath.settings.keys;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** What may stand beneath a key, as the records of the settings say. */
public sealed interface KeySchema {

  /** Records that are written as one value. */
  Set<Class<?>> SCALAR_RECORDS = Set.of(RunInterval.class, Percentage.class);

  /** Everything under {@code goldenpath}. */
  KeySchema ROOT = of(GoldenPathProperties.class);

  /** Keys of these names. */
  record FixedKeys(Map<String, KeySchema> keys) implements KeySchema {}

  /** Keys of any name. */
  record AnyKeys(KeySchema each) implements KeySchema {}

  /** Members without a name. */
  record Items(KeySchema each) implements KeySchema {}

  /** A value, and no keys. */
  record Scalar() implements KeySchema {}

  /** Whatever the reader of the key makes of it. */
  record Unchecked() implements KeySchema {}

  /** Every key there is, with NAME for a name and [] for a member of a list. */
  static Map<String, KeySchema> all() {
    Map<String, KeySchema> all = new LinkedHashMap<>();
    collect("goldenpath", ROOT, all);
    return all;
  }

  private static void collect(String key, KeySchema schema, Map<String, KeySchema> all) {
    all.put(key, schema);
    switch (schema) {
      case FixedKeys fixed ->
          fixed.keys().forEach((name, each) -> collect(key + "." + name, each, all));
      case AnyKeys any -> collect(key + ".NAME", any.each(), all);
      case Items items -> collect(key + "[]", items.each(), all);
      case Scalar _, Unchecked _ -> {}
    }
  }

  /** The shape of what is read as this type. */
  static KeySchema of(Type type) {
    if (type instanceof ParameterizedType of) {
      Type[] arguments = of.getActualTypeArguments();
      return of.getRawType() == Map.class
          ? new AnyKeys(of(arguments[1]))
          : new Items(of(arguments[0]));
    }
    if (type instanceof Class<?> record && record.isRecord() && !SCALAR_RECORDS.contains(record)) {
      Map<String, KeySchema> keys = new LinkedHashMap<>();
      for (RecordComponent component : record.getRecordComponents()) {
        keys.put(
            DataObjectPropertyName.toDashedForm(component.getName()),
            of(component.getGenericType()));
      }
      return new FixedKeys(keys);
    }
    boolean open =
        type == Object.class || (type instanceof Class<?> map && Map.class.isAssignableFrom(map));
    return open ? new Unchecked() : new Scalar();
  }
}
